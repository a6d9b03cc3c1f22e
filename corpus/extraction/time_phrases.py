"""Phrases of time as English news prints them: *on Wednesday*, *late last month*, *in early summer*."""

from __future__ import annotations

import re

DAY_NAME = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
WEEKDAY = rf"{DAY_NAME}(?!['’]s)"
SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
DAY, YEAR, DECADE = r"\d{1,2}(?:st|nd|rd|th)?\b", r"(?:19|20)\d\d\b", r"(?:18|19|20)\d0s\b"
ITS_YEAR = rf"(?:,?\s+(?:of\s+)?(?:{YEAR}|(?:last|this)\s+year\b))"
EDGE = r"(?:(?:at|toward|towards|near|in)\s+the\s+(?:very\s+)?(?:end|start|beginning|middle|close)\s+of\s+)"
PART = r"(?:(?:early|mid|late)(?:\s+|-)(?:in\s+)?)"
IN = (
    r"(?:(?:as\s+of|back\s+in|earlier\s+in|late\s+in|early\s+in|later\s+in|in|during|throughout|over)\s+"
    rf"(?:the\s+)?{PART}?|{EDGE}(?:the\s+)?)"
)
SEASON, QUARTER = r"(?:spring|summer|autumn|fall|winter)\b", r"(?:first|second|third|fourth|last)\s+quarter\b"
PART_OF_DAY = r"(?:morning|afternoon|evening|night)"
HOLIDAY = (
    r"(?:Christmas\s+(?:Eve|Day)|New\s+Year['’]s\s+(?:Eve|Day)|Boxing\s+Day|(?:St\.?\s+)?Valentine['’]s\s+Day"
    r"|Halloween|the\s+Fourth\s+of\s+July)\b"
)
UNIT = r"(?:hour|day|week|month|year|decade)"
COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})"
OCCASION = (
    r"(?:interview|speech|address|statement|letter|e-?mail|memo|memoir|book|tweet|post|report|op-ed|essay|column|debate"
    r"|meeting|hearing|briefing|conference|rally|testimony|ruling|opinion|filing|lawsuit|session|appearance|ceremony"
    r"|podcast|broadcast|message|note|article|release|summit|trial|trip|visit|announcement|webcast|documentary|call)"
)
ENDS = r"(?=\s*(?:[,.;:)—–\[“”\"]|\Z)|\s+(?:that|in|at|on|to|as|the|he|she|they|it)\b)"
TIME = re.compile(
    rf"""
    (?P<day>  (?i:(?:late\s+|early\s+)?\bon\s+)? (?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),?\s+)?
              (?: {MONTH}\s+{DAY} | (?:the\s+)?{DAY}\s+(?:of\s+)?{MONTH} ) {ITS_YEAR}?
            | (?i:\bon\s+)?\b\d{{4}}-\d\d-\d\d\b )
  | (?P<monthday> \b[Oo]n\s+the\s+\d{{1,2}}(?:st|nd|rd|th)(?=\s*[,.;:]|\s*\Z) )
  | (?P<holiday> (?i:\bon\s+)?{HOLIDAY}{ITS_YEAR}? )
  | (?P<occasion> (?: \b(?:{DAY_NAME}(?:\s+{PART_OF_DAY})?|(?i:yesterday|last\s+(?:week|month|year|night)))['’]s
              | \b{MONTH}(?:\s+{YEAR})? | \b{YEAR} | \b{DAY_NAME} )
              (?=\s+(?:[\w’'-]+\s+){{0,2}}?{OCCASION}\b) )
  | (?P<weekday> (?i:\blast\s+week\s+on\s+){WEEKDAY}
            | (?i:\b(?:(?:late|early|earlier|later|on|this|last|this\s+past)\s+){{0,3}}) {WEEKDAY}
              (?:\s+{PART_OF_DAY})? (?:,?\s+(?:of\s+)?(?:last|this)\s+week\b)? )
  | (?P<month> (?: (?i:\b{IN}) | (?i:\blast\s+|\bthis\s+|\b(?:late|early)\s+(?:in\s+)?) ) {MONTH}(?!\s+\d{{1,2}}\b)
              {ITS_YEAR}? )
  | (?P<season> (?i:\b(?:{IN}|(?:late\s+|early\s+|earlier\s+)?(?:last|this|this\s+past)\s+){SEASON}){ITS_YEAR}? )
  | (?P<quarter> (?i:\b(?:in|during)\s+the\s+{QUARTER}){ITS_YEAR} )
  | (?P<decade> (?i:\b{IN}){DECADE} )
  | (?P<year> (?i:\b{IN}){YEAR} )
  | (?P<relative> (?i:\b(?:(?:(?:earlier|later|late|early)\s+)?(?:yesterday(?:\s+{PART_OF_DAY})?|today|tonight)
              |the\s+day\s+before\s+yesterday|(?:over|at|on|during)\s+the\s+weekend
              |{EDGE}the\s+(?:week|month|year)|earlier\s+in\s+the\s+(?:week|month|year)
              |(?:(?:earlier|late|later|early)\s+|{EDGE})?(?:last|this|this\s+past)
               \s+(?:{PART_OF_DAY}|weekend|week|month|year))\b) )
  | (?P<ago> (?i:\b(?:(?:about|around|roughly|some)\s+)?{COUNT}\s+{UNIT}s?\s+ago\b) )
  | (?P<lookback> (?i:\b(?:at\s+(?:the|that)\s+time
              |(?:(?:earlier|later|late|early)\s+)?(?:the\s+same|that(?:\s+same)?)\s+(?:{UNIT}|{PART_OF_DAY})
              |the\s+(?:previous|next|following)\s+(?:{UNIT}|{PART_OF_DAY})
              |(?:earlier|later)\s+in\s+the\s+day
              |(?:the|{COUNT})\s+{UNIT}s?\s+(?:before|after|earlier|later|afterwards?){ENDS}
              |(?:hours|minutes|moments)\s+(?:later|earlier))\b) )
  | (?P<vague> (?i:\b(?:recently|in\s+recent\s+{UNIT}s
              |(?:(?:several|a\s+few|some|many|a\s+couple\s+of)\s+)?{UNIT}s\s+(?:ago|earlier|later))\b) )
    """,
    re.VERBOSE,
)
"""The group that matches is the kind of the phrase: `occasion` is what stands before the noun of one (*a 2019
interview*), `lookback` counts from a date that was told before."""
NEEDS = (
    *("day", "night", "morning", "evening", "afternoon", "week", "month", "year", "time", "recent", "hour", "minute"),
    *(
        "ago",
        "decade",
        "quarter",
        "moments",
        "Eve",
        "Day",
        "Jan",
        "Feb",
        "March",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
    ),
    *("Oct", "Nov", "Dec", "spring", "summer", "autumn", "fall", "winter", "Halloween"),
)
"""Strings of which every phrase of time without a digit has one: far faster looked for than `TIME` itself."""
DIGIT = re.compile(r"\d")
NOT_WHEN = re.compile(
    r"(?:\b(?i:since|until|till|before|after|by|from|through|of|for|to|next|between|the|every|each|than|nearly|almost)"
    r"|\b(?:Super|Black|Good|Ash|Palm|Easter|Cyber|Bloody|Holy|News|Giving))\s+\Z"
)
"""What stands before a date that is not that of the saying: *since Monday*, *the May attack*, *Super Tuesday*."""
ON_OCCASION = re.compile(r"\b(?i:in|at|during|on)\s+(?:(?:an?|the|his|her|their|its|that|this)\s+)?(?:[a-z-]+\s+)?\Z")
"""What stands before an occasion at which something was said: *in a rare* 2019 interview, *at* Monday’s meeting."""


def kind_of(phrase: re.Match[str]) -> str:
    """The name of the group of `TIME` that matched."""
    return phrase.lastgroup or ""
