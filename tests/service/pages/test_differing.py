"""A difference read at a glance: the sentences beside it are left out, what turns the words is not."""

from __future__ import annotations

import pytest

from corpus.comparing import compare
from service.pages.differing import Sides, difference, nearby
from service.verifying import diff

SAID = "The ferry is late. We never said that the pier was safe, … It fell in March. Nobody was hurt."


@pytest.mark.parametrize(
    ("claimed", "shown"),
    [
        ("It fell in May.", "… It fell in [March.|May] …"),
        ("We said that the pier was safe.", "… We [never|] said that the pier was safe …"),
        ("The pier was safe.", "… [We never said that|] The pier was safe …"),
        ("The ferry is later.", "The ferry is [late.|later] …"),
        ("It fell in March. Nobody got hurt.", "… It fell in March. Nobody [was|got] hurt."),
    ],
)
def test_whole_sentences_around_are_not_shown(claimed: str, shown: str) -> None:
    runs = nearby(list(diff(SAID, claimed, compare(SAID, claimed))))
    plain = ("same", "punctuation")
    told = [run.claimed if run.change in plain else f"[{run.recorded}|{run.claimed}]" for run in runs]
    assert "".join(told).replace(" ", "") == shown.replace(" ", "")


@pytest.mark.parametrize(
    ("recorded", "claimed", "shown"),
    [
        ("If it rains we stay.", "We stay.", "</del> We stay."),
        ("We did not stay.", "We did [never] stay.", "</del> <ins>"),
    ],
)
def test_words_of_both_stand_apart(recorded: str, claimed: str, shown: str) -> None:
    made = difference(diff(recorded, claimed, compare(recorded, claimed)), Sides("-", "+"))
    assert shown in made
