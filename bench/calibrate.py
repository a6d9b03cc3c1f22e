"""``python -m bench.calibrate``: how far each way of following a mention to a person is to be trusted.

Measures on the project's own articles and writes corpus/data/lexicons/confidence.toml. Then checks the way of doing it:
half of the articles sets the numbers and the other half is held against them, and the other way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from bench.judging import judge_one
from bench.people import cases
from bench.reliability import Answer, bins, gap
from corpus.extraction import extract_quotes
from corpus.extraction.confidence import trust, way
from corpus.model import Quotation

PATH = Path(__file__).parent.parent / "corpus" / "data" / "lexicons" / "confidence.toml"
PRIOR = 10.0
"""Answers as good as all together that are counted to each way, so that few of its own do not decide alone."""
HEADING = (
    "# How often the person is right, by the way in which a mention was followed, against what the rules claimed of\n"
    "# the mention. Written by `python -m bench.calibrate` from the articles of tests/fixtures/people, not by hand.\n"
)


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution in an article of the set: its way, its rule's confidence, and whether the person is right."""

    article: str
    way: str
    rule_confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Trust:
    """What one way is worth: `trust` times the rule's confidence is the share that is right."""

    answers: int
    right: int
    trust: float


def attributed() -> Iterator[Attributed]:
    """Every attribution to a speaker that the gold knows of."""
    for case in cases():
        quotations = extract_quotes(case.text)
        for said in case.said:
            verdict = judge_one(case, said, quotations)
            found = next((one for one in quotations if begins_there(one, said.starts[0])), None)
            if verdict.confidence is not None and found is not None and found.speakers:
                alone = verdict.confidence / trust(found.speakers)
                yield Attributed(case.name, way(found.speakers[0]), round(alone, 2), verdict.right)


def begins_there(quotation: Quotation, start: int) -> bool:
    """Whether a segment of a quotation holds the character where the words of the gold begin, or begins just after."""
    return any(segment.start - 2 <= start < segment.end for segment in quotation.segments)


def measure(answers: Iterable[Attributed]) -> tuple[float, dict[str, Trust]]:
    """What all ways together are worth, and each of them."""
    every = list(answers)
    overall = sum(one.right for one in every) / sum(one.rule_confidence for one in every)
    by_way: dict[str, list[Attributed]] = {}
    for one in sorted(every, key=lambda one: one.way):
        by_way.setdefault(one.way, []).append(one)
    return min(1.0, overall), {name: trust_in(inside, overall) for name, inside in by_way.items()}


def trust_in(inside: list[Attributed], overall: float) -> Trust:
    right, claimed = sum(one.right for one in inside), sum(one.rule_confidence for one in inside)
    return Trust(len(inside), right, min(1.0, (right + PRIOR * overall) / (claimed + PRIOR)))


def held_out(answers: list[Attributed]) -> list[Answer]:
    """Each answer's confidence by numbers that its half of the articles had no part in, and whether it is right."""
    names = sorted({one.article for one in answers})
    halves = (set(names[::2]), set(names[1::2]))
    found: list[Answer] = []
    for mine, other in (halves, halves[::-1]):
        overall, ways = measure(one for one in answers if one.article in other)
        found += [(confidence(one, overall, ways), one.right) for one in answers if one.article in mine]
    return found


def confidence(one: Attributed, overall: float, ways: Mapping[str, Trust]) -> float:
    return one.rule_confidence * (ways[one.way].trust if one.way in ways else overall)


def lexicon(overall: float, ways: Mapping[str, Trust]) -> str:
    """The file of the numbers."""
    lines = [HEADING, f"all = {overall:.3f}\n\n[ways]\n"]
    for name, one in ways.items():
        lines.append(f'"{name}" = {{ trust = {one.trust:.3f}, answers = {one.answers}, right = {one.right} }}\n')
    return "".join(lines)


def main() -> None:
    answers = list(attributed())
    overall, ways = measure(answers)
    PATH.write_text(lexicon(overall, ways), encoding="utf-8")
    before = gap(bins((one.rule_confidence, one.right) for one in answers))
    click.echo(f"{len(answers)} answers; mean gap of the rules alone {before:.3f}")
    click.echo(f"set by one half of the articles, held against the other: {gap(bins(held_out(answers))):.3f}")
    after = gap(bins((confidence(one, overall, ways), one.right) for one in answers))
    click.echo(f"set and held against all: {after:.3f}")


if __name__ == "__main__":
    main()
