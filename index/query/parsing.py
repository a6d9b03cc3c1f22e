"""Query text -> syntax tree, by luqum's Lucene grammar. Every error points at its place in the text as given."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from luqum import tree as lucene
from luqum.exceptions import ParseError
from luqum.thread import parse as parse_lucene

from corpus.errors import QuerySyntaxError
from index.analysis import Token, analyse, fold
from index.query.dated import dated, looks_like_date
from index.query.limits import check_limits
from index.query.naming import names_in
from index.query.preparing import DATE_FIELDS, MAX_DEPTH, UNBOOSTED, Prepared, prepare
from index.query.syntax import (
    Beginning,
    Boosted,
    Both,
    Dated,
    DateField,
    Either,
    Everything,
    Name,
    Node,
    OfType,
    Shaped,
    Similar,
    TextField,
    Without,
    Words,
    looked_for,
)
from index.query.wildcards import LEAST_START, has_inner_wildcard, pieces, shape_of

MAX_EDITS = 2
TYPES = ("direct", "partial", "indirect")

_SHOUT = 5
"""Letters of a word in capitals from which on it is no acronym: PUTIN SAID, but not NATO or US."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query as understood, what people should know of the reading, and which of its words may be speakers' names."""

    tree: Node
    warnings: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()

    @property
    def has_words(self) -> bool:
        """Whether there is something to be relevant to."""
        return next(looked_for(self.tree), None) is not None


@lru_cache(maxsize=4096)
def parse(query: str) -> Parsed:
    """The tree of a query text; Everything for an empty one. Raises QuerySyntaxError."""
    prepared = prepare(query)
    if not prepared.text.strip():
        if query.strip():
            raise QuerySyntaxError("there is no word to search for", query=query, position=0)
        return Parsed(Everything())
    try:
        parsed = parse_lucene(prepared.text)
    except ParseError as error:
        raise _pointed(error, query, prepared) from error
    reader = _Reader(query, prepared)
    tree = reader.read(parsed, None, 0)
    if tree is None:
        raise QuerySyntaxError("there is no word to search for", query=query, position=0)
    check_limits(tree, query)
    warnings = dict.fromkeys((*prepared.warnings, *reader.warnings))
    return Parsed(tree, tuple(warnings), tuple(dict.fromkeys(names_in(tree))))


def _pointed(error: ParseError, query: str, prepared: Prepared) -> QuerySyntaxError:
    """luqum tells the place in its message only: "… unexpected 'OR' at position 3!", or "at the end"."""
    found = re.search(r"at position (\d+)", str(error))
    if found is None:
        return QuerySyntaxError("something is missing at the end", query=query, position=len(query))
    position = prepared.origins[min(int(found[1]), len(prepared.origins) - 1)]
    word = query[position:].split(maxsplit=1)[:1] or [""]
    return QuerySyntaxError(f"“{word[0]}” cannot stand here", query=query, position=position)


