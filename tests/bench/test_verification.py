"""Verification never gets worse, and never calls right what is wrong."""

from __future__ import annotations

from functools import cache

import pytest

from bench.floors import below
from bench.verification import Trial, all_trials, measured

pytestmark = pytest.mark.slow
trials = cache(all_trials)


def test_no_figure_falls_below_its_floor() -> None:
    assert below({"verification": measured(trials())}) == []


def test_there_are_claims_of_every_kind() -> None:
    assert len(trials()) >= 500
    assert {one.alteration.expected for one in trials()} == {
        "not_in_this_corpus", "altered", "speaker_mismatch", "punctuation_only", "excerpt", "exact",
    }  # fmt: skip


def test_a_lost_negation_or_another_speaker_is_never_called_right() -> None:
    dangerous: list[Trial] = [one for one in trials() if one.is_dangerous]
    assert dangerous == []
