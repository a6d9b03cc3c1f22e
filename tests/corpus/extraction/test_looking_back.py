"""Phrases that count from a date told before; and whose date is carried to whose words."""

from __future__ import annotations

import pytest

from corpus import extract_quotes, read_article
from corpus.extraction.looking_back import told_from
from corpus.model import DatePrecision, SaidAt


@pytest.mark.parametrize(
    ("told", "precision", "phrase", "meant"),
    [
        ("2026-02-11", "day", "at the time", ("2026-02-11", "day")),
        ("2019-05", "month", "at that time", ("2019-05", "month")),
        ("2026-02-11", "day", "the next day", ("2026-02-12", "day")),
        ("2026-02-11", "day", "the previous evening", ("2026-02-10", "day")),
        ("2026-02-11", "day", "two days earlier", ("2026-02-09", "day")),
        ("2026-02-11", "day", "three weeks later", ("2026-03-02/2026-03-08", "week")),
        ("2026-02-11", "day", "the following month", ("2026-03", "month")),
        ("2025-12", "month", "a month later", ("2026-01", "month")),
        ("2025-12", "month", "the year before", ("2024", "year")),
        ("2016", "year", "a decade later", ("2026", "year")),
        ("2026-02-11", "day", "hours later", ("2026-02-11", "day")),
        ("2019-05", "month", "the next day", None),
        ("2019", "year", "that month", None),
        ("2026-03-28", "day", "the following month", None),
        ("9999-12-31", "day", "the next day", None),
    ],
)
def test_phrases_that_look_back(
    told: str, precision: DatePrecision, phrase: str, meant: tuple[str, str] | None
) -> None:
    assert told_from(phrase, SaidAt(told, precision), "2026-03-30") == meant


def test_a_date_that_is_carried_is_less_sure_than_one_of_its_own() -> None:
    text = "“The pier is sound,” Ann Lee said on Monday. “It will be painted,” she added."
    own, carried = extract_quotes(read_article(text, media_type="text/plain", published="2026-03-04"))
    assert own.said_at == carried.said_at
    assert (own.confidence.date or 0) > (carried.confidence.date or 0) > 0


def test_a_bare_text_has_no_dates() -> None:
    [one] = extract_quotes("“The pier is sound,” Ann Lee said in 2019.")
    assert (one.said_at, one.confidence.date) == (SaidAt(), None)
