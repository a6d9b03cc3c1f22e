"""Phrases that count from a date told before: *at the time*, *the next day*, *two weeks later*, *that night*."""

from __future__ import annotations

import re
from datetime import date, timedelta

from corpus.extraction.calendar import base_of
from corpus.extraction.counting import Meant, unit_around
from corpus.extraction.time_phrases import COUNT, PART_OF_DAY
from corpus.model import SaidAt

COUNTED_OUT = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {word: number for number, word in enumerate(COUNTED_OUT, 1)} | {"a": 1, "an": 1, "the": 1}
COUNTED = re.compile(rf"(?P<count>the|{COUNT})\s+(?P<unit>\w+?)s?\s+(?P<way>before|after\w*|earlier|later)\Z")
BESIDE = re.compile(r"the\s+(?P<way>previous|next|following)\s+(?P<unit>\w+)\Z")
WITHIN = re.compile(r"(?:the\s+same|that(?:\s+same)?)\s+(?P<unit>\w+)\Z")
BACK = frozenset({"before", "earlier", "previous"})


def told_from(printed: str, told: SaidAt, published: str | None) -> Meant | None:
    """What a phrase means that looks back to the date `told` in an article published then; None if that date is not
    precise enough for it, or if it comes out after publication."""
    try:
        meant = moved(" ".join(printed.lower().split()), told)
    except (ValueError, OverflowError):  # beyond the calendar's ends
        return None
    last, _ = base_of(published)
    return None if meant is None or (last and meant[0][:10] > last.isoformat()[: len(meant[0][:10])]) else meant


def moved(words: str, told: SaidAt) -> Meant | None:
    if told.edtf is None:
        return None
    if words in {"at the time", "at that time"}:
        return told.edtf, told.precision
    if words.endswith("in the day") or re.match(r"(?:hours|minutes|moments)\b", words):
        return (told.edtf, "day") if told.precision == "day" else None
    if counted := COUNTED.match(words):
        steps = NUMBERS.get(counted["count"]) or int(counted["count"])
        return stepped(told, counted["unit"], -steps if counted["way"] in BACK else steps)
    if beside := BESIDE.match(words):
        return stepped(told, beside["unit"], -1 if beside["way"] in BACK else 1)
    within = WITHIN.search(words)
    return stepped(told, within["unit"], 0) if within else None


def stepped(told: SaidAt, unit: str, steps: int) -> Meant | None:
    """So many units on from a date, or back; as precise as the unit."""
    edtf = told.edtf or ""
    if re.fullmatch(PART_OF_DAY, unit):
        unit = "day"
    if unit in {"year", "decade"} and told.precision in {"day", "month", "season", "year"}:
        return f"{int(edtf[:4]) + steps * (10 if unit == 'decade' else 1):04}", "year"
    if unit == "month" and told.precision in {"day", "month"}:
        year, month = divmod(int(edtf[:4]) * 12 + int(edtf[5:7]) - 1 + steps, 12)
        return f"{year:04}-{month + 1:02}", "month"
    if told.precision != "day" or unit not in {"hour", "day", "week"}:
        return None
    day = date.fromisoformat(edtf) + timedelta(days=steps * {"hour": 0, "day": 1, "week": 7}[unit])
    return unit_around(day, unit, day + timedelta(weeks=1))
