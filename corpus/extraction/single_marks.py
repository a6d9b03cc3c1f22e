"""Quotations in single marks, as British papers print them, and the apostrophes that are none.

An apostrophe within a word (*isn't*), after a plural (*the boats' owners*) or for letters left out (*'em*) opens and
closes nothing. Words left open at the end of a line go on where the next paragraph opens with a mark again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from corpus.extraction.regions import Region
from corpus.model import Span

APOSTROPHE = (
    r"(?<=\w)['’](?=\w)|(?<=s)['’](?=\s\w)"
    r"|(?<=\s)['‘’](?=(?:em|til|tis|twas|cause|cos|bout|round|n)\b|\d0s\b)"
)
WORDS = rf"(?=[^\W_])(?:[^'‘’\r\n]|{APOSTROPHE})*"
REOPENED = r"(?=[ \t]*(?:\r?\n[ \t]*){1,3}['‘][^\W_])"
SINGLE = re.compile(
    rf"['‘‚](?<![\w’'].)(?:(?<!‚){WORDS}(?:(?<=[\w,.?!…\"”])(?P<close>['’])(?!\w)|(?<=[.?!…]){REOPENED})"
    rf"|(?<=‚){WORDS}(?P<high>[‘’])(?!\w))"
)
"""It begins with a plain character, which is sought fast, and looks back from there."""


def single_quoted_regions(text: str, lines: Sequence[Span]) -> list[Region]:
    """Regions in single marks, in order, where apostrophes within words are no marks."""
    starts = [line.start for line in lines]
    found: list[Region] = []
    left_open = False
    for match in SINGLE.finditer(text):
        closed = match["close"] is not None or match["high"] is not None
        paragraph = bisect_right(starts, match.start()) - 1
        found.append(
            Region(match.start() + 1, match.end() - closed, *match.span(), paragraph, closed, continues=left_open)
        )
        left_open = not closed
    return found
