"""Days as English prints them, in full: *14 January 2026*, *Sunday, March 1, 2026*, *2026-03-01*."""

from __future__ import annotations

import re
from datetime import date

MONTHS = {
    **{"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8},
    **{"september": 9, "october": 10, "november": 11, "december": 12},
    **{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9},
    **{"oct": 10, "nov": 11, "dec": 12},
}
"""Month names and their usual short forms, in lower case, with their numbers."""

_MONTH = "|".join(MONTHS)
DAY = rf"""(?i:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?
    (?: \b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}})\b
      | \b(?P<us_month>{_MONTH})\.?\s+(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<us_year>\d{{4}})\b
      | \b(?P<iso>\d{{4}}-\d\d-\d\d)\b ))"""
"""A verbose pattern whose groups `day_of` reads."""
A_DAY = re.compile(DAY, re.VERBOSE)


def day_of(found: re.Match[str]) -> str | None:
    """The ISO 8601 day that a match of `DAY` is; None if there is no such day."""
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"]).isoformat()
        month = MONTHS[(found["month"] or found["us_month"]).lower()]
        return date(int(found["year"] or found["us_year"]), month, int(found["day"] or found["us_day"])).isoformat()
    except ValueError:
        return None


def only_day_in(text: str) -> str | None:
    """The ISO 8601 day that `text` prints, if it prints one and no other."""
    days = {day_of(found) for found in A_DAY.finditer(text)}
    return days.pop() if len(days) == 1 else None
