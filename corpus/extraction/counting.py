"""Phrases that count back from the day of publication: weekdays, *last month*, *three days ago*; by dateparser."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from corpus.extraction.time_phrases import DAY_NAME
from corpus.model import DatePrecision

Meant = tuple[str, DatePrecision]
"""EDTF, and how precise it is."""
RUNNING = ("this", "the week", "the month", "the year", "today", "tonight")
"""How phrases begin that mean the day, week, month or year of publication."""


def latest_weekday(printed: str, base: date) -> Meant | None:
    """The latest such weekday up to the day of publication itself; *last Friday*, on a Friday, is a week back."""
    name, lowered = re.search(DAY_NAME, printed), printed.lower()
    of_last_week = "last week" in lowered
    strictly = lowered.startswith("last ") and not of_last_week
    day = anchor(name[0], base if strictly else base + timedelta(days=1)) if name else None
    if day is None:
        return None
    if of_last_week and day.isocalendar()[:2] == base.isocalendar()[:2]:
        day -= timedelta(weeks=1)
    return day.isoformat(), "day"


def relative(printed: str, base: date) -> Meant | None:
    """*yesterday*, *last week*, *this month*, *over the weekend*, *at the end of last year*."""
    lowered = printed.lower()
    unit = re.search(r"weekend|week|month|year", lowered)
    if unit and unit[0] == "weekend":
        return weekend(base, last="last" in lowered)
    words = re.sub(r"\A.*\bof\s+|\b(?:earlier|late|later|early|past|in)\s+", "", lowered)
    words = re.sub(r"\Ayesterday\b.*", "yesterday", words)
    day = base if words.startswith(RUNNING) else anchor(words, base)
    return unit_around(day, unit[0] if unit else "day", base) if day else None


def count_ago(printed: str, base: date) -> Meant | None:
    """*three days ago*, *about two weeks ago*, *a decade ago*: as precise as the unit."""
    words = re.sub(r"\A(?:about|around|roughly|some)\s+", "", printed.lower())
    unit = re.search(r"hour|day|week|month|year|decade", words)
    day = base if unit and unit[0] == "hour" else anchor(words, base)
    return unit_around(day, unit[0], base) if unit and day else None


def unit_around(day: date, unit: str, base: date) -> Meant | None:
    """The day, the week, the month or the year that holds `day`, a week up to `base` at most."""
    if unit == "week":
        return interval(day - timedelta(days=day.weekday()), 7, base), "week"
    if unit == "month":
        return f"{day:%Y-%m}", "month"
    return (f"{day.year:04}", "year") if unit in {"year", "decade"} else (day.isoformat(), "day")


def weekend(base: date, *, last: bool) -> Meant | None:
    saturday = anchor("saturday", base + timedelta(days=1))
    if saturday is None:
        return None
    if last and base - saturday <= timedelta(days=1):
        saturday -= timedelta(weeks=1)
    return interval(saturday, 2, base), "interval"


def interval(first: date, days: int, base: date) -> str:
    """`days` days from `first` on, as far as they are not after `base`."""
    last = min(first + timedelta(days=days - 1), base)
    return first.isoformat() if last <= first else f"{first.isoformat()}/{last.isoformat()}"


@lru_cache(maxsize=4096)
def anchor(words: str, base: date) -> date | None:
    """The day that dateparser gives for `words`, seen from noon of `base` and looking back."""
    import dateparser  # noqa: PLC0415 (most articles have no phrase that needs it, and it takes 0.1 s)

    found = dateparser.parse(
        words,
        languages=["en"],
        settings={
            "RELATIVE_BASE": datetime.combine(base, time(12)),
            "PREFER_DATES_FROM": "past",
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    return found.date() if found else None
