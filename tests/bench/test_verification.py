"""Verification never gets worse, and never calls right what is wrong."""

from __future__ import annotations

from functools import cache
from typing import get_args

import pytest

from bench.floors import below
from bench.misquotes import misquotes
from bench.trials import measured
from bench.verification import all_trials
from service.verifying import Match

by_machine, by_hand = cache(all_trials), cache(misquotes)

LEFT_WRONG = {
    "ellipsis over the middle", "ellipsis between two subjects", "ellipsis that turns the sense",
}  # fmt: skip
"""What is still called an excerpt though it turns the sense: docs/verification.md tells of it."""


@pytest.mark.slow
def test_no_figure_falls_below_its_floor() -> None:
    assert below({"verification": measured(by_machine()), "misquotes": measured(by_hand())}) == []


@pytest.mark.slow
def test_there_are_claims_of_every_kind() -> None:
    assert len(by_machine()) >= 500
    assert {one.expected for one in by_machine()} == set(get_args(Match))


@pytest.mark.slow
def test_a_lost_negation_or_another_speaker_is_never_called_right() -> None:
    assert [one for one in by_machine() if one.is_dangerous] == []


def test_people_misquote_in_every_way() -> None:
    assert len(by_hand()) >= 120
    assert {one.expected for one in by_hand()} == set(get_args(Match))


def test_what_people_make_of_a_quote_is_not_called_right_but_for_the_ways_that_are_told_of() -> None:
    assert {one.how for one in by_hand() if one.is_dangerous} <= LEFT_WRONG
