"""What a phrase of time means on the calendar, seen from the day or the month of publication.

The precision is that of the phrase, never more; weekdays and relative phrases are anchored by dateparser. Dates are
EDTF (ISO 8601-2:2019): a week is an interval of days, a season has the number 21 to 23, and winter, which lies in two
years, is an interval of months.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from corpus.extraction.time_phrases import MONTH, SEASON, WEEKDAY, YEAR
from corpus.model import DatePrecision
from corpus.reading.english import MONTHS

Meant = tuple[str, DatePrecision]
SEASON_BEGINS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
LEAP_DAY_WITHIN = 8
"""Years in which every day of the calendar comes at least once."""
EXACT_DAY, EXACT_MONTH = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?"), re.compile(r"(\d{4})-(\d\d)")


@lru_cache(maxsize=4096)
def meaning(kind: str, printed: str, published: str | None) -> Meant | None:
    """EDTF and precision of a phrase of that kind (a group of `time_phrases.TIME`) in an article of the EDTF date
    `published`; None if nothing tells them."""
    try:
        return meaning_from(kind, printed, published)
    except (ValueError, OverflowError):  # a day that the calendar lacks, or before its beginning or after its end
        return None


def meaning_from(kind: str, printed: str, published: str | None) -> Meant | None:
    if year := re.search(YEAR, printed):
        return in_year(kind, printed, int(year[0]))
    base, only_month = base_of(published)
    if base is None or kind not in MEANINGS:
        return None
    if only_month and (kind == "weekday" or not re.search(rf"month|year|{MONTH}|{SEASON}", printed)):
        return None
    return MEANINGS[kind](printed, base)


def base_of(published: str | None) -> tuple[date | None, bool]:
    """The last day on which the article can have been published, and whether only its month is known."""
    if day := EXACT_DAY.fullmatch(published or ""):
        return date(*map(int, day.groups())), False
    if month := EXACT_MONTH.fullmatch(published or ""):
        year, number = map(int, month.groups())
        if 1 <= number <= 12:
            return date(year, number, monthrange(year, number)[1]), True
    return None, False


def in_year(kind: str, printed: str, year: int) -> Meant | None:
    """A phrase that prints its year, and needs no publication."""
    if kind == "year":
        return f"{year:04}", "year"
    if season := re.search(SEASON, printed, re.IGNORECASE):
        return season_of(season[0].lower(), year)
    number = month_in(printed)
    if number is None:
        return None
    if kind == "day":
        return date(year, number, day_in(printed)).isoformat(), "day"
    return f"{year:04}-{number:02}", "month"


def month_in(printed: str) -> int | None:
    name = re.search(MONTH, printed)
    return MONTHS[name[0].rstrip(".").lower()] if name else None


def day_in(printed: str) -> int:
    """The day of the month in a phrase that prints one: its first number."""
    return int(re.findall(r"\d{1,2}", printed)[0])


def latest_day(printed: str, base: date) -> Meant | None:
    """*November 17*: the latest that is not after publication."""
    number, day = month_in(printed), day_in(printed)
    for year in range(base.year, base.year - LEAP_DAY_WITHIN, -1):
        if number and day <= monthrange(year, number)[1] and (found := date(year, number, day)) <= base:
            return found.isoformat(), "day"
    return None


def latest_month(printed: str, base: date) -> Meant | None:
    """*in September*: the latest that had begun; *last September*, in September, is that of the year before."""
    number = month_in(printed)
    if number is None:
        return None
    too_late = number > base.month or (number == base.month and printed.lower().startswith("last "))
    return f"{base.year - too_late:04}-{number:02}", "month"


def latest_season(printed: str, base: date) -> Meant | None:
    """*in early summer*: the latest that had begun; *last summer*, in summer, is that of the year before."""
    season = re.search(SEASON, printed, re.IGNORECASE)
    if season is None:
        return None
    begins = SEASON_BEGINS[season[0].lower()]
    year = base.year if date(base.year, begins, 1) <= base else base.year - 1
    running = (base.year - year) * 12 + base.month - begins < 3
    return season_of(season[0].lower(), year - (running and "last " in printed.lower()))


def season_of(name: str, year: int) -> Meant:
    if name == "winter":
        return f"{year:04}-12/{year + 1:04}-02", "season"
    return f"{year:04}-{20 + SEASON_BEGINS[name] // 3}", "season"


def latest_weekday(printed: str, base: date) -> Meant | None:
    """The latest such weekday up to the day of publication itself; *last Friday*, on a Friday, is a week back."""
    name, lowered = re.search(WEEKDAY, printed), printed.lower()
    day = anchor(name[0], base if lowered.startswith("last ") else base + timedelta(days=1)) if name else None
    if day is None:
        return None
    if lowered.endswith("last week") and day.isocalendar()[:2] == base.isocalendar()[:2]:
        day -= timedelta(weeks=1)
    return day.isoformat(), "day"


def relative(printed: str, base: date) -> Meant | None:
    """*yesterday*, *last week*, *this month*, *three days ago*, *over the weekend*."""
    lowered = printed.lower()
    unit = re.search(r"weekend|week|month|year", lowered)
    if unit and unit[0] == "weekend":
        return weekend(base, last="last" in lowered)
    words = re.sub(r"\b(?:earlier|late|later|early|past)\s+", "", lowered)
    day = base if words.startswith(("this", "today", "tonight")) else anchor(words, base)
    if day is None:
        return None
    if unit is None:
        return day.isoformat(), "day"
    if unit[0] == "week":
        return interval(day - timedelta(days=day.weekday()), 7, base), "week"
    return (f"{day:%Y-%m}", "month") if unit[0] == "month" else (f"{day.year:04}", "year")


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


MEANINGS: dict[str, Callable[[str, date], Meant | None]] = {
    "day": latest_day,
    "month": latest_month,
    "season": latest_season,
    "weekday": latest_weekday,
    "relative": relative,
    "ago": relative,
}
