from __future__ import annotations

from datetime import date

import pytest

from index.dates import FIRST_DAY, LAST_DAY, Days, _parsed, days_of, first_second


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


VAGUE = [
    ("2024-11-05", "2024-11-05", "2024-11-05"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2024", "2024-01-01", "2024-12-31"),
    ("2024-11~", "2024-11-01", "2024-11-30"),
    ("2024-11-XX", "2024-11-01", "2024-11-30"),
    ("202X", "2020-01-01", "2029-12-31"),
    ("2024-11-03/2024-11-09", "2024-11-03", "2024-11-09"),
    ("2024-11-05T23:30:00Z", "2024-11-05", "2024-11-05"),
    ("2024-11-05T23:30:00+02:00", "2024-11-05", "2024-11-05"),
]


@pytest.mark.parametrize(("edtf", "first", "last"), VAGUE)
def test_a_date_is_all_the_days_it_may_mean(edtf: str, first: str, last: str) -> None:
    assert days_of(edtf) == Days(day(first), day(last))


def test_open_ends_reach_the_edge_of_the_calendar() -> None:
    assert days_of("2024/..") == Days(day("2024-01-01"), LAST_DAY)
    assert days_of("../2024") == Days(FIRST_DAY, day("2024-12-31"))
    assert days_of("Y170000002") == Days(LAST_DAY, LAST_DAY)


@pytest.mark.parametrize("text", ["", "soon", "2024-11-31", "2024-13", "5 November", "2024-11-5", "1" * 500])
def test_what_is_no_date_is_none(text: str) -> None:
    assert days_of(text) is None
    assert first_second(text) is None


def test_a_printed_time_orders_the_articles_of_a_day() -> None:
    order = ["2024-11-05", "2024-11-05T09:00:00+02:00", "2024-11-05T08:00:00Z", "2024-11-06"]
    seconds = [first_second(edtf) or 0 for edtf in order]
    assert seconds == sorted(seconds)
    assert len(set(seconds)) == 4


@pytest.mark.parametrize(
    "plain",
    ["2024", "2024-02", "2023-02", "2024-02-29", "2023-02-29", "2024-13", "2024-00", "0000", "0001-01", "9999-12-31"],
)
def test_plain_dates_are_read_as_the_parser_reads_them(plain: str) -> None:
    assert days_of(plain) == _parsed(plain)
