"""EDTF (ISO 8601-2:2019) to the earliest day it can mean, which is what vague dates are sorted and counted by, and to
the latest."""

from __future__ import annotations

import re
from functools import lru_cache
from time import struct_time

from corpus.model import PublishedAt, SaidAt
from corpus.model.vague import parsed

WHOLE_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
PLAIN = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def day_of(said_at: SaidAt, published_at: PublishedAt) -> str | None:
    """The earliest day on which words were said; if that is not known, published."""
    return earliest(said_at.edtf) or earliest(published_at.edtf)


@lru_cache(maxsize=4096)
def earliest(edtf: str | None) -> str | None:
    """``2024-11-17``, ``2024-11`` and ``2024`` stay as they are; of seasons, intervals and uncertain dates the first
    day is given. None for what is no date, or has no beginning."""
    if not edtf or PLAIN.fullmatch(edtf):
        return edtf or None
    try:
        return iso(parsed(edtf).lower_strict())
    except (AttributeError, ValueError):  # without a beginning, it is minus infinity
        return None


@lru_cache(maxsize=4096)
def latest(edtf: str | None) -> str | None:
    """The last day that a date can mean, whole (``2024-11`` is ``2024-11-30``). None for what has no end."""
    if not edtf or WHOLE_DAY.fullmatch(edtf):
        return edtf or None
    try:
        return iso(parsed(edtf).upper_strict())
    except (AttributeError, ValueError):
        return None


def iso(day: struct_time) -> str | None:
    return f"{day.tm_year:04}-{day.tm_mon:02}-{day.tm_mday:02}" if 0 <= day.tm_year <= 9999 else None
