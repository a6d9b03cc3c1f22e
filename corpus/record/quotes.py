"""Quotes, their history and the order of their changes, as the record answers for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, func, select, tuple_

from corpus.errors import NotInRecord
from corpus.model import Quote, Speaker
from corpus.record.answers import SEEN_BY_READERS, SHOWN, Change, Counts, LoggedCorrection, Revision, RevisionKind
from corpus.record.database import Database
from corpus.record.memberships import with_clusters
from corpus.record.offices import with_offices
from corpus.record.packing import quote_of, speaker_of
from corpus.record.schema import ARTICLES, COUNTERS, QUOTE_SPEAKERS, QUOTES, REVISIONS, SPEAKERS
from corpus.record.speakers import IS_SERVED

PAGE = 500
"""Changes read in one transaction: a long read would keep SQLite from folding its log back into the file."""


def quote(connection: Connection, quote_id: str) -> Quote:
    """A quote in any state. Raises NotInRecord."""
    row = connection.execute(select(QUOTES.c.record).where(QUOTES.c.id == quote_id)).first()
    if row is None:
        raise NotInRecord("no quote of this id is in the record", where=quote_id)
    return quote_of(row)


def told(connection: Connection, some: Sequence[Quote]) -> list[Quote]:
    """Quotes as they are told to others: with their clusters, and the offices that their speakers held."""
    entries = entries_of(connection, [one.id for one in some])
    return [with_offices(one, entries) for one in with_clusters(connection, some)]


def merged_into(connection: Connection, quote_id: str) -> list[Quote]:
    """Every quote that leads to this one, by itself or through others."""
    merged = [quote_of(row) for row in connection.execute(select(QUOTES.c.record).where(QUOTES.c.state == "merged"))]
    found, ids = list[Quote](), {quote_id}
    while more := [one for one in merged if one.merged_into in ids and one.id not in ids]:
        found += more
        ids |= {one.id for one in more}
    return found


def revisions(connection: Connection, quote_id: str) -> list[Revision]:
    """Every state that a quote was ever in, first to last. Raises NotInRecord."""
    history = select(REVISIONS).where(REVISIONS.c.quote_id == quote_id).order_by(REVISIONS.c.revision)
    found = [
        Revision(row.quote_id, row.revision, row.at, row.by, row.kind, row.reason, row.reason_class, quote_of(row))
        for row in connection.execute(history)
    ]
    if not found:
        raise NotInRecord("no quote of this id is in the record", where=quote_id)
    return found


def corrections(
    connection: Connection, *, kind: RevisionKind | None, after: tuple[str, str, int] | None, limit: int
) -> list[LoggedCorrection]:
    """What readers are told of revisions, the newest first; those that come after (time, id, revision) only."""
    key = (REVISIONS.c.at, REVISIONS.c.quote_id, REVISIONS.c.revision)
    kinds = sorted(SEEN_BY_READERS) if kind is None else [kind]
    log = select(*key, REVISIONS.c.kind, REVISIONS.c.reason_class).where(REVISIONS.c.kind.in_(kinds))
    if after is not None:
        log = log.where(tuple_(*key) < after)
    rows = connection.execute(log.order_by(*(column.desc() for column in key)).limit(limit))
    return [LoggedCorrection(row.quote_id, row.revision, row.at, row.kind, row.reason_class) for row in rows]


def changes(database: Database, after: int) -> Iterator[Change]:
    """Quotes in any state changed after that sequence number, by rising number. One that changes while it is waited
    for comes with its last number, after all others."""
    while page := page_of_changes(database, after):
        yield from page
        after = page[-1].seq


def page_of_changes(database: Database, after: int) -> list[Change]:
    following = select(QUOTES.c.seq, QUOTES.c.id, QUOTES.c.record).where(QUOTES.c.seq > after)
    with database.reading() as connection:
        rows = connection.execute(following.order_by(QUOTES.c.seq).limit(PAGE)).all()
        entries = entries_of(connection, [row.id for row in rows])
        quotes = told(connection, [quote_of(row) for row in rows])
    page = []
    for row, changed in zip(rows, quotes, strict=True):
        slugs = dict.fromkeys(speaker.slug for speaker in changed.speakers if speaker.slug)
        page.append(Change(row.seq, changed, tuple(entries[slug] for slug in slugs if slug in entries)))
    return page


def entries_of(connection: Connection, quote_ids: Iterable[str]) -> dict[str, Speaker]:
    """The register entries of all who speak in these quotes, by slug."""
    speaking = (
        select(SPEAKERS.c.slug, SPEAKERS.c.record)
        .join(QUOTE_SPEAKERS, QUOTE_SPEAKERS.c.slug == SPEAKERS.c.slug)
        .where(QUOTE_SPEAKERS.c.quote_id.in_(list(quote_ids)))
        .distinct()
    )
    return {row.slug: speaker_of(row) for row in connection.execute(speaking)}


def gone_since(connection: Connection, after: int) -> frozenset[str]:
    """The ids of the quotes withdrawn or merged after that sequence number."""
    gone = select(QUOTES.c.id).where(QUOTES.c.seq > after, QUOTES.c.state.not_in(SHOWN))
    return frozenset(connection.scalars(gone))


def changed_since(connection: Connection, after: int, quote_ids: Sequence[str]) -> dict[str, Quote]:
    """Those of some quotes that changed after that sequence number and are shown, by id."""
    changed = select(QUOTES.c.id, QUOTES.c.record).where(
        QUOTES.c.id.in_(quote_ids), QUOTES.c.seq > after, QUOTES.c.state.in_(SHOWN)
    )
    return {one.id: one for one in told(connection, [quote_of(row) for row in connection.execute(changed)])}


def counter(connection: Connection, name: str) -> int:
    return int(connection.execute(select(COUNTERS.c.value).where(COUNTERS.c.name == name)).scalar_one())


def counts(connection: Connection) -> Counts:
    return Counts(
        articles=connection.execute(select(func.count(ARTICLES.c.id.distinct()))).scalar_one(),
        quotes=connection.execute(select(func.count()).where(QUOTES.c.state.in_(SHOWN))).scalar_one(),
        speakers=connection.execute(select(func.count()).select_from(SPEAKERS).where(IS_SERVED)).scalar_one(),
    )
