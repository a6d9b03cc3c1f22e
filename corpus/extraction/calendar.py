"""What a phrase of time means on the calendar, seen from the day or the month of publication.

The precision is that of the phrase, never more. Dates are EDTF (ISO 8601-2:2019): a week is an interval of days, a
season has the number 21 to 23, and winter, which lies in two years, is an interval of months. Weekdays and phrases
that count back from publication are in `counting`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from corpus.extraction.counting import Meant, count_ago, latest_weekday, relative
from corpus.extraction.time_phrases import DAY_NAME, HOLIDAY, MONTH, SEASON, YEAR
from corpus.printed_days import MONTHS

SEASON_BEGINS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
HOLIDAYS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new years eve": (12, 31),
    "new years day": (1, 1),
    "valentines day": (2, 14),
    "the fourth of july": (7, 4),
    "halloween": (10, 31),
}
QUARTERS = ("first", "second", "third", "fourth")
TAKE_A_YEAR = frozenset({"day", "month", "season", "quarter", "holiday"})
LEAP_DAY_WITHIN = 8
"""Years in which every day of the calendar comes at least once."""
EXACT_DAY, EXACT_MONTH = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?"), re.compile(r"(\d{4})-(\d\d)")
KNOWN_FROM_A_MONTH = re.compile(rf"month|year|decade|{MONTH}|{SEASON}|{HOLIDAY}", re.IGNORECASE)


@lru_cache(maxsize=4096)
def meaning(kind: str, printed: str, published: str | None) -> Meant | None:
    """EDTF and precision of a phrase of that kind (a group of `time_phrases.TIME`) in an article of the EDTF date
    `published`; None if nothing tells them."""
    try:
        return meaning_from(kind, printed, published)
    except (ValueError, OverflowError):  # a day that the calendar lacks, or before its beginning or after its end
        return None


def meaning_from(kind: str, printed: str, published: str | None) -> Meant | None:
    if kind == "occasion":
        kind, printed = of_occasion(printed)
    if kind == "day" and (iso := re.search(r"\d{4}-\d\d-\d\d", printed)):
        return date.fromisoformat(iso[0]).isoformat(), "day"
    base, only_month = base_of(published)
    if year := year_in(kind, printed, base):
        return in_year(kind, printed, year)
    if base is None or kind not in MEANINGS:
        return None
    if only_month and (kind in {"weekday", "monthday"} or not KNOWN_FROM_A_MONTH.search(printed)):
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


def of_occasion(printed: str) -> tuple[str, str]:
    """Kind and words of what stands before an occasion: *Monday’s* is a weekday, *last week’s* a relative phrase."""
    words = re.sub(r"['’]s\Z", "", printed)
    if re.search(DAY_NAME, words):
        return "weekday", words
    if re.search(MONTH, words):
        return "month", words
    return ("year" if words.isdigit() else "relative"), words


def year_in(kind: str, printed: str, base: date | None) -> int | None:
    """The year that a phrase prints, or *last year* and *this year* after a day, a month or a season."""
    if kind == "decade":
        return int(printed[-5:-1])
    if year := re.search(YEAR, printed):
        return int(year[0])
    told = re.search("(last|this) year", printed) if base and kind in TAKE_A_YEAR else None
    return base.year - (told[1] == "last") if base and told else None


def in_year(kind: str, printed: str, year: int) -> Meant | None:
    """A phrase whose year is known, and which needs no publication."""
    return IN_YEAR.get(kind, month_of)(printed, year)


def decade_of(printed: str, year: int) -> Meant:
    return f"{year:04}/{year + 9:04}", "interval"


def year_of(printed: str, year: int) -> Meant:
    return f"{year:04}", "year"


def day_of(printed: str, year: int) -> Meant | None:
    number = month_in(printed)
    return (date(year, number, day_in(printed)).isoformat(), "day") if number else None


def holiday_of(printed: str, year: int) -> Meant:
    return date(year, *holiday_in(printed)).isoformat(), "day"


def month_of(printed: str, year: int) -> Meant | None:
    number = month_in(printed)
    return (f"{year:04}-{number:02}", "month") if number else None


def quarter_of(printed: str, year: int) -> Meant | None:
    number = next((number for number, name in enumerate(QUARTERS) if name in printed.lower()), None)
    return None if number is None else (f"{year:04}-{3 * number + 1:02}/{year:04}-{3 * number + 3:02}", "interval")


def season_in(printed: str, year: int) -> Meant | None:
    season = re.search(SEASON, printed, re.IGNORECASE)
    return season_of(season[0].lower(), year) if season else None


def month_in(printed: str) -> int | None:
    name = re.search(MONTH, printed)
    return MONTHS[name[0].rstrip(".").lower()] if name else None


def day_in(printed: str) -> int:
    """The day of the month in a phrase that prints one: its first number."""
    return int(re.findall(r"\d{1,2}", printed)[0])


def holiday_in(printed: str) -> tuple[int, int]:
    """Month and day of the holiday in a phrase that names one."""
    words = " ".join(re.sub(r"['’.]", "", printed.lower()).split())
    return next(day for name, day in HOLIDAYS.items() if name in words)


def latest_day(printed: str, base: date) -> Meant | None:
    """*November 17*: the latest that is not after publication."""
    number = month_in(printed)
    return latest(number, day_in(printed), base) if number else None


def latest_holiday(printed: str, base: date) -> Meant | None:
    return latest(*holiday_in(printed), base)


def latest(month: int, day: int, base: date) -> Meant | None:
    for year in range(base.year, base.year - LEAP_DAY_WITHIN, -1):
        if day <= monthrange(year, month)[1] and (found := date(year, month, day)) <= base:
            return found.isoformat(), "day"
    return None


def latest_day_of_a_month(printed: str, base: date) -> Meant | None:
    """*on the 17th*: of the month of publication, or of the one before."""
    day = day_in(printed)
    months = (base.year * 12 + base.month - 1 - back for back in range(3))
    for year, number in (divmod(month, 12) for month in months):
        if day <= monthrange(year, number + 1)[1] and (found := date(year, number + 1, day)) <= base:
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


IN_YEAR: dict[str, Callable[[str, int], Meant | None]] = {
    "day": day_of,
    "holiday": holiday_of,
    "season": season_in,
    "quarter": quarter_of,
    "year": year_of,
    "decade": decade_of,
}
"""By kind of phrase; of the others the month is read."""
MEANINGS: dict[str, Callable[[str, date], Meant | None]] = {
    "day": latest_day,
    "monthday": latest_day_of_a_month,
    "holiday": latest_holiday,
    "month": latest_month,
    "season": latest_season,
    "weekday": latest_weekday,
    "relative": relative,
    "ago": count_ago,
}
