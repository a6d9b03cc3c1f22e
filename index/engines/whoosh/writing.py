# mypy: disable-error-code="no-untyped-call"
"""Documents into Whoosh segments: one commit a batch, everything validated before, cancelled on any error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from whoosh.index import FileIndex
from whoosh.query.terms import Term
from whoosh.writing import SegmentWriter

from index import schema as s
from index.documents import Document
from index.engines.whoosh.codec import ArraysCodec
from index.engines.whoosh.fields import joined, schema
from index.engines.whoosh.storage import DamagedFiles, ListedStorage


class Writer:
    """Writes one generation's folder; whoever makes one holds the index lock. `files` are the names that the state on
    disk consists of, none for a new generation."""

    def __init__(self, folder: Path, files: Iterable[str] = ()) -> None:
        self._storage = ListedStorage(folder, files)
        with _failing_as_damage():
            if self._storage.listed:
                self._index = FileIndex(self._storage, schema=schema())
            else:
                self._index = FileIndex.create(self._storage, schema(), "MAIN")

    @property
    def files(self) -> frozenset[str]:
        """The files of the state as committed."""
        return frozenset(self._storage.listed)

    def apply(self, documents: Sequence[Document], *, gone: Iterable[str], merge: bool) -> None:
        """One commit: take out the ids in `gone` and those of the documents, then add the documents (one an id)."""
        with _failing_as_damage():
            writer = SegmentWriter(self._index, codec=ArraysCodec())
            try:
                with writer.searcher() as searcher:
                    for quote_id in (*gone, *(document.facts.id for document in documents)):
                        writer.delete_by_query(Term(s.ID, quote_id), searcher=searcher)
                for document in documents:
                    writer.add_document(**_fields(document))
            except BaseException:
                writer.cancel()
                raise
            writer.commit(merge=merge)

    def delete_obsolete(self) -> None:
        """Delete the files that no state needs any more; call it when the manifest names `files`."""
        self._storage.delete_obsolete()


@contextmanager
def _failing_as_damage() -> Iterator[None]:
    """Documents are validated before they come here: what fails is the disk (OSError) or what is on it."""
    try:
        yield
    except OSError:
        raise
    except Exception as error:
        raise DamagedFiles(f"{type(error).__name__}: {error}") from error


def _fields(document: Document) -> Mapping[str, Any]:
    facts = document.facts
    text, title = joined(facts.segments), joined([facts.title] if facts.title else [])
    values: dict[str, Any] = {
        s.ID: facts.id, s.ARTICLE: document.article, s.TYPE: document.type,
        s.FACTS: document.row, s.PAYLOAD: document.payload,
        s.TEXT_STEM: text, s.TEXT_WORD: text, s.TITLE_STEM: title, s.TITLE_WORD: title,
        s.NAME: joined(document.found_by_names), s.PUBLISHER: document.publisher or "",
    }  # fmt: skip
    if facts.said:
        values[s.SAID_FIRST], values[s.SAID_LAST] = facts.said
    if facts.published:
        values[s.PUBLISHED_FIRST], values[s.PUBLISHED_LAST] = facts.published
    return values
