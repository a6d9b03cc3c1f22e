"""Dates in words a reader takes in at once, and how each is known.

Dates are kept as EDTF (ISO 8601-2:2019). The forms that newspapers use are put in words; any other is shown as it is
kept, which is always right, if less friendly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from corpus.model import DateBasis, PublishedAt, SaidAt

_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_QUALIFIED = {"?": "perhaps", "~": "about", "%": "perhaps about"}
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


def in_words(edtf: str) -> str:
    """``2024-11-13`` as "13 November 2024", ``2024-22`` as "summer 2024", ``2024-09/2024-10`` as "between … and …"."""
    first, is_interval, last = edtf.partition("/")
    if is_interval:
        return _interval(first, last)
    if before := re.fullmatch(r"\[\.\.(.+)\]", edtf):
        return f"on or before {in_words(before[1])}"
    if edtf and edtf[-1] in _QUALIFIED:
        return f"{_QUALIFIED[edtf[-1]]} {in_words(edtf[:-1])}"
    return _plain(edtf.partition("T")[0]) or edtf


def _interval(first: str, last: str) -> str:
    if first in ("", ".."):
        return f"until {in_words(last)}"
    if last in ("", ".."):
        return f"since {in_words(first)}"
    return f"between {in_words(first)} and {in_words(last)}"


def _plain(edtf: str) -> str | None:
    """The words for a day, month, season, year or decade; None for any other form."""
    if decade := re.fullmatch(r"(\d{3})X", edtf):
        return f"the {decade[1]}0s"
    known = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.sub(r"(-XX)+$", "", edtf))
    if not known:
        return None
    year, month, day = known.groups()
    if month in _SEASONS and day is None:
        return f"{_SEASONS[month]} {year}"
    try:
        moment = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if day:
        return f"{moment.day} {moment:%B} {year}"
    return f"{moment:%B} {year}" if month else year
