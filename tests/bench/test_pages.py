"""Where the figures of pages are written."""

from __future__ import annotations

import pytest

from bench.page_rates import ANSWERS, COUNTED, JSON, PAGE, Rates, rows, share
from bench.pages import documented

SECTION = "## Pages\n\nnew\n"


@pytest.mark.parametrize(
    ("document", "written"),
    [
        ("# Speed\n\nSearch.\n", "# Speed\n\nSearch.\n\n## Pages\n\nnew\n"),
        ("# Speed\n\n## Pages\n\nold\n", "# Speed\n\n## Pages\n\nnew\n"),
        ("# Speed\n\n## Pages\n\nold\n\n## How\n\nSo.\n", "# Speed\n\n## Pages\n\nnew\n\n## How\n\nSo.\n"),
    ],
    ids=["for the first time", "again", "before other sections"],
)
def test_a_section_is_written_in_its_place(document: str, written: str) -> None:
    assert documented(document, SECTION) == written
    assert documented(written, SECTION) == written


def test_shares_are_taken_within_turns() -> None:
    assert share([1.0, 2.0, 30.0], [2.0, 8.0, 60.0]) == 0.5


def test_new_searches_and_repeated_ones_stand_side_by_side() -> None:
    new = {JSON: [100.0, 200.0], COUNTED: [50.0, 60.0], PAGE: [40.0, 80.0]}
    told = rows(Rates(new, {name: [10.0, 10.0] for name in ANSWERS}))
    assert told[0] == "| JSON answer, requests/s | 150 | 10 |"
    assert told[-2:] == ["| page ÷ JSON | 40% | 100% |", "| page ÷ JSON with facets | 107% | 100% |"]
