"""Where in a sentence its saying is described: beside the cue and the mention, outside what was said.

In *Last week, Ann Lee, speaking in Holm, told reporters on Monday that …* these are the opening, the gap between
mention and cue, and the tail. What follows a *that*, *who* or *adding* describes something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from corpus.model import Cue, Mention, Span

SAME_TIME = r"(?!\s+(?:same\s+)?(?:time|day|week|month|year|night|evening|morning|afternoon)\b)"
ELSEWHERE = re.compile(
    r"[;()\[\]|—\stTwWbBaAiInNsSrRcC](?:(?<=[;()\[\]|—])|(?<=\s)[–—-]\s|(?<!\w.)(?i:"
    rf"(?<=t)(?:hat{SAME_TIME}|hough)|(?<=w)(?:ho|hom|hose|hich|here|hen|hile|hether|arning)|(?<=b)ecause|(?<=,\sb)ut"
    r"|(?<=a)(?:lthough|dding|rguing|ccording|s(?!\s+of\b))|(?<=i)f|(?<=n)oting|(?<=s)aying|(?<=r)eferring|(?<=c)iting"
    r")\b)"
)
"""It begins with a plain character, which is sought fast, and looks back from there."""
CIRCUMSTANCE = re.compile(
    r"\W*(?:(?:but|and|so|then|later|meanwhile),?\s+)?(?:also\s+)?"
    r"(?:on|in|at|as\s+of|during|speaking|writing|testifying|appearing|tweeting|late|later|last|earlier|early|yesterday|this|today"
    r"|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|back|over|by|via|through|from|outside|aboard)\b",
    re.IGNORECASE,
)

MEANWHILE = re.compile(
    r"\b(?:(?:as|while|when)\s+(?:s?he|they|it)\s+\w+|who\s+(?:spoke|testified|appeared|was\s+speaking|was\s+interviewed))\b"
)
WORD = re.compile(r"[^\W_]")
SHORTEST = 4
"""Code points of the shortest zone that can hold anything: *" on X"* has five."""
LONGEST = 300
"""Code points looked at, so that a sentence of a million costs no more than others."""
FEW_WORDS = 2
"""More words than these between a cue and the words in marks are a clause, which goes on after them."""


class Zone(Struct, frozen=True, gc=False):
    """A stretch of the sentence. `sure` if it begins as a circumstance does, and not as an apposition (*, chief of
    police in Holm,*), in which a place or a year says something of the person."""

    start: int
    end: int
    sure: bool


def zones(text: str, sentence: Span, cue: Cue, mention: Mention | None, contents: Sequence[Span]) -> list[Zone]:
    """Tail, gap, opening, and what follows the contents: the nearest to the cue first; empty ones are left out."""
    said = [span for span in contents if span.start < sentence.end and sentence.start < span.end]
    first, last, apart = cue.start, cue.end, ""
    if mention and sentence.start <= mention.start and mention.end <= sentence.end:
        first, last = min(first, mention.start), max(last, mention.end)
        apart = text[mention.end : cue.start]

    until = min([span.start for span in said if span.start >= last], default=sentence.end)
    found = [zone(text, last, until, sure=last == cue.end)]
    if len(apart) >= SHORTEST and mention and not any(mention.end <= span.start < cue.start for span in said):
        found.append(zone(text, mention.end, cue.start))
    opens = min([first, *[span.start for span in said if span.start >= sentence.start]])
    if opening := zone(text, sentence.start, opens):
        found.append(Zone(opening.start, opening.end, opening.sure and not is_clause(apart)))
    ended = max([span.end for span in said], default=last)
    if last <= until < ended <= sentence.end and len(text[last:until].split()) <= FEW_WORDS:
        found.append(zone(text, ended, sentence.end))
    return [one for one in found if one]


def is_clause(apart: str) -> bool:
    """Whether the words between mention and cue have a verb of their own: *he* resigned after *saying*."""
    return not apart.lstrip().startswith(",") and len(apart.split()) > FEW_WORDS and not CIRCUMSTANCE.match(apart)


def zone(text: str, start: int, end: int, *, sure: bool = False) -> Zone | None:
    """The zone from `start` up to where the sentence turns to something else; None if it holds no word."""
    if end - start < SHORTEST:
        return None
    end = min(end, start + LONGEST)
    turn = ELSEWHERE.search(text, start, end)
    end = turn.start() if turn else end
    if WORD.search(text, start, end) is None:
        return None
    return Zone(start, end, sure or CIRCUMSTANCE.match(text, start, end) is not None)


def meanwhile(text: str, sentence: Span, cue: Cue, contents: Sequence[Span]) -> Iterator[Zone]:
    """What the speaker was doing while speaking: *as she left court* on Tuesday, *who spoke* on Monday."""
    start, end = max(sentence.start, cue.start - LONGEST), min(sentence.end, cue.end + LONGEST)
    for doing in MEANWHILE.finditer(text, start, end):
        if any(span.start <= doing.start() < span.end for span in contents):
            continue
        until = min((span.start for span in contents if span.start >= doing.end()), default=end)
        comma = text.find(",", doing.end(), until)
        if found := zone(text, doing.end(), until if comma < 0 else comma):
            yield found
