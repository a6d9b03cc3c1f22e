"""The speaker register, as the record keeps it, and how much each speaker said when."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from corpus.errors import NotInRecord
from corpus.model import Speaker, SpeakerKind
from corpus.record.answers import SHOWN, SpeakerSummary
from corpus.record.packing import speaker_of
from corpus.record.schema import FORMER_SPEAKERS, QUOTE_SPEAKERS, QUOTES, SPEAKER_NAMES, SPEAKERS
from corpus.speakers import Register, folded

SHOWN_QUOTES = QUOTE_SPEAKERS.join(QUOTES, (QUOTES.c.id == QUOTE_SPEAKERS.c.quote_id) & QUOTES.c.state.in_(SHOWN))
IS_SERVED = or_(
    SPEAKERS.c.reviewed,
    select(QUOTES.c.id).select_from(SHOWN_QUOTES).where(QUOTE_SPEAKERS.c.slug == SPEAKERS.c.slug).exists(),
)
"""An entry that only a withdrawn quote opened is not shown: it would name who spoke in it."""


def speaker(connection: Connection, slug_or_qid: str, *, unserved: bool = False) -> Speaker:
    """The entry of that slug or Wikidata id, if it may be shown or the `unserved` are asked for too; of a slug that was
    merged, the one it was merged into. Raises NotInRecord."""
    slug = present_slug(connection, slug_or_qid)
    known = or_(SPEAKERS.c.slug == slug, SPEAKERS.c.qid == slug_or_qid)
    row = connection.execute(select(SPEAKERS.c.record).where(known, *(() if unserved else (IS_SERVED,)))).first()
    if row is None:
        raise NotInRecord("no speaker of this slug or Wikidata id is in the record", where=slug_or_qid)
    return speaker_of(row)


def present_slug(connection: Connection, slug: str) -> str:
    """The slug that a former one leads to; any other is its own."""
    seen = set()
    while slug not in seen:
        seen.add(slug)
        into = connection.execute(select(FORMER_SPEAKERS.c.into).where(FORMER_SPEAKERS.c.slug == slug)).scalar()
        slug = slug if into is None else str(into)
    return slug


def register(connection: Connection) -> Register:
    rows = connection.execute(select(SPEAKERS.c.record).order_by(SPEAKERS.c.slug))
    return Register(speaker_of(row) for row in rows)


def summaries(
    connection: Connection, *, q: str | None, kind: SpeakerKind | None, after: str | None, limit: int
) -> list[SpeakerSummary]:
    """Register entries by slug. `q` is found anywhere in a name or alias, case and accents folded."""
    spoken = (
        select(
            QUOTE_SPEAKERS.c.slug,
            func.count().label("quotes"),
            func.min(QUOTES.c.day).label("first"),
            func.max(QUOTES.c.day).label("last"),
        )
        .select_from(SHOWN_QUOTES)
        .group_by(QUOTE_SPEAKERS.c.slug)
        .subquery()
    )
    page: Select[Any] = (
        select(SPEAKERS.c.record, func.coalesce(spoken.c.quotes, 0).label("quotes"), spoken.c.first, spoken.c.last)
        .outerjoin(spoken, spoken.c.slug == SPEAKERS.c.slug)
        .where(or_(SPEAKERS.c.reviewed, spoken.c.quotes > 0))
        .order_by(SPEAKERS.c.slug)
        .limit(limit)
    )
    if q:
        bearing = select(SPEAKER_NAMES.c.slug).where(SPEAKER_NAMES.c.name.contains(folded(q), autoescape=True))
        page = page.where(SPEAKERS.c.slug.in_(bearing))
    if kind is not None:
        page = page.where(SPEAKERS.c.kind == kind)
    if after is not None:
        page = page.where(SPEAKERS.c.slug > after)
    return [SpeakerSummary(speaker_of(row), row.quotes, row.first, row.last) for row in connection.execute(page)]


def timeline(connection: Connection, slug: str) -> list[tuple[str, int]]:
    """Months (``2024-11``; years where no more is known) with the number of a speaker's quotes in them, in order.
    Undated quotes are not counted."""
    month = func.substr(QUOTES.c.day, 1, 7).label("month")
    counted = (
        select(month, func.count().label("quotes"))
        .select_from(SHOWN_QUOTES)
        .where(QUOTE_SPEAKERS.c.slug == slug, QUOTES.c.day.is_not(None))
        .group_by(month)
        .order_by(month)
    )
    return [(row.month, row.quotes) for row in connection.execute(counted)]
