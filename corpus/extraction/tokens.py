"""The words and marks of an article, cut once, with where each stands.

Tokens are words (with their apostrophes, inner hyphens and the full stops of abbreviations), quotation marks, and
single marks of punctuation. `words` are in lower case with straight apostrophes, for looking up; the text itself
is never changed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, count
from operator import attrgetter

from corpus.extraction.forms import FORMS, Form
from corpus.extraction.scripts import MARKS
from corpus.model import Span
from corpus.reading.segments import ABBREVIATIONS

TITLES = [word.capitalize() for word in ABBREVIATIONS if len(word) > 2]
SHORT_TITLES = ["Mr", "Ms", "Dr", "St", "Jr", "Sr", "Lt", "MR", "MS", "DR"]
TITLE_ENDS = "|".join(
    rf"(?<={title[0]}){title[1:]}" for title in sorted([*TITLES, *map(str.upper, TITLES), *SHORT_TITLES])
)
TOKEN = re.compile(
    r"([^\s\u200b](?:"  # a plain first character, which is sought fastest; what follows looks back at it
    r"(?<=[A-Za-z])[a-z]*+(?=[ ,])"  # most words: the line for words would find the same, more slowly
    r"|(?<=[^\w@`'‘’])"  # a mark
    r"|(?<=[^\W\d_])\.(?:[^\W\d_]\.)+(?:-\w+)*(?:['’]s\b)?"  # U.S.
    rf"|(?<=[A-Z])(?:{TITLE_ENDS}|)\.(?=\s?[\w,])"  # Sen. or J.
    rf"|(?:(?<=@)\w|(?<=\w))[\w{MARKS}]*(?:['’\-‑&][\w{MARKS}]+|[./](?=[a-z\d])\w+|(?<=\d),\d{{3}}\b)*"  # words
    r"|(?<=`)`|(?<=')'|(?<=‘)‘|(?<=’)’|))"  # doubled marks, or single ones
)


WORD_OF, CAPITAL_OF = attrgetter("word"), attrgetter("capital")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists over the tokens of one text; `words` in lower case with straight apostrophes."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    quoted: list[int]
    """For each token the number of the quoted region whose words or marks it belongs to, or -1."""
    forms: list[Form]
    """What each token is wherever it stands."""

    def __len__(self) -> int:
        return len(self.words)

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.forms[index].capital

    def capitals(self) -> Iterator[int]:
        """The tokens that begin with a capital letter."""
        return compress(count(), map(CAPITAL_OF, self.forms))

    def printed(self, index: int) -> str:
        """The token as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def among(self, words: frozenset[str]) -> Iterator[int]:
        """The tokens that are one of `words`."""
        return compress(count(), map(words.__contains__, self.words))

    def at(self, offset: int) -> int:
        """The first token that begins at or after `offset`."""
        return bisect_left(self.starts, offset)

    def range(self, span: Span) -> tuple[int, int]:
        """The half-open range of tokens that begin within `span`."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def span(self, first: int, last: int) -> Span:
        """From the first character of one token to the last of another (inclusive)."""
        return Span(self.starts[first], self.ends[last])


def tokenise(text: str, regions: Sequence[Span]) -> Tokens:
    """Cut `text` into tokens, and say which belong to the quoted `regions` (their spans with their marks, sorted).
    Linear in the length of the text."""
    parts = TOKEN.split(text)  # by turns what is no token, and a token
    offsets = list(accumulate(map(len, parts)))
    forms = list(map(FORMS.__getitem__, parts[1::2]))
    starts, ends = offsets[:-1:2], offsets[1::2]
    quoted = [-1] * len(forms)
    for number, region in enumerate(regions):
        first, stop = bisect_left(starts, region.start), bisect_left(starts, region.end)
        quoted[first:stop] = [number] * (stop - first)
    return Tokens(text, list(map(WORD_OF, forms)), starts, ends, quoted, forms)
