"""Dates as a page shows them: in words, for machines, and how each is known."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.model import DateBasis, PublishedAt, SaidAt
from service.dates import in_words

_HTML_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?")

_NOTES: dict[DateBasis, str] = {
    "inferred_from_weekday": "inferred from the weekday",
    "inferred_from_publication": "inferred from the date of publication",
    "inferred_from_content": "inferred from what the article tells",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A date for a reader: in words, as ``<time datetime>`` where HTML can express it, and how it is known."""

    words: str
    datetime: str | None = None
    note: str | None = None


def said(moment: SaidAt) -> Moment | None:
    """When words were said, or None if the article does not tell."""
    printed = f"“{moment.text_as_printed}”" if moment.text_as_printed else None
    if moment.edtf is None:
        return Moment(printed, note="as printed; the article gives no date to count from") if printed else None
    words = in_words(moment.edtf)
    if moment.precision == "week" and (week := re.fullmatch(r"(\d{4}-\d\d-\d\d)/.+", moment.edtf)):
        words = f"in the week of {in_words(week[1])}"
    note = _NOTES.get(moment.basis)
    if note and printed:
        note = f"{note}; printed as {printed}"
    return Moment(words, html_datetime(moment.edtf), note)


def published(moment: PublishedAt) -> Moment | None:
    """When an article was published, or None if its page does not tell."""
    if moment.edtf is None:
        return None
    return Moment(in_words(moment.edtf), html_datetime(moment.edtf), _NOTES.get(moment.basis))


def html_datetime(edtf: str) -> str | None:
    """The value for ``<time datetime>``: HTML knows years, months and days, and nothing vague."""
    day = edtf.partition("T")[0]
    return day if _HTML_DATE.fullmatch(day) else None
