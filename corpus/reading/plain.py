"""Plain text and transcripts read: the text is the file's, to the letter, and a little of what stands above its body.

Copies of web pages often begin with a date line, a headline on a line of its own and a by-line. Each is taken only in
its plainest form, and as printed.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import islice

from corpus.reading.english import MONTHS, is_english
from corpus.reading.page import Page

HEAD = 6
"""Lines above the body in which a date line, headline or by-line may stand."""
LONGEST_HEADLINE = 160
MONTH = "|".join(MONTHS)
DATE_LINE = re.compile(
    rf"""(?:(?:posted|published)(?:\s+on)?:?\s+)?  (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?
    (?: (?P<day>\d{{1,2}})\s+(?P<month>{MONTH})\.?,?\s+(?P<year>\d{{4}})
      | (?P<us_month>{MONTH})\.?\s+(?P<us_day>\d{{1,2}}),\s+(?P<us_year>\d{{4}})
      | (?P<iso>\d{{4}}-\d\d-\d\d) )""",
    re.IGNORECASE | re.VERBOSE,
)
BYLINE = re.compile(r"By\s+(\S.{3,120})")
NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w.’'-]*,?|and|de|la|van|von|der|den|al|bin")
UNTITLED = re.compile(r"[.!?:;,|]\W*$")
"""How a line ends that is no headline: as a sentence, as the label of a list, or as a table row."""
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


def read_plain(text: str) -> Page:
    """The page that `text` is."""
    lines = [line[0] for line in islice(LINE.finditer(text), 2 * HEAD)]
    head = [(number, line.strip()) for number, line in enumerate(lines) if line.strip()][:HEAD]
    published, byline, title = None, None, None
    for number, line in head:
        if not published and (dated := DATE_LINE.fullmatch(line)):
            published = day_of(dated)
        elif not byline and (names := byline_in(line)):
            byline = names
        elif title is None and is_headline(line, lines[number + 1 : number + 2]):
            title = " ".join(line.split())
        else:
            break
    return Page(text, title=title, byline=byline, published=published, lang="en" if is_english(text) else None)


def is_headline(line: str, following: list[str]) -> bool:
    """Whether `line` stands alone, as a headline does: three words or more, no end of a sentence, then a blank line."""
    return (
        len(line) <= LONGEST_HEADLINE
        and len(line.split()) >= 3
        and not UNTITLED.search(line)
        and bool(following)
        and not following[0].strip()
        and bool(following[0])
    )


def byline_in(line: str) -> str | None:
    """The names in *By Ann Lee and Bo van Quist, Holm Gazette*: two words or more, all as in names."""
    found = BYLINE.fullmatch(line)
    words = found[1].split() if found else []
    return " ".join(words) if len(words) >= 2 and all(map(NAME.fullmatch, words)) else None


def day_of(line: re.Match[str]) -> str | None:
    """The ISO 8601 day of a date line; None if there is no such day."""
    try:
        if line["iso"]:
            return date.fromisoformat(line["iso"]).isoformat()
        month = MONTHS[(line["month"] or line["us_month"]).lower()]
        return date(int(line["year"] or line["us_year"]), month, int(line["day"] or line["us_day"])).isoformat()
    except ValueError:
        return None
