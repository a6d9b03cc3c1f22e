"""EDTF dates to the earliest day they can mean."""

from __future__ import annotations

import pytest

from corpus.model import PublishedAt, SaidAt
from corpus.record.days import day_of, earliest


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("2026-03-04", "2026-03-04"),
        ("2026-03", "2026-03"),
        ("2026", "2026"),
        ("2024-22", "2024-06-01"),  # summer
        ("2026-03-02/2026-03-08", "2026-03-02"),
        ("2026-03-04?", "2026-03-04"),
        ("../2026-03-04", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_earliest(edtf: str | None, day: str | None) -> None:
    assert earliest(edtf) == day


@pytest.mark.parametrize(
    ("said", "published", "day"),
    [("2026-03", "2026-04-01", "2026-03"), (None, "2026-04-01", "2026-04-01"), (None, None, None)],
)
def test_said_goes_before_published(said: str | None, published: str | None, day: str | None) -> None:
    assert day_of(SaidAt(said), PublishedAt(published)) == day
