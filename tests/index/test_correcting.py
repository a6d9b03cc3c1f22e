"""What is proposed instead of a search that finds nothing."""

from __future__ import annotations

import pytest

from index import SearchRequest, correction, search
from tests.index.conftest import MakeIndex
from tests.index.invented import BORIS, Invented

QUOTES = ["The harbour was closed at noon.", Invented("A harbour for all.", speakers=(BORIS,)), "Nothing else closes."]

MEANT = [
    ("harbuor", "harbour"),
    ("harbur closed", "harbour closed"),
    ('"harbuor was closd"', '"harbour was closed"'),
    ("speaker:mrsh", "speaker:marsh"),
    ("closed harbur -pier", "closed harbour -pier"),
    ("xylophone", None),
    ("harbuor xylophone", None),
    ("harbour nothing", None),
    ("hx", None),
    ("type:partial", None),
]


@pytest.mark.parametrize(("q", "meant"), MEANT)
def test_a_slip_of_the_finger(make_index: MakeIndex, q: str, meant: str | None) -> None:
    index = make_index(*QUOTES)
    assert correction(index, SearchRequest(q)) == meant
    if meant:
        assert search(index, SearchRequest(meant)).total


def test_it_must_find_something_with_the_filters_too(make_index: MakeIndex) -> None:
    index = make_index(*QUOTES)
    assert correction(index, SearchRequest("harbuor", type=("indirect",))) is None
