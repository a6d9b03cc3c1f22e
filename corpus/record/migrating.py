"""The tables of a record, brought to what this program knows."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from corpus.record import clustering
from corpus.record.database import Database
from corpus.record.faults import unavailable
from corpus.record.known_schemas import refuse_newer, schema_of
from corpus.record.opened import OpenRecord

WAL_ATTEMPTS = 50


def migrate(record: OpenRecord) -> None:
    """Make the tables of a record, or bring them to this version. Everything else needs it done; twice is harmless.
    Raises RecordUnavailable: there is no room for it, or it is of a later version."""
    bring_tables(record._database)
    while clustering.compare_next(record._database):
        pass


def bring_tables(database: Database) -> None:
    """Make the file if need be and bring its tables to the newest schema, in one transaction."""
    database.create_file()
    if database.path:
        write_ahead(database.path, database.where)
    with database.writing() as connection:
        refuse_newer(schema_of(connection), database.where)
        command.upgrade(configuration(connection), "head")


def configuration(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", "corpus.record:migrations")
    config.attributes["connection"] = connection
    return config


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
