"""The words of a text as wordings are compared: letter case, the shape of marks and all punctuation folded away."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from corpus.model import Span

WORD = re.compile(
    r"(?P<initials>(?:[^\W\d_]\.){2,})"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_](?:[^\W_]|['’ʼ](?=[^\W\d_]))*)"
    r"|(?P<sign>[%&]|(?<!\w)[-−](?=\d))"
    r"|(?P<currency>[$€£¥₴₽₩₹])"
    r"|(?P<recased>\[[^\W\d_]\](?=[^\W\d_])(?:[^\W_]|['’ʼ](?=[^\W\d_]))+)"
)
"""The last: *[w]e*, a letter that an editor made small or great."""
ASIDE = re.compile(r"\[[^\[\]]+\]")
GAP = re.compile(r"…|\.\s?\.\s?\.")
STOP = re.compile(r"[.!?]")
SIGNS = {"%": "percent", "&": "and", "-": "minus", "−": "minus"}
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
NEGATIONS = frozenset(
    ("not", "no", "never", "nobody", "nothing", "none", "neither", "nor", "nowhere", "without", "cannot", "hardly")
)


class Word(NamedTuple):
    """A word, folded, where it stands in its text (code points). `after_gap`: an ellipsis, which may stand for words
    left out, comes before it; `ends_sentence`: a full stop, question or exclamation mark comes after it, but no
    ellipsis: after one its sentence may go on; `aside`: it stands in square brackets, and is an editor's."""

    folded: str
    start: int
    end: int
    after_gap: bool = False
    ends_sentence: bool = False
    aside: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def negates(self) -> bool:
        return self.folded in NEGATIONS or self.folded.endswith("n't")


@lru_cache(maxsize=128)
def words_of(text: str) -> tuple[Word, ...]:
    """The words in text order. *long-range* is two, *U.S.* one, *1,000* is *1000*; a currency sign is a word."""
    found = [(folded(match), *match.span()) for match in WORD.finditer(text)]
    words, gap = [], bool(found) and is_gap(text[: found[0][1]])
    for (word, start, end), following in zip(found, [*(start for _, start, _ in found[1:]), len(text)], strict=False):
        between = text[end:following]
        words.append(Word(word, start, end, gap, between != " " and is_stop(between)))
        gap = between != " " and is_gap(between)
    return tuple(with_asides(text, words) if "[" in text else words)


def with_asides(text: str, words: Iterable[Word]) -> Iterator[Word]:
    """The words, those in square brackets as asides; the bracket beside a word belongs to its place."""
    asides = [(aside.start(), aside.end()) for aside in ASIDE.finditer(text)]
    later = 0
    for word in words:
        while later < len(asides) and asides[later][1] <= word.start:
            later += 1
        start, end = asides[later] if later < len(asides) else (len(text), len(text))
        if start < word.start and word.end < end:
            first, last = word.start - (word.start == start + 1), word.end + (word.end == end - 1)
            yield word._replace(start=first, end=last, aside=True)
        else:
            yield word


@lru_cache(maxsize=128)
def counted(text: str) -> Counter[str]:
    """How often `words_of` has each word: for telling at a glance how much two texts can have in common. Not to be
    changed."""
    return Counter(map(folded, WORD.finditer(text)))


def is_gap(between: str) -> bool:
    return GAP.search(between) is not None


def is_stop(between: str) -> bool:
    return STOP.search(GAP.sub("", between)) is not None


def folded(match: re.Match[str]) -> str:
    text = match.group()
    if match.lastgroup == "word" and text.isascii():
        return text.lower()
    if match.lastgroup == "initials":
        return text.replace(".", "").casefold()
    if match.lastgroup == "recased":
        text = text.replace("[", "").replace("]", "")
    if match.lastgroup == "number":
        return THOUSANDS.sub("", text)
    if match.lastgroup == "sign":
        return SIGNS[text]
    return unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("ʼ", "'")
