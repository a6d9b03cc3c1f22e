"""How far apart two moments are, and which cannot be one."""

from __future__ import annotations

import math

import pytest

from corpus.clusters.times import days_between, days_of, moment_of
from corpus.model import PublishedAt, SaidAt


def between(one: tuple[str | None, str | None], other: tuple[str | None, str | None]) -> float | None:
    """Of two moments, each (said, published)."""
    moments = (
        moment_of(SaidAt(said, "day", "stated", "then") if said else SaidAt(), PublishedAt(published, "stated"))
        for said, published in (one, other)
    )
    return days_between(*moments)


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        (("2031-03-04", None), ("2031-03-04", None), 0),
        (("2031-03-04", None), ("2031-03-05", None), 1),
        (("2031-03-04", None), ("2031-03-06", None), None),
        (("2031-03", "2031-03-20"), ("2031-03-04", "2031-03-22"), 2),
        (("2031-02", None), ("2031-03-04", None), None),
        (("2031-03-04", None), (None, "2031-03-09"), 5),
        (("2031-03-04", None), (None, "2031-03-01"), None),
        ((None, "2031-03-04"), (None, "2031-03-09"), 5),
        ((None, "2031-03-04T22:00:00Z"), (None, "2031-03-04"), 0),
        ((None, None), (None, "2031-03-09"), math.inf),
        ((None, None), (None, None), math.inf),
    ],
)
def test_days_between(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None], days: float | None
) -> None:
    assert between(one, other) == between(other, one) == days


@pytest.mark.parametrize("edtf", [None, "", "soon", "2031-02-30", "../2031", "2031-13", "9" * 70])
def test_what_is_no_date_is_not_known(edtf: str | None) -> None:
    assert days_of(edtf) is None


def test_vague_dates_are_all_their_days() -> None:
    year, season = days_of("2031"), days_of("2031-22")
    assert year is not None
    assert season is not None
    assert (year.last - year.first, year.first < season.first < season.last < year.last) == (364, True)


def test_a_day_that_no_phrase_gives_is_that_of_the_article() -> None:
    published = PublishedAt("2031-03-04", "stated")
    assert moment_of(SaidAt("2031-03-04", "day", "inferred_from_publication"), published).said is None
    assert moment_of(SaidAt("2031-03-04", "day", "inferred_from_publication", "on Tuesday"), published).said
