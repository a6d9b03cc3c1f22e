"""Clusters never get worse: what is found of the invented utterances stays at or above tests/fixtures/floors.toml."""

from __future__ import annotations

import pytest

from bench.clusters import figures, measured
from bench.floors import below
from bench.utterances import SETS, printed, read


@pytest.mark.slow
def test_no_figure_falls_below_its_floor() -> None:
    judged = measured()
    assert set(judged) == set(SETS)
    assert below(figures(judged)) == []


def test_the_sets_are_large_and_share_nobody() -> None:
    tuned, check = (printed(name) for name in SETS)
    assert min(len(tuned), len(check)) > 150
    assert not {one.words for one in tuned} & {one.words for one in check if len(one.words.split()) > 8}


def test_a_scene_is_read_line_by_line() -> None:
    lines = "- A: One: two.\n- B, said 2031-03-01, by Tom Okafor, at the ball: x\n"
    first, second = read(f"# T\n\n## A pier\nAda Morland, 2031-03-04\n\n{lines}")
    assert (first.utterance, first.words, first.who, first.published, first.said) == (
        "A", "One: two.", "Ada Morland", "2031-03-04", None,
    )  # fmt: skip
    assert (second.who, second.said, second.published, second.at) == (
        "Tom Okafor", "2031-03-01", "2031-03-01", "the ball",
    )  # fmt: skip
    assert not first.is_same(second)
