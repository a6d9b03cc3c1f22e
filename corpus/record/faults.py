"""What a database driver says when it cannot go on, in words that tell the user what to do.

SQLite names its result codes (https://www.sqlite.org/rescode.html); the more exact ones begin with the same name.
PostgreSQL numbers them (https://www.postgresql.org/docs/current/errcodes-appendix.html).
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from corpus.errors import RecordUnavailable

NOT_SET_UP = "is not set up: run `onrecord init`"
MESSAGES = {
    "SQLITE_BUSY": "is locked by another process; nothing was changed, try again",
    "SQLITE_LOCKED": "is locked by another process; nothing was changed, try again",
    "SQLITE_READONLY": "is read-only; nothing was changed",
    "SQLITE_FULL": "cannot grow, the disk is full; nothing of this change was kept",
    "SQLITE_CORRUPT": "is damaged; restore a backup with `onrecord restore`",
    "SQLITE_NOTADB": "is not an SQLite database, or is damaged; restore a backup with `onrecord restore`",
    "SQLITE_CANTOPEN": "cannot be opened: it is no file, or may not be read",
    "SQLITE_PERM": "may not be opened",
    "SQLITE_AUTH": "may not be opened",
    "SQLITE_IOERR": "cannot be read or written, the disk reports an error; nothing of this change was kept",
}

STATES = {
    "55P03": MESSAGES["SQLITE_LOCKED"],  # lock_not_available
    "42P01": NOT_SET_UP,  # undefined_table
    "42703": NOT_SET_UP,  # undefined_column
    "53100": MESSAGES["SQLITE_FULL"],  # disk_full
    "25006": MESSAGES["SQLITE_READONLY"],  # read_only_sql_transaction
}


def unavailable(error: BaseException, where: str) -> RecordUnavailable | None:
    """The error of ours that says what the driver's `error` means; None if it is a fault of the program instead."""
    if isinstance(error, sqlite3.Error):
        name = getattr(error, "sqlite_errorname", "") or ""
        if name.startswith("SQLITE_CANTOPEN") and not Path(where).exists():
            return RecordUnavailable(NOT_SET_UP, where=where)
        for beginning, message in MESSAGES.items():
            if name.startswith(beginning):
                return RecordUnavailable(message, where=where)
        missing = str(error).startswith(("no such table", "no such column"))
        return RecordUnavailable(NOT_SET_UP, where=where) if missing else None
    if (state := getattr(error, "sqlstate", None)) in STATES:
        return RecordUnavailable(STATES[state], where=where)
    if type(error).__name__ in {"OperationalError", "InterfaceError"}:
        return RecordUnavailable(f"cannot be used: {error}", where=where)
    return None
