"""An open record: its database, brought to this version, and the one way in which it is written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from corpus.errors import RecordUnavailable
from corpus.record import clustering
from corpus.record.assembling import CONTEXT_WORDS
from corpus.record.database import PATIENCE, Database
from corpus.record.known_schemas import check_schema
from corpus.record.writing import Writer


class OpenRecord:
    """A database and how much is kept around each quote."""

    def __init__(self, database: Database, *, context_words: int = CONTEXT_WORDS) -> None:
        self._database, self._context_words = database, context_words

    @classmethod
    def open(cls, location: str | Path, *, context_words: int = CONTEXT_WORDS, patience: float = PATIENCE) -> Self:
        """The record at a path or SQLAlchemy URL. Opening makes no file: `corpus.migrate` does.

        `context_words` are kept on each side of a quote; a writer waits `patience` seconds for another. Raises
        RecordUnavailable if what is there is no record, is damaged, or was written by a later version.
        """
        database = Database(location, patience=patience)
        if database.exists:
            try:
                check_schema(database)
            except RecordUnavailable:
                database.close()
                raise
        return cls(database, context_words=context_words)

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @contextmanager
    def _writing(self, by: str) -> Iterator[Writer]:
        """One transaction by one hand, all or nothing."""
        with self._database.writing() as connection:
            writer = Writer(connection, by=by)
            yield writer
            clustering.settle(writer)