class _Reader:
    """One pass over luqum's tree. A part without letters or digits is left out: it reads as None."""

    def __init__(self, query: str, prepared: Prepared) -> None:
        self._query = query
        self._origins = prepared.origins
        self._shouted = query == query.upper() and any(len(word) >= _SHOUT and word.isalpha() for word in query.split())
        self.warnings: list[str] = []

    def read(  # noqa: PLR0911 - one for each kind of item
        self, item: lucene.Item, field: str | None, depth: int
    ) -> Node | None:
        if depth > 4 * MAX_DEPTH:
            raise self._error("this is nested too deep", item)
        match item:
            case lucene.Group() | lucene.FieldGroup() | lucene.Plus():
                return self.read(item.children[0], field, depth + 1)
            case lucene.AndOperation() | lucene.UnknownOperation():
                return self._several(Both, item, field, depth)
            case lucene.OrOperation():
                return self._several(Either, item, field, depth)
            case lucene.Not() | lucene.Prohibit():
                part = self.read(item.children[0], field, depth + 1)
                return part.part if isinstance(part, Without) else Without(part) if part else None
            case lucene.Boost():
                return self._boosted(item, field, depth)
            case lucene.SearchField():
                if field:
                    raise self._error("a field cannot stand inside a field", item)
                return self._of_field(item, depth)
        return self._leaf(item, field)

    def _several(
        self, made: Callable[[tuple[Node, ...]], Node], item: lucene.Item, field: str | None, depth: int
    ) -> Node | None:
        parts = tuple(part for child in item.children if (part := self.read(child, field, depth + 1)))
        return made(parts) if len(parts) > 1 else next(iter(parts), None)

    def _boosted(self, item: lucene.Boost, field: str | None, depth: int) -> Node | None:
        part = self.read(item.children[0], field, depth + 1)
        if isinstance(part, Without | Dated | OfType):
            self.warnings.append(UNBOOSTED)
            return part
        return Boosted(part, float(item.force)) if part and item.force != 1 else part

    def _of_field(self, item: lucene.SearchField, depth: int) -> Node | None:
        value = item.expr.children[0] if isinstance(item.expr, lucene.Boost) else item.expr
        if item.name in DATE_FIELDS and not looks_like_date(value):
            self.warnings.append(f"no date follows “{item.name}:”, so it was read as a word")
            name = Words(tuple(analyse(item.name)), item.name, self._position(item))
            words = self.read(item.expr, None, depth + 1)
            return Both((name, words)) if words else name
        return self.read(item.expr, item.name, depth + 1)

    # -------------------------------------------------------------------------------------------- leaves

    def _leaf(self, item: lucene.Item, field: str | None) -> Node | None:
        if field in DATE_FIELDS:
            date_field: DateField = "said" if field == "said" else "published"
            return dated(item, date_field, lambda message: self._error(message, item), self._position(item))
        if field == "type":
            return self._type(item)
        text_field: TextField | None = "speaker" if field == "speaker" else "publisher" if field else None
        match item:
            case lucene.Word():
                return self._word(item, text_field)
            case lucene.Phrase():
                return self._phrase(item, item, 0, text_field)
            case lucene.Proximity():
                return self._phrase(item, item.term, int(item.degree), text_field)
            case lucene.Fuzzy():
                return self._similar(item, text_field)
        raise self._error("this cannot be searched for", item)

    def _word(self, word: lucene.Word, field: TextField | None) -> Node | None:
        typed = _unescaped(word.value)
        unescaped = re.sub(r"\\.", "", word.value)
        if has_inner_wildcard(unescaped) and (shaped := self._shaped(word, typed, field)):
            return shaped
        if "*" in unescaped:
            return self._beginning(word, typed, field)
        return self._words(typed, word, field)

    def _phrase(self, item: lucene.Item, phrase: lucene.Phrase, slop: int, field: TextField | None) -> Node | None:
        return self._words(_unescaped(phrase.value[1:-1]), item, field, quoted=True, slop=slop)

    def _words(
        self, typed: str, item: lucene.Item, field: TextField | None, *, quoted: bool = False, slop: int = 0
    ) -> Node | None:
        tokens = self._analysed(typed)
        if not tokens:
            return None
        words = typed[tokens[0].start : tokens[-1].end]
        return Words(tokens, words, self._position(item), field, quoted, slop)

    def _beginning(self, word: lucene.Word, typed: str, field: TextField | None) -> Node:
        tokens = self._analysed(typed.rstrip("*"))
        start = tokens[0].joined if tokens and tokens[0].parts == len(tokens) > 1 else None
        if not tokens or (len(tokens) > 1 and not start):
            raise self._error("before an asterisk stands the beginning of one word", word)
        start = start or fold(tokens[0].word)
        if len(start) < LEAST_START and start.isascii():
            raise self._error("before an asterisk stand at least two letters", word)
        return Beginning(start, typed, self._position(word), field)

    def _shaped(self, word: lucene.Word, typed: str, field: TextField | None) -> Node | None:
        """A word with wildcards in it; None for question marks that are none, as in *what?no*."""
        first, *others = pieces(typed.rstrip("?"))
        if not first and any(others):
            raise self._error("a word cannot begin with a wildcard: before it stand at least two letters", word)
        if len(fold(first)) >= LEAST_START and all(map(_is_in_one_word, filter(None, (first, *others)))):
            return Shaped(shape_of(typed, fold), typed, self._position(word), field)
        if "*" in typed:
            raise self._error("before a wildcard stand at least two letters, around it parts of one word", word)
        return None

    def _similar(self, item: lucene.Fuzzy, field: TextField | None) -> Node:
        tokens = self._analysed(_unescaped(item.term.value))
        edits = int(item.degree)
        if len(tokens) != 1 or "*" in item.term.value or has_inner_wildcard(item.term.value):
            raise self._error("before “~” stands one word", item)
        word = fold(tokens[0].word)
        if edits > MAX_EDITS or len(word) <= 2 * edits:
            message = f"at most {MAX_EDITS} letters may differ, and fewer than half of the word's"
            raise self._error(message, item)
        return Similar(word, edits, _unescaped(item.term.value), self._position(item), field)

    def _type(self, item: lucene.Item) -> Node:
        value = getattr(item, "value", "").strip('"').casefold()
        if value not in TYPES:
            raise self._error(f"type is one of {', '.join(TYPES)}", item)
        return OfType(value, self._position(item))

    def _analysed(self, typed: str) -> tuple[Token, ...]:
        return tuple(analyse(typed.lower() if self._shouted else typed))

    def _position(self, item: lucene.Item) -> int:
        return self._origins[min(item.pos or 0, len(self._origins) - 1)]

    def _error(self, message: str, item: lucene.Item) -> QuerySyntaxError:
        return QuerySyntaxError(message, query=self._query, position=self._position(item))


def _is_in_one_word(piece: str) -> bool:
    tokens = analyse(piece)
    return len(tokens) == 1 and (tokens[0].start, tokens[0].end) == (0, len(piece))


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)
