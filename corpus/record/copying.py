"""Backup and restore of an SQLite record, each checked before it counts and switched in at once."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from corpus.errors import RecordUnavailable
from corpus.record.database import Database, file_of, url_of
from corpus.record.faults import NOT_SET_UP, unavailable
from corpus.record.known_schemas import refuse_newer

IN_THE_WAY = "exists already, and a backup overwrites nothing"
SIDE_FILES = ("-wal", "-shm", "-journal")


def backup(database: Database, path: Path) -> None:
    """Copy a record, while it is in use, to a new file. Raises RecordUnavailable: the file exists, the disk is full,
    or the copy is not sound; then no file is left behind."""
    if database.path is None:
        raise RecordUnavailable("is on a database server; use the server's own backup", where=database.where)
    if not database.exists:
        raise RecordUnavailable(NOT_SET_UP, where=database.where)
    with told(path):
        if path.exists():
            raise RecordUnavailable(IN_THE_WAY, where=str(path))
        with copied(database.path, beside=path) as copy:
            verify(copy, named=copy)
            try:
                name_anew(copy, path)
            except FileExistsError as error:
                raise RecordUnavailable(IN_THE_WAY, where=str(path)) from error
        flush(path.parent)


def name_anew(copy: Path, path: Path) -> None:
    """Give a file a name that nothing has. Unlike a rename it raises FileExistsError if somebody took it meanwhile."""
    try:
        os.link(copy, path)
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no second names, as many memory sticks and shared folders
        os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o600))
        copy.replace(path)


def restore(backup_path: Path, location: str | Path) -> None:
    """Put a copy of a backup in the place of the record at `location`, or where there is none yet.

    Raises RecordUnavailable: the backup is no record, is damaged or of a later version; or somebody has the record
    open: stop `onrecord serve` first. Then nothing is changed. A record too damaged to be opened is replaced.
    """
    target = file_of(url_of(location))
    if target is None:
        raise RecordUnavailable("is on a database server; use the server's own restore", where=str(location))
    verify(backup_path, named=backup_path)
    Database(target).create_folder()
    with told(target), copied(backup_path, beside=target) as copy, alone(target):
        for suffix in SIDE_FILES:
            target.with_name(target.name + suffix).unlink(missing_ok=True)
        copy.replace(target)
    flush(target.parent)


def verify(path: Path, *, named: Path) -> None:
    """Raise RecordUnavailable unless the file is a whole record, of a schema that this program knows."""
    with told(named), closing(connect(path, "ro")) as connection:
        [(verdict,)] = connection.execute("PRAGMA integrity_check(1)").fetchall()
        if verdict != "ok":
            raise RecordUnavailable(f"is damaged: {verdict}", where=str(named))
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not {"alembic_version", "articles", "quotes"} <= tables:
            raise RecordUnavailable("is an SQLite database, but no record of onrecord", where=str(named))
        [(schema,)] = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    refuse_newer(schema, str(named))


@contextmanager
def copied(origin: Path, *, beside: Path) -> Iterator[Path]:
    """A copy of the database `origin`, on the disk, in the folder of `beside`; gone at the end unless it was moved."""
    copy = beside.with_name(f".{beside.name}.{os.getpid()}.part")
    try:
        with told(beside):
            os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            with closing(connect(origin, "ro")) as whole, closing(connect(copy, "rw")) as target:
                whole.backup(target)
                target.execute("PRAGMA journal_mode=DELETE")
            flush(copy)
        yield copy
    finally:
        for suffix in ("", *SIDE_FILES):
            copy.with_name(copy.name + suffix).unlink(missing_ok=True)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the record at `path` for this process alone. In WAL mode every connection that has it open holds a shared
    lock, so that leaving WAL mode succeeds for the last one only."""
    if not path.exists():
        yield
        return
    with closing(connect(path, "rw", patience=0.0)) as connection:
        try:
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                message = "is in use; stop `onrecord serve` and any ingest first, nothing was changed"
                raise RecordUnavailable(message, where=str(path)) from error
            if error.sqlite_errorcode not in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
                raise (unavailable(error, str(path)) or error) from error
        yield


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Failures of the disk and of SQLite, in our words."""
    try:
        yield
    except sqlite3.Error as error:
        raise (unavailable(error, str(path)) or error) from error
    except OSError as error:
        raise RecordUnavailable(f"cannot be written: {error.strerror}", where=str(path)) from error


def connect(path: Path, mode: str, *, patience: float = 5.0) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=patience, isolation_level=None)


def flush(path: Path) -> None:
    """Have the system put a file, or the names in a folder, on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
