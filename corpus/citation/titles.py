"""Headlines as bibliographies print them: marks within marks, and the stop that ends them."""

from __future__ import annotations

import re

DOUBLE = re.compile(r"“([^“”]*)”|\"([^\"]*)\"")
SINGLE = re.compile(r"(?<!\w)‘([^‘]*)’(?!\w)|(?<!\w)'([^']*)'(?!\w)")
UNPAIRED = str.maketrans("“”", "‘’")
STOPPED = re.compile(r"[.?!…][”’\"']*\Z")
CLOSED = re.compile(rf"(?:{DOUBLE.pattern}|{SINGLE.pattern})\Z")


def within_marks(title: str) -> str:
    """`title` as it stands between double marks: its own double marks single, and those within them double (Chicago 17,
    13.30; MLA 9, chapter 2, quotations in titles)."""
    turned = DOUBLE.sub(lambda quoted: f"‘{doubled(quoted[1] or quoted[2] or '')}’", title)
    return turned if SINGLE.search(title) else turned.translate(UNPAIRED)


def doubled(words: str) -> str:
    return SINGLE.sub(lambda quoted: f"“{quoted[1] or quoted[2] or ''}”", words)


def stopped(title: str) -> str:
    """`title` with the full stop that ends it: inside its closing mark if it ends in one, and none where it ends as a
    sentence does (Chicago 17, 6.9 and 14.96)."""
    if not title or STOPPED.search(title):
        return title
    return f"{title[:-1]}.{title[-1]}" if CLOSED.search(title) else f"{title}."
