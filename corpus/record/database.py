"""The connection to the database: how it is opened, how a transaction begins, and how its failures are told."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from corpus.errors import RecordUnavailable
from corpus.record.faults import unavailable
from corpus.record.watching import Watch

PATIENCE = 30.0
"""Seconds that a writer waits for another one. A transaction is one article and takes milliseconds."""

WRITERS = 0x6F6E7265636F7264
"""The advisory lock that the one writer on a server holds; no other program there is likely to use this number."""


class Database:
    """An SQLite file, or another database by its SQLAlchemy URL. Thread-safe; open one in each process."""

    def __init__(self, location: str | Path, *, patience: float = PATIENCE) -> None:
        url = url_of(location)
        self.path = file_of(url)
        self.where = str(self.path) if self.path else url.render_as_string(hide_password=True)
        if self.path:
            # mode=rw: opening never makes a file, so that a mistyped path is an error and not an empty record
            url = URL.create("sqlite", database=f"file:{quote(str(self.path))}", query={"mode": "rw", "uri": "true"})
        try:
            self.engine: Engine = create_engine(url, connect_args={"timeout": patience} if self.path else {})
        except (ArgumentError, NoSuchModuleError, ImportError) as error:
            raise RecordUnavailable(f"is no database that can be opened: {error}", where=self.where) from error
        event.listen(self.engine, "handle_error", self._tell)
        if self.path:
            event.listen(self.engine, "connect", prepare)
            event.listen(self.engine, "begin", begin)
        elif self.engine.dialect.name == "postgresql":
            event.listen(self.engine, "begin", partial(begin_on_server, patience=patience))
        self._watch = Watch(self.path) if self.path else None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A snapshot: what others commit meanwhile is not seen. Raises RecordUnavailable."""
        with self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, all or nothing, committed at the end of the block. Raises RecordUnavailable."""
        with self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    @property
    def exists(self) -> bool:
        """Whether there is a file. Raises RecordUnavailable where one may not even look."""
        try:
            return self.path is None or self.path.exists()
        except OSError as error:
            raise RecordUnavailable(f"cannot be looked at: {error.strerror}", where=self.where) from error

    def create_file(self) -> None:
        """Make the file and its folder if they are missing, for the eyes of their owner alone."""
        if self.path is None or self.exists:
            return
        self.create_folder()
        try:
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        except OSError as error:
            raise RecordUnavailable(f"cannot be made: {error.strerror}", where=self.where) from error

    def create_folder(self) -> None:
        """Make the folder of the file if it is missing, and those above it, for the eyes of their owner alone."""
        assert self.path is not None
        try:
            missing = [folder for folder in self.path.parents if not folder.exists()]
            for folder in reversed(missing):
                folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise RecordUnavailable(f"cannot be made: {error.strerror}", where=self.where) from error

    def look(self) -> object:
        """A value that stays equal as long as nobody writes; always another where that cannot be told cheaply."""
        return self._watch.look() if self._watch else object()

    def close(self) -> None:
        self.engine.dispose()
        if self._watch:
            self._watch.close()

    def _tell(self, context: ExceptionContext) -> None:
        if (ours := unavailable(context.original_exception, self.where)) is not None:
            raise ours from context.original_exception


def url_of(location: str | Path) -> URL:
    """A location with ``://`` is an SQLAlchemy URL, any other the path of an SQLite file."""
    if isinstance(location, Path) or "://" not in location:
        return URL.create("sqlite", database=str(location))
    try:
        return make_url(location)
    except ArgumentError as error:
        raise RecordUnavailable("is no database URL", where=location.partition("://")[0] + "://…") from error


def file_of(url: URL) -> Path | None:
    """The file of an SQLite URL; None for the URL of a database server."""
    if url.get_backend_name() != "sqlite":
        return None
    if not url.database or url.database == ":memory:":
        raise RecordUnavailable("is kept in memory only; name a file", where=str(url))
    return Path(url.database).absolute()


def prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    """Settings of every SQLite connection. `synchronous=FULL`: in WAL mode each commit is then on the disk before an
    ingest reports it; NORMAL could lose the last ones with the power, and leave the index ahead of the record."""
    connection.isolation_level = None  # the driver begins nothing by itself: `begin` below does
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA synchronous=FULL")


def begin(connection: Connection) -> None:
    """Writers wait for each other at their beginning: one that began by reading could not be let through later."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes(connection) else "BEGIN")


def begin_on_server(connection: Connection, *, patience: float) -> None:
    """What `begin` does, on PostgreSQL: readers see one state, writers wait for each other."""
    if not writes(connection):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        return
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {max(1, round(patience * 1000))}")  # 0 were for ever
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")


def writes(connection: Connection) -> bool:
    options: dict[str, Any] = dict(connection.get_execution_options())
    return bool(options.get("writes"))
