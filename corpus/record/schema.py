"""The tables. A record of our own types is kept whole, as JSON; the other columns are what it is found by.

Changing a table here needs a migration in `migrations/versions`; a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, String, Table, Text

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ARTICLES = Table(
    "articles",
    METADATA,
    Column("id", String(15), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("url", Text, index=True),
    Column("original_url", Text, index=True),
    Column("publisher", Text),
    Column("bundled", Boolean, nullable=False),
    Column("extractor_version", Text),
    Column("text", Text),
    Column("record", Text, nullable=False),
    Column("created_at", String(32), nullable=False),
    Column("updated_at", String(32), nullable=False),
)
"""One row a version. `text` is null until the text of a bundled article is ingested."""

QUOTES = Table(
    "quotes",
    METADATA,
    Column("id", String(15), primary_key=True),
    Column("article_id", String(15), nullable=False),
    Column("article_version", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("seq", Integer, nullable=False, unique=True),
    Column("start", Integer, nullable=False),
    Column("day", String(10)),
    Column("record", Text, nullable=False),
    Column("created_at", String(32), nullable=False),
    Column("updated_at", String(32), nullable=False),
    ForeignKeyConstraint(["article_id", "article_version"], ["articles.id", "articles.version"]),
    Index(None, "article_id", "article_version", "start"),
)
"""`seq` rises with every change of what a quote serves; `day` is the earliest day it was said, else published."""

REVISIONS = Table(
    "revisions",
    METADATA,
    Column("quote_id", String(15), ForeignKey(QUOTES.c.id), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("by", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("reason", Text),
    Column("reason_class", String(24)),
    Column("record", Text, nullable=False),
    Index(None, "at", "quote_id", "revision"),
)
"""Every state that a quote was ever in, the present one included."""

SPEAKERS = Table(
    "speakers",
    METADATA,
    Column("slug", String(100), primary_key=True),
    Column("qid", String(20), unique=True),
    Column("kind", String(16), nullable=False),
    Column("reviewed", Boolean, nullable=False),
    Column("record", Text, nullable=False),
)

SPEAKER_NAMES = Table(
    "speaker_names",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("slug", String(100), ForeignKey(SPEAKERS.c.slug), primary_key=True, index=True),
)
"""Every name and alias of a speaker, folded as `corpus.speakers.folded` folds it."""

QUOTE_SPEAKERS = Table(
    "quote_speakers",
    METADATA,
    Column("quote_id", String(15), ForeignKey(QUOTES.c.id), primary_key=True),
    Column("slug", String(100), ForeignKey(SPEAKERS.c.slug), primary_key=True, index=True),
)

REGISTER_CHANGES = Table(
    "register_changes",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("by", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("slug", String(100), nullable=False),
    Column("other", String(100)),
    Column("reason", Text, nullable=False),
    Column("steps", Text, nullable=False),
    Column("undone_by", Integer),
)
"""What people did to the register. `steps`: each entry, slug and quote before and after, as JSON, to be undone by."""

FORMER_SPEAKERS = Table(
    "former_speakers",
    METADATA,
    Column("slug", String(100), primary_key=True),
    Column("into", String(100), nullable=False),
)
"""Slugs of entries that were merged, and the slug that each leads to, which may have been merged since."""

COUNTERS = Table(
    "counters",
    METADATA,
    Column("name", String(16), primary_key=True),
    Column("value", Integer, nullable=False),
)
"""`sequence`: the last sequence number given to a quote; `register`: how often the speaker register changed."""
