"""Whether anybody has written to a database file since it was last asked, for a few microseconds a look."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path
from urllib.parse import quote


class Watch:
    """A connection that does nothing but look. Thread-safe; open one in each process."""

    def __init__(self, path: Path) -> None:
        self._path, self._looking = path, threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._connections = 0

    def look(self) -> object:
        """A value that differs from those before it once somebody has committed (SQLite, "PRAGMA data_version"); a new
        object each time where the file cannot be looked at."""
        with self._looking:
            try:
                if self._connection is None:
                    uri = f"file:{quote(str(self._path))}?mode=ro"
                    self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None)
                    self._connections += 1  # each counts for itself
                return self._connections, self._connection.execute("PRAGMA data_version").fetchone()[0]
            except sqlite3.Error:
                self._let_go()
                return object()

    def close(self) -> None:
        with self._looking:
            self._let_go()

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
