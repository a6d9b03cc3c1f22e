"""Which schemas this program can read or migrate, and whether a database is of one.

Every opening of a record asks, so this goes without Alembic, which takes long to load: `migrating` has it."""

from __future__ import annotations

from pkgutil import iter_modules

from sqlalchemy import Connection, column, select, table

from corpus.errors import RecordUnavailable
from corpus.record.database import Database
from corpus.record.migrations import versions

NEWER = "was written by a later version of onrecord (schema {}); update onrecord, nothing was changed"

KNOWN = frozenset(script.name.partition("_")[0] for script in iter_modules(versions.__path__))
"""By the names of the scripts, which begin with the schema that each leads to."""

KEPT = table("alembic_version", column("version_num"))
"""Where Alembic keeps of which schema a database is."""


def schema_of(connection: Connection) -> str | None:
    """The schema that a database is of; None if it was never set up."""
    if not connection.dialect.has_table(connection, KEPT.name):
        return None
    schema: str | None = connection.scalar(select(KEPT.c.version_num))
    return schema


def check_schema(database: Database) -> None:
    """Raise RecordUnavailable if the database is of a later schema, or cannot be read."""
    with database.reading() as connection:
        refuse_newer(schema_of(connection), database.where)


def refuse_newer(schema: str | None, where: str) -> None:
    if schema is not None and schema not in KNOWN:
        raise RecordUnavailable(NEWER.format(schema), where=where)
