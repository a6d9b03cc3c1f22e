"""Text to tokens: what counts as a word, where it stands, and which forms of it can be searched for.

Word boundaries follow the spirit of Unicode UAX #29; scripts written without spaces (Han, kana, Thai, …) give one token
a character, so that any run of them is a phrase. No word is dropped: a phrase is found by all of its words.
"""

from __future__ import annotations

import re
import string
import threading
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec
import regex
import snowballstemmer

SEGMENT_GAP = 100
"""Positions left free between segments (and between names), more than any slop: no phrase matches across them."""

MAX_WORD = 255
"""Characters of a word that count. Longer ones are noise (encoded data in a page) and would only swell the lexicon."""

CAPITALS_OF_ANOTHER_WORD = {"us": "US", "who": "WHO", "it": "IT"}
"""In capitals or with full stops these are not the small word: *U.S.* and *US* are one, *us* is another."""

_APOSTROPHES = "'’ʼ＇"
_IGNORABLE = "\u00ad\u200c\u200d\u2060\ufeff"
_SPACELESS = r"\p{Han}\p{Hiragana}\p{Katakana}ー\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}"
_LETTER = rf"[[\p{{L}}\p{{N}}]--[{_SPACELESS}]]"
_INNER = rf"[[\p{{L}}\p{{N}}\p{{M}}{_IGNORABLE}]--[{_SPACELESS}]]"

_TOKEN = regex.compile(
    rf"""
    (?P<dotted> (?<![\p{{L}}\p{{N}}]) \p{{L}} (?:\.\p{{L}})+ (?![\p{{L}}\p{{M}}\p{{N}}]) \.? )  # U.S.  a.m.  N.A.T.O.
  | (?P<number> \p{{N}}+ (?:[.,]\p{{N}}+)+ )                                                 # 5,000  3.5
  | (?P<sign>   [{_SPACELESS}] \p{{M}}* )                                                    # 日
  | (?P<word>   {_LETTER} {_INNER}* (?:[{_APOSTROPHES}] {_LETTER} {_INNER}*)* )              # word  don't  F16
    """,
    regex.VERBOSE | regex.VERSION1,
)
_UNBROKEN = re.compile(r"\S+")
REMEMBERED = 40
"""Characters between two spaces up to which their tokens are kept for the next text that has them."""
_HYPHENS = frozenset("-‐‑")
_AROUND_WORDS = string.punctuation + "“”‘’«»…–—"
_THOUSANDS = regex.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_ELIDED = regex.compile(r"(?:[cdjlmnosty]|qu)'(?=..)")
_LETTERS_WITHOUT_ACCENT = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i"})


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word of a text. `word` is its folded form and `stem` the stem of it; `also` are other words that find it at
    the same position (*Russia's*: russia). `joined` is, on the first part of a hyphenated word, the whole without
    hyphens (*e-mail*: email), and `parts` how many tokens that takes."""

    word: str
    stem: str
    position: int
    start: int
    end: int
    also: tuple[str, ...] = ()
    joined: str | None = None
    parts: int = 1

    @property
    def plain(self) -> str:
        """The word without apostrophes and possessive: the form in which names are looked up."""
        return self.also[0] if "'" in self.word else self.word

    @property
    def words(self) -> frozenset[str]:
        """Every unstemmed form under which this position is found."""
        return _all_of(self.word, self.also, self.joined or None)

    @property
    def stems(self) -> frozenset[str]:
        """Every stemmed form under which this position is found."""
        return _all_stems_of(self.stem, self.also, self.joined or None)

    @property
    def own_words(self) -> frozenset[str]:
        return _all_of(self.word, self.also, None)

    @property
    def own_stems(self) -> frozenset[str]:
        return _all_stems_of(self.stem, self.also, None)


def analyse(text: str) -> list[Token]:
    """The tokens of one run of text, in order."""
    return list(analyse_parts((text,), 0))


def analyse_parts(parts: Iterable[str], joint: int) -> Iterator[Token]:
    """The tokens of several runs of text, offsets counted as if `joint` characters stood between them."""
    position = offset = 0
    for part in parts:
        for unbroken in _UNBROKEN.finditer(part):
            start = offset + unbroken.start()
            for own in tokens_of(unbroken.group()):
                yield Token(
                    own.word, own.stem, position, start + own.start, start + own.end, own.also, own.joined, own.parts
                )
                position += 1
        position += SEGMENT_GAP
        offset += len(part) + joint


def tokens_of(unbroken: str) -> tuple[Token, ...]:
    """The tokens of characters without white space. No token reaches over that, and none looks beyond it."""
    return _remembered(unbroken) if len(unbroken) <= REMEMBERED else _found(unbroken)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Without case, accents, ligatures, compatibility forms and invisible characters."""
    if text.isascii():
        return text.lower()
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if c not in _IGNORABLE)
    bare = "".join(c for c in unicodedata.normalize("NFKD", plain.casefold()) if not "\u0300" <= c <= "\u036f")
    for apostrophe in _APOSTROPHES:
        bare = bare.replace(apostrophe, "'")
    return unicodedata.normalize("NFC", bare.translate(_LETTERS_WITHOUT_ACCENT))


