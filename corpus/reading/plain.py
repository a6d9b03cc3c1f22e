"""Plain text and transcripts read: the text is the file's, to the letter, and a little of what stands above its body.

Copies of web pages often begin with a date line, a headline on a line of its own and a by-line. Each is taken only in
its plainest form, and as printed. A day in a sentence is no day of publication.
"""

from __future__ import annotations

import re
from itertools import islice

from corpus.printed_days import DAY, day_of
from corpus.reading.english import is_english
from corpus.reading.page import Page

HEAD = 6
"""Lines above the body in which a date line, headline or by-line may stand."""
LONGEST_HEADLINE = 160
LONGEST_LINE = 250
"""A longer line is of the body."""
TIME = r"(?:(?:,|\s+[-–|]|\s+at)?\s+\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?)?"
DATE_LINE = re.compile(rf"(?i:(?:posted|published)(?:\s+on)?:?\s+)?{DAY}{TIME}", re.VERBOSE)
DATED_BYLINE = re.compile(rf"(?P<names>By\s\S.*?)(?:\s*[|•·]|\s+[-–—]|,)\s*(?:{DATE_LINE.pattern})", re.VERBOSE)
DATELINE = re.compile(
    rf"[A-Z][A-Z .,'’/-]{{1,60}},\s+{DAY}\s*(?:\([\w .-]{{2,40}}\)\s*)?(?:[–—]|--?(?=\s))", re.VERBOSE
)
"""*PORT ELSING, 3 March 2026 —*, which says when a report was filed."""
BYLINE = re.compile(r"By\s+(\S.{3,120})")
NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w.’'-]*,?|and|de|la|van|von|der|den|al|bin")
UNTITLED = re.compile(r"[.!?:;,|]\W*$")
"""How a line ends that is no headline: as a sentence, as the label of a list, or as a table row."""
MASTHEAD = re.compile(
    r"(?:[A-Z][\w’'-]*\s+){1,4}(?i:chronicle|courier|echo|gazette|guardian|herald|journal|mail|news|observer|post|star|sun"
    r"|telegraph|times|tribune)"
)
"""*The Hollow Gazette*: the name of a newspaper is no headline."""
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


def read_plain(text: str) -> Page:
    """The page that `text` is."""
    lines = [line[0] for line in islice(LINE.finditer(text), 2 * HEAD)]
    head = [(number, line.strip()) for number, line in enumerate(lines) if line.strip()][:HEAD]
    published, filed, byline, title, titled = None, None, None, None, False
    for number, line in head:
        if len(line) > LONGEST_LINE:
            filed = dateline(line)
            break
        names, day = byline_in(line)
        if not published and (dated := DATE_LINE.fullmatch(line)):
            published = day_of(dated)
        elif not byline and names:
            byline, published = names, published or day
        elif filed := dateline(line):
            break
        elif not titled and is_headline(line, lines[number + 1 : number + 2]):
            title, titled = " ".join(line.split()), True
        elif not is_furniture(line, lines[number + 1 : number + 2]):
            break
    lang = "en" if is_english(text) else None
    return Page(text, title=title, byline=byline, published=published, filed=filed, lang=lang)


def is_headline(line: str, following: list[str]) -> bool:
    """Whether `line` stands as a headline does: three words or more, no end of a sentence; below it a blank line, a
    by-line or a date line."""
    return (
        len(line) <= LONGEST_HEADLINE
        and len(line.split()) >= 3
        and not UNTITLED.search(line)
        and not MASTHEAD.fullmatch(line)
        and bool(following)
        and bool(following[0])
        and (not following[0].strip() or is_credit(following[0].strip()))
    )


def is_furniture(line: str, following: list[str]) -> bool:
    """Whether `line` is of the page's head, though nothing is read from it: the name of a newspaper, or a short line
    above a by-line or date."""
    short = len(line.split()) <= 6 and not UNTITLED.search(line)
    return bool(MASTHEAD.fullmatch(line)) or (short and bool(following) and is_credit(following[0].strip()))


def is_credit(line: str) -> bool:
    return len(line) <= LONGEST_LINE and bool(DATE_LINE.fullmatch(line) or byline_in(line)[0])


def dateline(line: str) -> str | None:
    """The ISO 8601 day of a dateline at the beginning of `line`."""
    found = DATELINE.match(line)
    return day_of(found) if found else None


def byline_in(line: str) -> tuple[str | None, str | None]:
    """The names in *By Ann Lee and Bo van Quist, Holm Gazette*: two words or more, all as in names; and the day that
    follows them in *By Ann Lee | 14 January 2026*."""
    dated = DATED_BYLINE.fullmatch(line)
    found = BYLINE.fullmatch(dated["names"] if dated else line)
    words = found[1].split() if found else []
    if len(words) < 2 or not all(map(NAME.fullmatch, words)):
        return None, None
    return " ".join(words), day_of(dated) if dated else None
