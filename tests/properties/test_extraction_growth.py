"""Extraction takes time linear in length: no line of it is run much more than twice as often for twice the text.

Time itself is not asserted; ``python -m bench.growth`` measures it (docs/extraction.md shows the curve).
"""

from __future__ import annotations

import sys
from collections import Counter
from types import CodeType, FrameType
from typing import Any

import pytest

from bench.hostile import HOSTILE
from corpus.extraction import extract_quotes

LENGTH = 6_000
AT_MOST = 2.2
FEW = 1_000
"""Runs that may come on top, for lines that are run seldom or only up to a limit."""

Line = tuple[CodeType, int]


def runs(text: str) -> Counter[Line]:
    """How often each line of Python is run to extract from `text`; a comprehension counts once a turn."""
    counted: Counter[Line] = Counter()

    def count(frame: FrameType, event: str, _argument: Any) -> Any:
        if event == "line":
            counted[frame.f_code, frame.f_lineno] += 1
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        extract_quotes(text)
    finally:
        sys.settrace(before)
    return counted


@pytest.mark.slow
@pytest.mark.parametrize("kind", HOSTILE)
def test_twice_the_text_runs_each_line_about_twice_as_often(kind: str) -> None:
    grow = HOSTILE[kind]
    extract_quotes(grow(100))  # what is loaded once does not count

    once, twice = runs(grow(LENGTH)), runs(grow(2 * LENGTH))

    assert {
        f"{code.co_filename}:{number}": (once[code, number], times)
        for (code, number), times in twice.items()
        if times > AT_MOST * once[code, number] + FEW
    } == {}


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["straight marks", "opening marks", "odd marks by turns", "nested curly marks"])
def test_a_hundred_thousand_marks_are_read_to_the_end(kind: str) -> None:
    text = HOSTILE[kind](100_000) + "\n\n“It rained,” Ada Park said."

    assert extract_quotes(text)[-1].speakers[0].name == "Ada Park"


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["quotations in one paragraph", "plain words", "unclosed single mark"])
def test_a_paragraph_of_a_million_characters_is_read_to_the_end(kind: str) -> None:
    text = HOSTILE[kind](1_000_000) + "\n\n“It rained,” Ada Park said."

    assert extract_quotes(text)[-1].speakers[0].name == "Ada Park"
