"""EDTF (ISO 8601-2:2019) to the earliest day it can mean, which is what vague dates are sorted and counted by."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.model import PublishedAt, SaidAt

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
    from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415 - a tenth of a second, for the rare date

    try:
        first = parse_edtf(edtf).lower_strict()
        return f"{first.tm_year:04}-{first.tm_mon:02}-{first.tm_mday:02}" if 0 <= first.tm_year <= 9999 else None
    except (EDTFParseException, AttributeError, ValueError):  # without a beginning, `first` is minus infinity
        return None
