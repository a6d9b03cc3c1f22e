"""Dates in words, and how each is known."""

from __future__ import annotations

import pytest

from corpus.model import PublishedAt, SaidAt
from service.pages.dates import Moment, html_datetime, in_words, published, said


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2023-10-04", "4 October 2023"),
        ("2023-10", "October 2023"),
        ("2023", "2023"),
        ("2023-22", "summer 2023"),
        ("2023-10-04T08:30:00Z", "4 October 2023"),
        ("2023-10-XX", "October 2023"),
        ("2023-XX-XX", "2023"),
        ("202X", "the 2020s"),
        ("2023-10~", "about October 2023"),
        ("2023-10-04?", "perhaps 4 October 2023"),
        ("2023%", "perhaps about 2023"),
        ("2023-09/2023-10", "between September 2023 and October 2023"),
        ("2023-09/..", "since September 2023"),
        ("../2023-09", "until September 2023"),
        ("[..2023-09-01]", "on or before 1 September 2023"),
        ("2023-13-45", "2023-13-45"),
        ("{2021,2023}", "{2021,2023}"),
        ("", ""),
    ],
)
def test_in_words(edtf: str, words: str) -> None:
    assert in_words(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "value"),
    [
        ("2023-10-04", "2023-10-04"),
        ("2023-10", "2023-10"),
        ("2023", "2023"),
        ("2023-10-04T08:30:00Z", "2023-10-04"),
        ("2023-22", None),
        ("2023-10~", None),
        ("2023-09/2023-10", None),
    ],
)
def test_only_what_html_can_express_is_machine_readable(edtf: str, value: str | None) -> None:
    assert html_datetime(edtf) == value


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (SaidAt(), None),
        (SaidAt("2023-10-04", "day", "stated", "4 October"), Moment("4 October 2023", "2023-10-04")),
        (
            SaidAt("2023-10-04", "day", "inferred_from_weekday", "Wednesday"),
            Moment("4 October 2023", "2023-10-04", "inferred from the weekday; printed as “Wednesday”"),
        ),
        (
            SaidAt("2023-10-02/2023-10-08", "week", "inferred_from_publication", "this week"),
            Moment(
                "in the week of 2 October 2023",
                None,
                "inferred from the date of publication; printed as “this week”",
            ),
        ),
        (
            SaidAt(None, "unknown", "unknown", "late last month"),
            Moment("“late last month”", None, "as printed; the article gives no date to count from"),
        ),
    ],
)
def test_said_tells_how_it_is_known(moment: SaidAt, shown: Moment | None) -> None:
    assert said(moment) == shown


def test_an_inferred_date_of_publication_says_so() -> None:
    assert published(PublishedAt("2023-10", "inferred_from_content")) == Moment(
        "October 2023", "2023-10", "inferred from what the article tells"
    )
    assert published(PublishedAt()) is None
