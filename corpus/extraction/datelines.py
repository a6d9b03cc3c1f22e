"""Datelines: where and when a report was filed, set before its first words, and no part of what anybody said.

    PORT ELSING, 3 March 2026 — The old … · HOLM (Tidewell) - The old … · Holm, March 3 — The old …

A place in capitals is a dateline before any dash that a sentence follows, one in small letters only with a date or an
agency.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.model import Span

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
DATE = rf"(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}})(?:,? \d{{4}})?"
CAPITALS = r"[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ]{1,20}(?:[ .'’-]{1,2}[^\W\d_a-zß-öø-ÿ]{1,20}){0,4}"
SMALL = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]{0,20}(?: [\w.'’-]{1,20}){0,3}"
AGENCY = r"\([A-Z][\w .&/-]{1,30}\)"
DATELINE = re.compile(
    rf"(?:{CAPITALS}(?:, (?:{DATE}|{SMALL})){{0,3}}(?: {AGENCY})?"
    rf"|{SMALL}(?:, {SMALL})?(?:, {DATE}(?: {AGENCY})?| {AGENCY}))"
    r"[ \u00a0]?(?:—|–|--|(?<=\s)-)[ \u00a0]{0,2}(?=[^\w\s]?[^\W_a-z])"
)


def parted(text: str, sentences: Iterable[Span], lines: Sequence[Span]) -> list[Span]:
    """The sentences of a text, each dateline cut off as one of its own. `lines` are its paragraphs, both in order."""
    ends = (match.end() for line in lines if (match := DATELINE.match(text, line.start, line.end)))
    end, found = next(ends, len(text)), list[Span]()
    for sentence in sentences:
        while end <= sentence.start:
            end = next(ends, len(text))
        if sentence.start < end < sentence.end:
            found += [Span(sentence.start, end), Span(end, sentence.end)]
        else:
            found.append(sentence)
    return found
