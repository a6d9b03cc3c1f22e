"""Phrases of time as English news prints them, and which day, week, month, season or year of the calendar they mean.

The precision is that of the phrase, never more; the anchor comes from dateparser, counted from the day of publication.
Dates are EDTF (ISO 8601-2:2019): a week is an interval of days, a season has the number 21 to 23, and winter, which
lies in two years, is an interval of months.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from corpus.model import DateBasis, DatePrecision, PublishedAt, SaidAt

WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!['’]s)"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
DAY, YEAR = r"\d{1,2}(?:st|nd|rd|th)?\b", r"(?:19|20)\d\d\b"
PART = r"(?:(?:early|mid|late)(?:\s+|-)(?:in\s+)?)"
IN = (
    rf"(?:(?:as\s+of|back\s+in|earlier\s+in|late\s+in|early\s+in|later\s+in|in|during|throughout)\s+(?:the\s+)?{PART}?)"
)
SEASON = r"(?:spring|summer|autumn|fall|winter)\b"
UNIT = r"(?:day|week|month|year)"
COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})"
TIME = re.compile(
    rf"""
    (?P<day>  (?i:(?:late\s+|early\s+)?on\s+)? (?:{WEEKDAY},?\s+)?
              (?: {MONTH}\s+{DAY}(?:,?\s+(?P<day_year>{YEAR}))?
                | (?:the\s+)?{DAY}\s+(?:of\s+)?{MONTH}(?:,?\s+(?P<day_year_after>{YEAR}))? ) )
  | (?P<weekday> (?i:\b(?:(?:late|early|earlier|on|this|last|this\s+past)\s+)*) {WEEKDAY}
              (?:\s+(?:morning|afternoon|evening|night))? (?:\s+(?:of\s+)?last\s+week\b)? )
  | (?P<month> (?: (?i:\b{IN}) | (?i:\blast\s+|\bthis\s+|\b(?:late|early)\s+(?:in\s+)?) ) {MONTH}(?!\s+\d{{1,2}}\b)
              (?:,?\s+(?:of\s+)?(?P<month_year>{YEAR}))? )
  | (?P<season> (?i:\b(?:{IN}|(?:late\s+|early\s+|earlier\s+)?(?:last|this|this\s+past)\s+){SEASON})
              (?:\s+(?:of\s+)?(?P<season_year>{YEAR}))? )
  | (?P<year> (?i:\b{IN}){YEAR} )
  | (?P<relative> (?i:\b(?:yesterday|today|tonight|the\s+day\s+before\s+yesterday|over\s+the\s+weekend
              |(?:(?:earlier|late|later|early)\s+)?(?:last|this|this\s+past)\s+(?:morning|afternoon|evening|night|weekend|week|month|year))\b) )
  | (?P<ago> (?i:\b{COUNT}\s+{UNIT}s?\s+ago\b) )
  | (?P<vague> (?i:\b(?:at\s+(?:the|that)\s+time|(?:the\s+same|that|the\s+previous|the\s+next|the\s+following)\s+{UNIT}
              |(?:earlier|later|late|early)\s+that\s+{UNIT}|recently|in\s+recent\s+{UNIT}s
              |(?:several|a\s+few|some|many|a\s+couple\s+of)?\s*{UNIT}s\s+(?:ago|earlier|later))\b) )
    """,
    re.VERBOSE,
)
"""The group that matches is the kind of the phrase."""
LOOKS_BACK = re.compile(r"at\s+(?:the|that)\s+time", re.IGNORECASE)
NOT_WHEN = re.compile(
    r"(?:\b(?i:since|until|till|before|after|by|from|through|of|for|to|next|between|the|every|each)"
    r"|\b(?:Super|Black|Good|Ash|Palm|Easter|Cyber|Bloody|Holy|News|Giving))\s+\Z"
)
"""What stands before a date that is not that of the saying: *since Monday*, *the May attack*, *Super Tuesday*."""
SEASON_BEGINS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
EXACT_DAY, EXACT_MONTH = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?"), re.compile(r"(\d{4})-(\d\d)")
Meant = tuple[str, DatePrecision]


def said_at(phrase: re.Match[str], published_at: PublishedAt) -> SaidAt:
    """When `phrase` (a match of `TIME`) is, seen from the day or month of publication. A phrase that needs an anchor
    and has none is kept as printed, undated."""
    kind = phrase.lastgroup if phrase.lastgroup and "_" not in phrase.lastgroup else kind_of(phrase)
    printed = " ".join(phrase[0].split())
    meant = meaning(kind, printed, published_at.edtf)
    if meant is None:
        return SaidAt(text_as_printed=printed)
    basis: DateBasis = "inferred_from_publication"
    if re.search(YEAR, printed):
        basis = "stated"
    elif kind == "weekday":
        basis = "inferred_from_weekday"
    return SaidAt(meant[0], meant[1], basis, printed)


def kind_of(phrase: re.Match[str]) -> str:
    return next(kind for kind, words in phrase.groupdict().items() if words and "_" not in kind)


@lru_cache(maxsize=4096)
def meaning(kind: str, printed: str, published: str | None) -> Meant | None:
    """EDTF and precision of a phrase of that kind; None if nothing tells them."""
    lowered = printed.lower()
    if year := re.search(YEAR, printed):
        return with_year(kind, printed, int(year[0]))
    base, month_only = base_of(published)
    if base is None or kind == "vague":
        return None
    if kind == "day":
        return day_in_year(printed, base)
    if kind == "month":
        return month_before(printed, base, last="last " in lowered)
    if kind == "season":
        name = re.search(SEASON, lowered)
        return season_before(name[0], base, last="last " in lowered) if name else None
    unit = re.search(r"weekend|week|month|year", lowered)
    if month_only and (unit is None or unit[0] not in {"month", "year"}):
        return None
    if kind == "weekday":
        return weekday_before(lowered, base)
    return relative_to(lowered, unit[0] if unit else "day", base)


def base_of(published: str | None) -> tuple[date | None, bool]:
    """The last day on which the article can have been published, and whether only its month is known."""
    if day := EXACT_DAY.fullmatch(published or ""):
        return date(*map(int, day.groups())), False
    if month := EXACT_MONTH.fullmatch(published or ""):
        year, number = map(int, month.groups())
        if 1 <= number <= 12:
            return date(year, number, monthrange(year, number)[1]), True
    return None, False


def with_year(kind: str, printed: str, year: int) -> Meant | None:
    if kind == "year":
        return f"{year:04}", "year"
    if kind == "season":
        name = re.search(SEASON, printed.lower())
        return season_of(name[0], year) if name else None
    day = anchor(re.sub(rf"\A.*?(?={MONTH}|\d)", "", printed, count=1), date(year, 12, 31))
    if day is None:
        return None
    return (day.isoformat(), "day") if kind == "day" else (f"{day:%Y-%m}", "month")


def day_in_year(printed: str, base: date) -> Meant | None:
    words = re.sub(rf"\A.*?(?={MONTH}|\d)", "", printed, count=1)
    for year in range(base.year, base.year - 8, -1):  # a leap day may lie eight years back
        day = anchor(f"{words} {year}", base)
        if day and day <= base:
            return day.isoformat(), "day"
    return None


def month_before(printed: str, base: date, *, last: bool) -> Meant | None:
    name = re.search(MONTH, printed)
    day = anchor(f"1 {name[0]} {base.year}", base) if name else None
    if day is None:
        return None
    too_late = day > base or (last and day.month == base.month)
    return f"{day.year - too_late:04}-{day.month:02}", "month"


def season_before(name: str, base: date, *, last: bool) -> Meant:
    """The latest such season that had begun; *last summer*, said in summer, is that of the year before."""
    begins = date(base.year, SEASON_BEGINS[name], 1)
    year = base.year if begins <= base else base.year - 1
    running = 0 <= (base.year - year) * 12 + base.month - SEASON_BEGINS[name] < 3
    return season_of(name, year - 1 if last and running else year)


def season_of(name: str, year: int) -> Meant:
    if name == "winter":
        return f"{year:04}-12/{year + 1:04}-02", "season"
    return f"{year:04}-{20 + SEASON_BEGINS[name] // 3}", "season"


def weekday_before(lowered: str, base: date) -> Meant | None:
    """The latest such weekday up to the day of publication itself; *last Friday*, on a Friday, is a week back."""
    name = re.search(WEEKDAY, lowered, re.IGNORECASE)
    of_last_week = lowered.endswith("last week")
    day = anchor(name[0], base if lowered.startswith("last ") else base + timedelta(days=1)) if name else None
    if day is None:
        return None
    if of_last_week and day.isocalendar()[:2] == base.isocalendar()[:2]:
        day -= timedelta(weeks=1)
    return day.isoformat(), "day"


def relative_to(lowered: str, unit: str, base: date) -> Meant | None:
    """*last week*, *this month*, *three days ago*, *over the weekend*."""
    if unit == "weekend":
        saturday = anchor("saturday", base + timedelta(days=1))
        if saturday and "last" in lowered and base - saturday <= timedelta(days=1):
            saturday -= timedelta(weeks=1)
        return (interval(saturday, 2, base), "interval") if saturday else None
    words = re.sub(r"\b(?:earlier|late|later|early|past)\s+", "", lowered)
    day = base if re.match(r"this|today|tonight", words) else anchor(words, base)
    if day is None:
        return None
    if unit == "week":
        return interval(day - timedelta(days=day.weekday()), 7, base), "week"
    if unit == "month":
        return f"{day:%Y-%m}", "month"
    return (f"{day.year:04}", "year") if unit == "year" else (day.isoformat(), "day")


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
