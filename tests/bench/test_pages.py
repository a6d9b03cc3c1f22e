"""Where the figures of pages are written."""

from __future__ import annotations

import pytest

from bench.pages import documented, share

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
