"""Phrases of time as English news prints them: *on Wednesday*, *late last month*, *in early summer*."""

from __future__ import annotations

import re

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
              (?: {MONTH}\s+{DAY}(?:,?\s+{YEAR})?
                | (?:the\s+)?{DAY}\s+(?:of\s+)?{MONTH}(?:,?\s+{YEAR})? ) )
  | (?P<weekday> (?i:\b(?:(?:late|early|earlier|on|this|last|this\s+past)\s+){{0,3}}) {WEEKDAY}
              (?:\s+(?:morning|afternoon|evening|night))? (?:\s+(?:of\s+)?last\s+week\b)? )
  | (?P<month> (?: (?i:\b{IN}) | (?i:\blast\s+|\bthis\s+|\b(?:late|early)\s+(?:in\s+)?) ) {MONTH}(?!\s+\d{{1,2}}\b)
              (?:,?\s+(?:of\s+)?{YEAR})? )
  | (?P<season> (?i:\b(?:{IN}|(?:late\s+|early\s+|earlier\s+)?(?:last|this|this\s+past)\s+){SEASON})
              (?:\s+(?:of\s+)?{YEAR})? )
  | (?P<year> (?i:\b{IN}){YEAR} )
  | (?P<relative> (?i:\b(?:yesterday|today|tonight|the\s+day\s+before\s+yesterday|over\s+the\s+weekend
              |(?:(?:earlier|late|later|early)\s+)?(?:last|this|this\s+past)
               \s+(?:morning|afternoon|evening|night|weekend|week|month|year))\b) )
  | (?P<ago> (?i:\b{COUNT}\s+{UNIT}s?\s+ago\b) )
  | (?P<vague> (?i:\b(?:at\s+(?:the|that)\s+time|(?:the\s+same|that|the\s+previous|the\s+next|the\s+following)\s+{UNIT}
              |(?:earlier|later|late|early)\s+that\s+{UNIT}|recently|in\s+recent\s+{UNIT}s
              |(?:several|a\s+few|some|many|a\s+couple\s+of)?\s*{UNIT}s\s+(?:ago|earlier|later))\b) )
    """,
    re.VERBOSE,
)
"""The group that matches is the kind of the phrase."""
NEEDS = (
    *("day", "night", "morning", "evening", "afternoon", "week", "month", "year", "time", "recent", "20", "19"),
    *("Jan", "Feb", "March", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    *("spring", "summer", "autumn", "fall", "winter"),
)
"""Strings of which every phrase of time has one: far faster looked for than `TIME` itself."""
LOOKS_BACK = re.compile(r"at\s+(?:the|that)\s+time", re.IGNORECASE)
NOT_WHEN = re.compile(
    r"(?:\b(?i:since|until|till|before|after|by|from|through|of|for|to|next|between|the|every|each)"
    r"|\b(?:Super|Black|Good|Ash|Palm|Easter|Cyber|Bloody|Holy|News|Giving))\s+\Z"
)
"""What stands before a date that is not that of the saying: *since Monday*, *the May attack*, *Super Tuesday*."""


def kind_of(phrase: re.Match[str]) -> str:
    """The name of the group of `TIME` that matched."""
    return next(kind for kind, words in phrase.groupdict().items() if words)
