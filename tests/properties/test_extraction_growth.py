"""Extraction takes time linear in length, shown by counting calls: twice the text, about twice the calls.

Time itself is not asserted; ``python -m bench.growth`` measures it (docs/extraction.md shows the curve).
"""

from __future__ import annotations

import cProfile
import pstats

import pytest

from bench.hostile import HOSTILE
from corpus.extraction import extract_quotes

LENGTH = 24_000
AT_MOST = 2.2
FEW = 2_000
"""Calls that may come on top, for texts in which little happens."""


def calls(text: str) -> int:
    """How many functions, Python's own included, are called to extract from `text`."""
    profile = cProfile.Profile()
    profile.runcall(extract_quotes, text)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


@pytest.mark.slow
@pytest.mark.parametrize("kind", HOSTILE)
def test_twice_the_text_takes_about_twice_the_calls(kind: str) -> None:
    grow = HOSTILE[kind]
    extract_quotes(grow(100))  # what is loaded once does not count

    assert calls(grow(2 * LENGTH)) <= AT_MOST * calls(grow(LENGTH)) + FEW


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
