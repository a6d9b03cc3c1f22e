"""How often the *person* is right: invented articles with whole names as gold (tests/fixtures/README.md).

Floors stand in tests/fixtures/floors.toml under `people`; `python -m bench.persons` prints every wrong answer.
"""

from __future__ import annotations

from collections import Counter

import pytest

from bench.evaluate import OWN_ROWS, own_tally
from bench.floors import floors
from bench.judging import Tally
from bench.people import HELD_OUT, Case, cases

CASES = [*cases(), *cases(HELD_OUT)]


@pytest.fixture(scope="module")
def figures() -> Tally:
    return own_tally()


@pytest.mark.parametrize("figure", [figure for _, figure in OWN_ROWS])
def test_no_figure_falls_below_its_floor(figures: Tally, figure: str) -> None:
    assert 100 * getattr(figures, figure) >= floors()["people"][figure]


def test_what_is_held_out_is_no_worse_than_it_was() -> None:
    found = own_tally(HELD_OUT)

    assert all(100 * getattr(found, figure) >= floor for figure, floor in floors()["people_held_out"].items())


def test_the_set_is_large_and_varied(figures: Tally) -> None:
    families = Counter(said.who.family for case in CASES for said in case.said)

    assert len(CASES) >= 45
    assert figures.quotations >= 300
    assert all(families[family] >= 4 for family in ("person", "body", "anonymous", "ambiguous", "unknown", "nobody"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_gold_stands_in_the_order_of_the_text(case: Case) -> None:
    starts = [said.starts[0] for said in case.said]

    assert starts == sorted(starts)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_name_of_the_gold_is_printed_in_its_article(case: Case) -> None:
    words = case.text.replace("’", "'").casefold()
    people = [name for said in case.said if said.who.family in ("person", "ambiguous") for name in said.who.names]

    assert all(word in words for name in people for word in name.split())
