"""``python -m bench.reliability``: does a confidence mean what it says? Of quotations at 0.9, 90 % should be right.

Prints a table for each set and draws docs/images/reliability.svg. In the project's own articles *right* means the
person; in PolNeAR's train split, where it stands beside the project, the segment and the speaker's mention.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bench import charts, referee
from bench.judging import judge, unlisted
from bench.people import cases
from bench.showing import show_table
from corpus.extraction import extract_quotes

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
FEWEST = 20
"""A bin of fewer answers is printed and not drawn: one answer would move it by 5 %."""

Answer = tuple[float, bool]


@dataclass(frozen=True, slots=True)
class Bin:
    """The answers whose confidence lies from `low` up to `high`: how many, their mean confidence, the share right."""

    low: float
    high: float
    answers: int
    confidence: float
    right: float


def own_answers() -> list[Answer]:
    """Each attribution in the project's own articles: its confidence, and whether the person is right."""
    found: list[Answer] = []
    for case in cases():
        quotations = extract_quotes(case.text)
        given = [one for one in judge(case, quotations) if one.confidence is not None]
        found += [(one.confidence, one.right) for one in given if one.confidence is not None]
        wrong = {segment.start for segment in unlisted(case, quotations)}
        for quotation in quotations:
            if quotation.confidence.speaker is not None and quotation.segments[0].start in wrong:
                found.append((quotation.confidence.speaker, False))
    return found


def bins(answers: Iterable[Answer]) -> list[Bin]:
    """The answers by confidence, empty bins left out."""
    every = sorted(answers)
    return [
        Bin(low, high, len(inside), mean([one for one, _ in inside]), mean([right for _, right in inside]))
        for low, high in pairwise(EDGES)
        if (inside := [(confidence, right) for confidence, right in every if low <= confidence < high])
    ]


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def gap(found: Sequence[Bin]) -> float:
    """The expected calibration error: how far confidence and share right lie apart, weighted by answers."""
    return sum(abs(one.confidence - one.right) * one.answers for one in found) / sum(one.answers for one in found)


def main() -> None:
    sets = {"own articles (person)": bins(own_answers())}
    if referee.present():
        sets["PolNeAR train (mention)"] = bins(referee.answers("train"))
    for name, found in sets.items():
        show_table(
            (f"{name}: mean gap {gap(found):.3f}", "answers", "confidence", "right"),
            [
                (f"{one.low:.2f}–{min(one.high, 1):.2f}", str(one.answers), f"{one.confidence:.3f}", f"{one.right:.3f}")
                for one in found
            ],
        )
    charts.reliability(
        {name: [(one.confidence, one.right) for one in found if one.answers >= FEWEST] for name, found in sets.items()}
    )


if __name__ == "__main__":
    main()
