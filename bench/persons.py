"""``python -m bench.persons [ARTICLE …]``: what extraction gets wrong in the project's own articles, and how often it
is right. An article is named by its file in tests/fixtures/people, without ``.md``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import get_args

from bench.judging import Verdict, judge, share, tally, unlisted
from bench.people import Case, Family, cases
from corpus.extraction import extract_quotes


def main(names: list[str]) -> None:
    verdicts: list[Verdict] = []
    for case in cases():
        if names and case.name not in names:
            continue
        quotations = extract_quotes(case.text)
        judged = list(judge(case, quotations))
        verdicts += judged
        for line in complaints(case, judged):
            print(line)
        for segment in unlisted(case, quotations):
            print(f"{case.name}: not in the gold, and given to a speaker: {segment.text!r}")
    for figure, value in asdict(tally(verdicts)).items():
        print(f"{figure:>20}  {value:.3f}" if isinstance(value, float) else f"{figure:>20}  {value}")
    for family in get_args(Family):
        answers = [one.right for one in verdicts if one.said.who.family == family]
        print(f"{family:>20}  {share(answers):.3f} of {len(answers)} found and right")


def complaints(case: Case, verdicts: list[Verdict]) -> Iterator[str]:
    """A line for each wrong answer, and for each quotation that was torn apart."""
    for one in verdicts:
        words = " … ".join(one.said.words)
        if not one.right:
            got = f"{one.got} ({one.confidence})" if one.got else "not found"
            yield f"{case.name}: {'indirect ' * one.said.indirect}{words!r}: want {one.said.who}; got {got}"
        elif one.found and not one.together:
            yield f"{case.name}: {words!r}: right, but in several quotations"


if __name__ == "__main__":
    main(sys.argv[1:])
