"""What stands beside a quotation of the hands that it came through: other outlets, interpreters, another language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.model import Quotation, Span
from corpus.provenance.signs import WHO, language_named, lexicon

NEAR = 200
"""Code points on each side of a cue within which its sentence is read."""
SENTENCE_ENDS = re.compile(r"[.!?]\s+(?=[A-Z“\"])|\n")
BY_ANOTHER = re.compile(
    r"\b(?:as\s+quoted\s+(?:by|in)|(?:was|were|been)\s+quoted\s+(?:as\s+saying\s+)?(?:by|in)"
    rf"|(?:first\s+)?(?:reported|carried|broadcast|aired|cited)\s+by)\s+{WHO}"
)
INTERPRETED = re.compile(r"\bthrough\s+(?:an?|his|her|their|its)\s+(?:\w+\s+)?(?:interpreter|translator)s?\b")


@dataclass(frozen=True, slots=True)
class Beside:
    """Evidence in the article's text, and what it tells: the outlet, or the language (None if it is not told)."""

    evidence: Span
    told: str | None


def outlet_beside(text: str, quotation: Quotation) -> Beside | None:
    """*as quoted by the Holm Gazette*."""
    found = BY_ANOTHER.search(text, *within(text, quotation))
    return Beside(Span(*found.span()), found["who"].strip()) if found else None


def language_beside(text: str, quotation: Quotation) -> Beside | None:
    """*said in Danish*; *through an interpreter*, whose language is not told."""
    where = within(text, quotation)
    if named := in_language().search(text, *where):
        return Beside(Span(*named.span()), language_named(named["lang"]))
    found = INTERPRETED.search(text, *where)
    return Beside(Span(*found.span()), None) if found else None


@cache
def in_language() -> re.Pattern[str]:
    names = "|".join(name.capitalize() for name in lexicon()["languages"])
    return re.compile(
        rf"(?:\b[Ss]peaking\s+)?\bin\s+(?P<lang>{names})\b"
        r"(?=\s*[,.;:—–“”\"]|\s*\Z|\s+(?:on|at|to|that|during|after|before|and|as|when|via|through)\b)"
    )


def within(text: str, quotation: Quotation) -> tuple[int, int]:
    """From where to where the words stand around the cue, in its sentence and outside what was said."""
    cue = quotation.cue
    if cue is None:
        return 0, 0
    start, end = max(0, cue.start - NEAR), min(len(text), cue.end + NEAR)
    for span in quotation.spans:
        if span.end <= cue.start:
            start = max(start, span.end)
        elif span.start >= cue.end:
            end = min(end, span.start)
    for stop in SENTENCE_ENDS.finditer(text, start, end):
        if stop.end() <= cue.start:
            start = stop.end()
        elif stop.start() >= cue.end:
            return start, stop.start() + 1
    return start, end
