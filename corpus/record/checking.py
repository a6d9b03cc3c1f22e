"""Every invariant of the record, checked over all of it: what `onrecord doctor` reads out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from corpus.errors import RecordUnavailable
from corpus.reading import text_sha256
from corpus.record import quotes
from corpus.record.answers import Problem
from corpus.record.cluster_checking import broken_clusters
from corpus.record.database import Database
from corpus.record.days import day_of
from corpus.record.invariants import ARTICLE_ID, SHA256, broken
from corpus.record.packing import article_of, quote_of, speaker_of
from corpus.record.schema import ARTICLES, FORMER_SPEAKERS, QUOTE_SPEAKERS, QUOTES, REVISIONS, SPEAKER_NAMES, SPEAKERS
from corpus.record.speakers import present_slug
from corpus.record.writing import names_of
from corpus.speakers import folded

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def problems(database: Database) -> Iterator[Problem]:
    """Whatever is wrong, one after the other; nothing if all is well. A file too damaged to be read is one problem."""
    try:
        if database.path:
            yield from broken_file(database)
        with database.reading() as connection:
            yield from broken_speakers(connection)
            yield from broken_articles(connection)
            yield from broken_counting(connection)
            yield from broken_clusters(connection)
    except RecordUnavailable as error:
        yield Problem(error.where or database.where, error.message)


def broken_file(database: Database) -> Iterator[Problem]:
    """What SQLite itself finds wrong with the file, and rows that refer to none."""
    with database.reading() as connection:
        for row in connection.exec_driver_sql("PRAGMA integrity_check"):
            if row[0] != "ok":
                yield Problem(database.where, row[0])
        for table, number, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield Problem(f"{table} {number}", f"refers to a row of {parent} that is not there")


def broken_speakers(connection: Connection) -> Iterator[Problem]:
    slugs = set(connection.scalars(select(SPEAKERS.c.slug)))
    for former in connection.scalars(select(FORMER_SPEAKERS.c.slug)):
        if former in slugs or present_slug(connection, former) not in slugs:
            yield Problem(former, "slug: was merged, and leads to no entry")
    for row in connection.execute(select(SPEAKERS)):
        yield from named(row.slug, broken_speaker(connection, row))


def broken_speaker(connection: Connection, row: Any) -> Iterator[str]:
    speaker = speaker_of(row)
    if (speaker.slug, speaker.qid, speaker.kind, speaker.reviewed) != (row.slug, row.qid, row.kind, row.reviewed):
        yield "its columns differ from its record"
    if not SLUG.fullmatch(row.slug):
        yield "slug: is not letters and digits with hyphens between them"
    if speaker.kind == "anonymous":
        yield "kind: nobody anonymous belongs in the register"
    bearing = select(SPEAKER_NAMES.c.name).where(SPEAKER_NAMES.c.slug == row.slug)
    if set(connection.scalars(bearing)) != set(names_of(speaker)) or not folded(speaker.name):
        yield "aliases: it is not found by all of its names"


def broken_articles(connection: Connection) -> Iterator[Problem]:
    versions: dict[str, list[int]] = {}
    for row in connection.execute(select(ARTICLES).order_by(ARTICLES.c.id, ARTICLES.c.version)):
        versions.setdefault(row.id, []).append(row.version)
        yield from named(row.id, broken_article(row))
        yield from broken_quotes(connection, row)
    for article_id, numbers in versions.items():
        if numbers != list(range(1, len(numbers) + 1)):
            yield Problem(article_id, f"version: {numbers} are not counted from 1")


def named(where: str, messages: Iterator[str]) -> Iterator[Problem]:
    """The problems of one row; a row that cannot be read is one itself."""
    try:
        yield from (Problem(where, message) for message in messages)
    except RecordUnavailable as error:
        yield Problem(where, error.message)


def broken_article(row: Any) -> Iterator[str]:
    article = article_of(row, text=row.text)
    original_url = article.original.url if article.original else None
    facts = (article.id, article.version, article.sha256, article.url, original_url, article.publisher)
    if facts != (row.id, row.version, row.sha256, row.url, row.original_url, row.publisher):
        yield "its columns differ from its record"
    if not ARTICLE_ID.fullmatch(article.id) or not SHA256.fullmatch(article.sha256):
        yield "id: is not well formed, or its sha256 is not"
    if article.text is not None and (text_sha256(article.text), len(article.text)) != (article.sha256, article.length):
        yield "text: is not that of its sha256 and length"
    if article.text is None and not row.bundled:
        yield "text: is missing, though the article is not bundled"
    if article.relation == "republication" and article.original is None and not article.missing_links:
        yield "missing_links: a republication names neither its original nor what is missing"


def broken_quotes(connection: Connection, article: Any) -> Iterator[Problem]:
    of_version = (QUOTES.c.article_id == article.id) & (QUOTES.c.article_version == article.version)
    for row in connection.execute(select(QUOTES).where(of_version)):
        yield from named(row.id, broken_quote(connection, row, article))


def broken_quote(connection: Connection, row: Any, article: Any) -> Iterator[str]:
    quote = quote_of(row)
    cited = quote.citation.article
    facts = (quote.id, cited.id, cited.version, quote.state, quote.revision)
    if facts != (row.id, row.article_id, row.article_version, row.state, row.revision):
        yield "its columns differ from its record"
    if quote.segments and quote.segments[0].start != row.start:
        yield f"segments[0]: is filed at {row.start}"
    if row.day != day_of(quote.said_at, cited.published_at):
        yield f"said_at: is filed under {row.day}"
    if quote.citation.selector.sha256 != article.sha256:
        yield "citation.selector.sha256: is not that of its article"
    yield from broken(quote, article.text)
    filed = select(QUOTE_SPEAKERS.c.slug).where(QUOTE_SPEAKERS.c.quote_id == quote.id)
    if set(connection.scalars(filed)) != {speaker.slug for speaker in quote.speakers if speaker.slug}:
        yield "speakers: it is not filed under all of them, or they are not in the register"
    yield from broken_revisions(connection, row)


def broken_revisions(connection: Connection, row: Any) -> Iterator[str]:
    history = select(REVISIONS).where(REVISIONS.c.quote_id == row.id).order_by(REVISIONS.c.revision)
    kept = connection.execute(history).all()
    if [one.revision for one in kept] != list(range(1, row.revision + 1)):
        yield f"revisions: {[one.revision for one in kept]} are not 1 to {row.revision}"
    elif kept[-1].record != row.record:
        yield "revisions: the last one is not what the quote is"
    if [one.at for one in kept] != sorted(one.at for one in kept):
        yield "revisions: their times do not rise"


def broken_counting(connection: Connection) -> Iterator[Problem]:
    numbers = list(connection.scalars(select(QUOTES.c.seq).order_by(QUOTES.c.seq)))
    if len(numbers) != len(set(numbers)):
        yield Problem("quotes", "seq: two quotes share a sequence number")
    if numbers and numbers[-1] > quotes.counter(connection, "sequence"):
        yield Problem("quotes", f"seq: {numbers[-1]} is beyond the sequence")
