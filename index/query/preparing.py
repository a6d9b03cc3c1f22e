"""What people type, made fit for the Lucene grammar that luqum reads: the last place that sees single characters.

Quotation marks of every shape become straight ones; what has no meaning in the grammar becomes a space; a colon after a
word that is no field is escaped. Every character of the outcome knows its place in the text as given.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from corpus.errors import QuerySyntaxError
from index.query.spelling import nearest_within_one_edit

MAX_QUERY = 512
MAX_DEPTH = 20
FIELDS = ("speaker", "publisher", "type", "said", "published")
DATE_FIELDS = ("said", "published")
MOST_WEIGHT = 100
UNBOOSTED = "“^” has no meaning here and was left out"

_MARKS = str.maketrans(dict.fromkeys("“”„‟«»″＂", '"') | dict.fromkeys("‘’‚‛", "'"))
_WEIGHT = re.compile(r"\d{1,3}(\.\d{1,3})?|\.\d{1,3}")
_BOUND = r'(?:"[^"]*"|[^\s"\[\]{}()]+?)'
_TOKEN = re.compile(
    rf"""
    (?P<space>    \s+ )
  | (?P<phrase>   "(?:[^"\\]|\\.)*" )
  | (?P<mark>     " )
  | (?P<operator> (?:&&|\|\|)(?=[\s("]|$) )
  | (?P<open>     \( )
  | (?P<close>    \) )
  | (?P<range>    [\[{{]\s*{_BOUND}\s+TO\s+{_BOUND}\s*[\]}}] )
  | (?P<bracket>  [\[\]{{}}] )
  | (?P<tilde>    ~[0-9.]* )
  | (?P<boost>    \^[0-9.]* )
  | (?P<sign>     [+-] )
  | (?P<compare>  [<>]=? )
  | (?P<colon>    : )
  | (?P<mute>     [/'] | \\(?!\S) )
  | (?P<term>     (?:\\\S|[^\s:^~(){{}}\[\]"\\])+ )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """The text for luqum, the place in the query as given of each of its characters (and of its end), and what to
    tell people about the reading."""

    text: str
    origins: tuple[int, ...]
    warnings: tuple[str, ...]


def prepare(query: str) -> Prepared:
    """Raises QuerySyntaxError, pointing at the place, for what no reading can mend: unclosed marks and parentheses,
    control characters, too much of anything."""
    _refuse_unreadable(query)
    return _Scanner(query).scan()


def _refuse_unreadable(query: str) -> None:
    if len(query) > MAX_QUERY:
        message = f"a search has at most {MAX_QUERY} characters; this one has {len(query)}"
        raise QuerySyntaxError(message, query=query, position=MAX_QUERY)
    for position, character in enumerate(query):
        category = unicodedata.category(character)
        if category == "Cs" or (category == "Cc" and not character.isspace()):
            message = f"the character U+{ord(character):04X} cannot be searched for"
            raise QuerySyntaxError(message, query=query, position=position)


class _Scanner:
    def __init__(self, query: str) -> None:
        self._query = query
        self._out: list[str] = []
        self._origins: list[int] = []
        self._warnings: list[str] = []
        self._open: list[int] = []
        self._last = "space"
        """The kind of the token just before, which decides what a sign, a colon or a tilde means."""
        self._meant = ""
        """The kind of the last token that was not space."""
        self._field = ""

    def scan(self) -> Prepared:
        for token in _TOKEN.finditer(self._query.translate(_MARKS)):
            kind = str(token.lastgroup)
            self._last = self._take(kind, token.group(), token.start(), token.end())
            if self._last != "space":
                self._meant = self._last
        if self._open:
            raise self._error("this parenthesis is never closed", self._open[-1])
        if self._meant == "field":
            raise self._error(f"nothing follows “{self._field}:”", len(self._query))
        return Prepared("".join(self._out), (*self._origins, len(self._query)), tuple(self._warnings))

    def _take(self, kind: str, text: str, start: int, end: int) -> str:  # noqa: PLR0911 - one for each kind
        """Put out what the token becomes; return the kind that it counts as from now on."""
        match kind:
            case "mark":
                raise self._error("this quotation mark is never closed", start)
            case "term":
                return self._term(text, start, end)
            case "colon":
                return self._colon(start)
            case "phrase":
                return self._put(text, start, "phrase", apart=True)
            case "operator":
                return self._put({"&&": "AND", "||": "OR"}[text], start, "term", apart=True)
            case "open" | "close":
                return self._parenthesis(kind, text, start)
            case "range" | "bracket":
                return self._range(kind, text, start)
            case "tilde":
                return self._tilde(text, start)
            case "sign" | "compare":
                return self._put_if(self._sign_means(kind, end), text, start, kind)
            case "boost":
                return self._boost(text, start)
        return self._put(" " * len(text), start, "space")

    def _put(self, text: str, start: int, kind: str, *, apart: bool = False) -> str:
        if apart and self._last not in ("space", "field", "sign", "open"):
            self._put(" ", start, "space")
        self._out.append(text)
        self._origins += [start + min(offset, len(self._query) - 1 - start) for offset in range(len(text))]
        return kind

    def _put_if(self, meant: bool, text: str, start: int, kind: str) -> str:
        return self._put(text, start, kind) if meant else self._put(" " * len(text), start, "space")

    def _error(self, message: str, position: int) -> QuerySyntaxError:
        return QuerySyntaxError(message, query=self._query, position=position)

    # -------------------------------------------------------------------------------------------- kinds of token

    def _term(self, text: str, start: int, end: int) -> str:
        if not self._query.startswith(":", end):
            return self._put(text, start, "term", apart=self._last == "phrase")
        name = text.casefold()
        if name in FIELDS:
            self._field = name
            return self._put(name, start, "name")
        if near := nearest_within_one_edit(name, FIELDS):
            raise self._error(f"there is no field “{text}:”; did you mean “{near}:”?", start)
        if name.isalpha() and name not in ("http", "https"):
            self._warnings.append(f"“{text}:” is no field and was read as a word (fields: {', '.join(FIELDS)})")
        return self._put(text, start, "term", apart=self._last == "phrase")

    def _colon(self, start: int) -> str:
        if self._last == "name":
            return self._put(":", start, "field")
        if self._last == "term":
            self._put("\\", start, "term")
            return self._put(":", start, "term")
        return self._put(" ", start, "space")

    def _parenthesis(self, kind: str, text: str, start: int) -> str:
        if kind == "open":
            self._open.append(start)
            if len(self._open) > MAX_DEPTH:
                raise self._error(f"parentheses go at most {MAX_DEPTH} deep", start)
        elif not self._open:
            raise self._error("this parenthesis was never opened", start)
        elif self._meant == "open":
            raise self._error("there is nothing between these parentheses", self._open[-1])
        else:
            self._open.pop()
        return self._put(text, start, kind)

    def _range(self, kind: str, text: str, start: int) -> str:
        """Brackets belong to dates; elsewhere, as in *[sic]*, they are punctuation."""
        if self._meant != "field" or self._field not in DATE_FIELDS:
            inner = text[1:-1] if kind == "range" else ""
            return self._put(f" {inner} " if inner else " ", start, "space")
        if kind == "bracket":
            raise self._error(f"a range is written {self._field}:[2024-11-01 TO 2024-11-30]", start)
        return self._put(text, start, "range")

    def _tilde(self, text: str, start: int) -> str:
        if self._last not in ("term", "phrase"):
            return self._put(" " * len(text), start, "space")
        degree = text[1:]
        if degree and not degree.isdigit():
            raise self._error("after “~” comes a whole number", start + 1)
        return self._put(text if degree else "~1", start, "tilde")

    def _boost(self, text: str, start: int) -> str:
        if self._last not in ("term", "phrase", "tilde", "close", "range") or text == "^":
            self._warnings.append(UNBOOSTED)
            return self._put(" " * len(text), start, "space")
        if not _WEIGHT.fullmatch(text[1:]) or not 0 < float(text[1:]) <= MOST_WEIGHT:
            raise self._error(f"after “^” comes a number above 0, and at most {MOST_WEIGHT}", start + 1)
        return self._put(text, start, "boost")

    def _sign_means(self, kind: str, end: int) -> bool:
        """A sign means something right before a word, phrase or parenthesis; *Biden - Putin* has just a dash."""
        if kind == "compare":
            return self._meant == "field" and self._field in DATE_FIELDS
        follower = self._query[end : end + 1]
        return follower not in ("", "+", "-", ")") and not follower.isspace()
