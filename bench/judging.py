"""Judging what extraction says of an article against the gold: was it found, and is the *person* right?"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bench.people import FAMILIES, Case, Said, Who, plain
from corpus.model import Quotation, Segment, Span

SLACK = 2
"""Characters by which the start of a marked segment may miss: a nested mark or a space inside the mark."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One quotation of the gold, and the answer to it. `got` is None where no quotation was found."""

    case: str
    said: Said
    got: Who | None
    confidence: float | None
    together: bool

    @property
    def found(self) -> bool:
        return self.got is not None

    @property
    def right(self) -> bool:
        if self.said.who.family == "nobody":
            return self.got is None or self.got.family == "unknown"
        return self.got is not None and agree(self.said.who, self.got)


@dataclass(frozen=True, slots=True)
class Tally:
    """How often extraction is right, over all verdicts. Every figure is a share from 0 to 1, or NaN of none at all."""

    quotations: int
    found: float
    person_right: float
    """Of the quotations found, whose speakers are all right."""
    found_and_right: float
    indirect_found: float
    together: float
    """Of the quotations of several segments that were found, that are one quotation."""
    nobody_right: float
    """Of the words in marks that are no quotation, that nobody is said to have said."""


def agree(gold: Who, got: Who) -> bool:
    """Whether an answer is the gold's. People must be the same by their whole names. A description, such as "a doctor
    at the hospital" or "an inspection report from 2021", may stop early: "a doctor", but not start late. Several people
    without names are a group or anonymous, as one likes."""
    alike = gold.family == got.family or "group" in (gold.family, got.family)
    if not alike or not {gold.family, got.family} <= {"body", "group", "anonymous"}:
        return gold == got
    pairs = list(zip(sorted(gold.names), sorted(got.names), strict=False))
    return len(gold.names) == len(got.names) and all(starts_like(one, other) for one, other in pairs)


def starts_like(one: str, other: str) -> bool:
    """Whether one of two descriptions goes on from the other at the end of a word."""
    short, long = sorted((one, other), key=len)
    return long == short or long.startswith(short + " ")


def judge(case: Case, quotations: Sequence[Quotation]) -> Iterator[Verdict]:
    """A verdict for each line of the case's gold, in its order."""
    return (judge_one(case, said, quotations) for said in case.said)


def judge_one(case: Case, said: Said, quotations: Sequence[Quotation]) -> Verdict:
    hits = [
        next((one for one in quotations if any(begins(segment, said, part) for segment in one.segments)), None)
        for part in range(len(said.words))
    ]
    found = [one for one in hits if one is not None]
    if len(found) < len(hits):
        return Verdict(case.name, said, None, None, False)
    answers = {who_of(one) for one in found}
    got = answers.pop() if len(answers) == 1 else Who("ambiguous", frozenset(str(answer) for answer in answers))
    return Verdict(case.name, said, got, found[0].confidence.speaker, all(one is found[0] for one in found))


def begins(segment: Segment, said: Said, part: int) -> bool:
    """Whether a segment is this part of the gold: an indirect one overlaps its words, one in marks begins there."""
    start = said.starts[part]
    if said.indirect:
        words = Span(start, start + len(said.words[part]))
        return segment.type == "indirect" and words.overlaps(Span(segment.start, segment.end))
    return segment.type != "indirect" and abs(segment.start - start) <= SLACK


def who_of(quotation: Quotation) -> Who:
    """The answer that a quotation gives."""
    if quotation.attribution.status == "ambiguous":
        return Who("ambiguous", frozenset(plain(name) for name in quotation.attribution.candidates))
    if not quotation.speakers:
        return Who("unknown")
    family = FAMILIES.get(quotation.speakers[0].kind, "person")
    return Who(family, frozenset(plain(speaker.name) for speaker in quotation.speakers))


def unlisted(case: Case, quotations: Iterable[Quotation]) -> Iterator[Segment]:
    """Segments in marks, given to a speaker, that no line of the gold knows: wrong, or missing from the gold."""
    for quotation in quotations:
        for segment in quotation.segments:
            known = any(begins(segment, said, part) for said in case.said for part in range(len(said.words)))
            if segment.type != "indirect" and quotation.speakers and not known:
                yield segment


def tally(verdicts: Iterable[Verdict]) -> Tally:
    """The figures for all verdicts together. Indirect quotations count in `indirect_found` and the person's figures."""
    every = list(verdicts)
    spoken = [one for one in every if one.said.who.family != "nobody"]
    marked = [one for one in spoken if not one.said.indirect]
    found = [one for one in spoken if one.found]
    return Tally(
        quotations=len(spoken),
        found=share(one.found for one in marked),
        person_right=share(one.right for one in found),
        found_and_right=share(one.right for one in spoken),
        indirect_found=share(one.found for one in spoken if one.said.indirect),
        together=share(one.together for one in found if len(one.said.words) > 1),
        nobody_right=share(one.right for one in every if one.said.who.family == "nobody"),
    )


def share(answers: Iterable[bool]) -> float:
    every = list(answers)
    return sum(every) / len(every) if every else math.nan
