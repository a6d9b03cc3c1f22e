"""Whether two quotes can report one moment: when each was said, or else published."""

from __future__ import annotations

import math
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from corpus.model import PublishedAt, SaidAt
from corpus.model.vague import parsed

PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01])(?:T.*)?)?)?")
ABOUT = 7
"""Days up to which a date tells when: *on Monday*, *last week*."""
TIME_ZONES = 1
"""Days by which the dates of one moment differ around the world."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a date may mean, both included, as proleptic Gregorian ordinals."""

    first: int
    last: int

    def after(self, other: Days) -> int:
        """How many days this begins after the other has ended; less than 1 if they touch or it is before."""
        return self.first - other.last

    def gap(self, other: Days) -> int:
        return max(0, self.after(other), other.after(self))

    @property
    def is_narrow(self) -> bool:
        return self.last - self.first < ABOUT


@dataclass(frozen=True, slots=True)
class Moment:
    """When a quote was said, as its article says, and when that was published; None where it is not known."""

    said: Days | None
    published: Days | None

    @property
    def known(self) -> Days | None:
        """The days to look for others by."""
        said = self.said if self.said and self.said.is_narrow else None
        return said or self.published


def moment_of(said_at: SaidAt, published_at: PublishedAt) -> Moment:
    """A day of saying that no phrase of the article gives is that of its publication once more."""
    given = said_at.text_as_printed or said_at.basis not in ("inferred_from_publication", "unknown")
    return Moment(days_of(said_at.edtf) if given else None, days_of(published_at.edtf))


def days_between(one: Moment, other: Moment) -> float | None:
    """Days between two quotes as far as is known: infinite if nothing is. None if they cannot be of one moment: said
    on different days, or one published before the other was said."""
    if one.said and other.said:
        gap = one.said.gap(other.said)
        if gap > TIME_ZONES:
            return None
        if one.said.is_narrow and other.said.is_narrow:
            return gap
    for early, late in ((one, other), (other, one)):
        if early.said and late.published:
            if early.said.after(late.published) > TIME_ZONES:
                return None
            if early.said.is_narrow and not late.said:
                return max(0, late.published.after(early.said))
    return one.published.gap(other.published) if one.published and other.published else math.inf


@lru_cache(maxsize=16384)
def days_of(edtf: str | None) -> Days | None:
    """The days of a date (EDTF, ISO 8601-2:2019); None for what is none, or has no beginning or end."""
    if not edtf or len(edtf) > 64:
        return None
    if plain := PLAIN.fullmatch(edtf):
        year, month, day = (int(part) if part else None for part in plain.groups())
        return calendar_days(year or 0, month, day)
    try:
        read = parsed(edtf)
        first, last = (date(*moment[:3]).toordinal() for moment in (read.lower_strict(), read.upper_strict()))
    except (AttributeError, TypeError, ValueError):  # open ends are infinite, and no dates
        return None
    return Days(first, last) if first <= last else None


def calendar_days(year: int, month: int | None, day: int | None) -> Days | None:
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return Days(first.toordinal(), last.toordinal())
