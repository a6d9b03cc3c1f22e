"""Which page of how many."""

from __future__ import annotations

import pytest

from service.pages.paging import Pages


@pytest.mark.parametrize(
    ("current", "total", "last", "start", "before", "after"),
    [
        (1, 0, 1, 1, None, None),
        (1, 10, 1, 1, None, None),
        (1, 11, 2, 1, None, "p2"),
        (2, 30, 3, 11, "p1", "p3"),
        (3, 30, 3, 21, "p2", None),
        (9, 30, 3, 81, "p3", None),
    ],
)
def test_pages(current: int, total: int, last: int, start: int, before: str | None, after: str | None) -> None:
    pages = Pages.of(current, total, 10, lambda page: f"p{page}")
    assert (pages.last, pages.start, pages.previous_url, pages.next_url) == (last, start, before, after)
    assert pages.last_url == f"p{last}"
