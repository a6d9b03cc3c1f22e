"""When, to whom and through what, in whole articles: tests/fixtures/dating, held to the floors of floors.toml."""

from __future__ import annotations

import pytest

from bench.circumstances import BadCase, cases, read_gold
from bench.dating import HELD_OUT, measured
from bench.floors import below


def test_no_figure_falls_below_its_floor() -> None:
    assert below(measured()) == []


def test_there_are_enough_cases() -> None:
    names = [case.name for case in cases()]
    held_out = [name for name in names if name.startswith(HELD_OUT)]
    assert len(set(names)) == len(names)
    assert len(names) - len(held_out) >= 120
    assert len(held_out) >= 40


@pytest.mark.parametrize("line", ["- The pier → Tuesday", "- The pier → undated | by phone", "- The pier"])
def test_a_line_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(BadCase, match="weekdays: A case"):
        read_gold("weekdays: A case", line)
