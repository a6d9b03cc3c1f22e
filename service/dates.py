"""Dates in words that a reader takes in at once.

Dates are kept as EDTF (ISO 8601-2:2019). The forms that newspapers use are put in words; any other is shown as it is
kept, which is always right, if less friendly.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_QUALIFIED = {"?": "perhaps", "~": "about", "%": "perhaps about"}


@lru_cache(4096)
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
