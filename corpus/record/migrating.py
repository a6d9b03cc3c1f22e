"""The tables of a database, brought to what this program knows; and whether it knows them at all."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from corpus.errors import RecordUnavailable
from corpus.record.database import Database
from corpus.record.faults import unavailable

NEWER = "was written by a later version of onrecord (schema {}); update onrecord, nothing was changed"
WAL_ATTEMPTS = 50


def configuration(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", "corpus.record:migrations")
    config.attributes["connection"] = connection
    return config


@cache
def known_schemas() -> frozenset[str]:
    """The schemas this program can read or migrate, the newest among them."""
    return frozenset(script.revision for script in ScriptDirectory.from_config(configuration()).walk_revisions())


def schema_of(connection: Connection) -> str | None:
    """The schema that a database is of; None if it was never set up."""
    return MigrationContext.configure(connection).get_current_revision()


def migrate(database: Database) -> None:
    """Make the file if need be and bring its tables to the newest schema, in one transaction."""
    database.create_file()
    if database.path:
        write_ahead(database.path, database.where)
    with database.writing() as connection:
        refuse_newer(schema_of(connection), database.where)
        command.upgrade(configuration(connection), "head")


def check_schema(database: Database) -> None:
    """Raise RecordUnavailable if the database is of a later schema, or cannot be read."""
    with database.reading() as connection:
        refuse_newer(schema_of(connection), database.where)


def refuse_newer(schema: str | None, where: str) -> None:
    if schema is not None and schema not in known_schemas():
        raise RecordUnavailable(NEWER.format(schema), where=where)


def write_ahead(path: Path, where: str) -> None:
    """Set WAL mode, which stays with the file. Of two that set it at once SQLite refuses one without waiting."""
    for attempt in range(WAL_ATTEMPTS):
        try:
            with closing(sqlite3.connect(path)) as raw:
                raw.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.Error as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or attempt == WAL_ATTEMPTS - 1:
                raise (unavailable(error, where) or error) from error
            time.sleep(0.05)
