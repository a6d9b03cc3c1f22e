"""The tables. A record of our own types is kept whole, as JSON; the other columns are what it is found by.

Changing a table here needs a migration in `migrations/versions`; a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

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

CLUSTERS = Table(
    "clusters",
    METADATA,
    Column("id", String(15), primary_key=True),
    Column("founded", Integer, nullable=False, unique=True),
    Column("appearances", Integer, nullable=False),
    Column("independent_reports", Integer, nullable=False),
    Column("fullest", String(15)),
    Column("merged_into", String(15)),
)
"""Every cluster that there ever was. `founded` rises: of two that turn out to be one, the older stays. One without
`appearances` has lost them all, or was merged."""

APPEARANCES = Table(
    "appearances",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("quote_id", String(15), ForeignKey(QUOTES.c.id), nullable=False, unique=True),
    Column("cluster_id", String(15), ForeignKey(CLUSTERS.c.id), index=True),
    Column("by_hand", Boolean, nullable=False),
    Column("report", Integer),
    Column("difference", String(16)),
)
"""One row for each quote that is shown and was compared with the others; those of no cluster stand alone. `by_hand`: a
person put it there, and no ingest moves it. `report`: which of the cluster's independent reports it is in."""

CLUSTER_KEYS = Table(
    "cluster_keys",
    METADATA,
    Column("key", BigInteger, primary_key=True),
    Column("number", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
"""By what a quote (by the number of its appearance) is found: see `corpus.clusters.keys`."""

CLUSTERS_APART = Table(
    "clusters_apart",
    METADATA,
    Column("one", String(15), primary_key=True),
    Column("other", String(15), primary_key=True),
)
"""Pairs of clusters, the lesser id first, that a person told apart: no ingest makes them one."""

CLUSTER_CHANGES = Table(
    "cluster_changes",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("by", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("cluster_id", String(15), nullable=False),
    Column("other", String(15)),
    Column("reason", Text, nullable=False),
    Column("steps", Text, nullable=False),
    Column("undone_by", Integer),
)
"""What people did to clusters. `steps`: each cluster and appearance before and after, as JSON, to be undone by."""

ARTICLE_SKETCHES = Table(
    "article_sketches",
    METADATA,
    Column("article_id", String(15), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("hashes", LargeBinary, nullable=False),
)
"""The hashes of an article's text that tell copies (`corpus.clusters.reports.sketch`): 4 bytes each, little-endian."""

COUNTERS = Table(
    "counters",
    METADATA,
    Column("name", String(16), primary_key=True),
    Column("value", Integer, nullable=False),
)
"""`sequence`: the last sequence number given to a quote; `register`: how often the speaker register changed."""