_stemmer = snowballstemmer.stemmer("english")
_stemmer.maxCacheSize = 0  # PyStemmer's own memory of words takes four times as long as stemming them
_stemmer_is_used = threading.Lock()


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The Snowball (Porter 2) English stem of a folded word; words in capitals stay as they are."""
    return stems((word,))[0]


def stems(words: Sequence[str]) -> list[str]:
    """The stems of many words, none of them remembered."""
    with _stemmer_is_used:  # snowballstemmer keeps the word it works on in the object
        stemmed = _stemmer.stemWords(words)
    return [stem if word.islower() else word for word, stem in zip(words, stemmed, strict=True)]


def plain_word(unbroken: str) -> str | None:
    """The word of characters without white space that are nothing but one: ASCII letters and digits, with marks
    around them at most. It and its stem are all the forms that `tokens_of` finds in them. None for all others."""
    bare = unbroken if unbroken.isalnum() else unbroken.strip(_AROUND_WORDS)
    if not (bare.isalnum() and bare.isascii()):
        return None
    word = bare[:MAX_WORD].lower()
    return None if word in CAPITALS_OF_ANOTHER_WORD and bare.isupper() else word


# ------------------------------------------------------------------------------------------------ one token


@lru_cache(maxsize=65536)
def _remembered(unbroken: str) -> tuple[Token, ...]:
    return _found(unbroken)


def _found(unbroken: str) -> tuple[Token, ...]:
    tokens = []
    for position, match in enumerate(_TOKEN.finditer(unbroken)):
        word, stemmed, also = _forms(match.lastgroup, match.group())
        tokens.append(Token(word, stemmed, position, match.start(), match.end(), also))
    return tuple(_with_joined_forms(unbroken, tokens))


@lru_cache(maxsize=65536)
def _forms(kind: str | None, text: str) -> tuple[str, str, tuple[str, ...]]:
    folded = fold(text)[:MAX_WORD]
    if kind == "number" and _THOUSANDS.fullmatch(folded):
        folded = folded.replace(",", "")
    if kind == "dotted":
        folded = folded.replace(".", "")
    if folded in CAPITALS_OF_ANOTHER_WORD and (kind == "dotted" or text.isupper()):
        capitals = CAPITALS_OF_ANOTHER_WORD[folded]
        return capitals, capitals, (folded,)
    if "'" in folded:
        return _with_apostrophe(folded)
    return folded, stem(folded), ()


def _with_apostrophe(word: str) -> tuple[str, str, tuple[str, ...]]:
    """*Russia's* is found by russia, *don't* by dont, *l'Ukraine* by ukraine."""
    base = word.removesuffix("'s")
    bare = base.replace("'", "")
    elided = _ELIDED.match(base)
    also = (bare, base[elided.end() :].replace("'", "")) if elided else (bare,)
    return word, stem(bare), also


@lru_cache(maxsize=65536)
def _all_of(word: str, also: tuple[str, ...], joined: str | None) -> frozenset[str]:
    return frozenset((word, *also) if joined is None else (word, *also, joined))


@lru_cache(maxsize=65536)
def _all_stems_of(stemmed: str, also: tuple[str, ...], joined: str | None) -> frozenset[str]:
    return _all_of(stemmed, tuple(map(stem, also)), None if joined is None else stem(joined))


def _with_joined_forms(text: str, tokens: list[Token]) -> list[Token]:
    first = 0
    while first < len(tokens):
        last = first
        while last + 1 < len(tokens) and text[tokens[last].end : tokens[last + 1].start] in _HYPHENS:
            last += 1
        if last > first:
            joined = "".join(token.word for token in tokens[first : last + 1]).replace("'", "")[:MAX_WORD]
            tokens[first] = msgspec.structs.replace(tokens[first], joined=joined, parts=last - first + 1)
        first = last + 1
    return tokens
