# mypy: disable-error-code="no-untyped-call"
"""Documents into segments: one commit a batch by Whoosh, or a whole new index in bulk. Everything is validated before,
and cancelled on any error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from index import schema as s
from index.documents import Document
from index.engines.native.bulk import BulkSegment
from index.engines.whoosh.codec import LENGTHS, ArraysCodec
from index.engines.whoosh.fields import joined, schema
from index.engines.whoosh.merging import merge_rarely
from index.engines.whoosh.reading import Part, Reading
from index.engines.whoosh.storage import DamagedFiles, ListedStorage


class Writer:
    """Writes one generation's folder; whoever makes one holds the index lock. `files` are the names that the state on
    disk consists of, none for a new generation."""

    def __init__(self, folder: Path, files: Iterable[str] = ()) -> None:
        self._folder = folder
        self._storage = ListedStorage(folder, files)
        self._parts: dict[str, Part] = {}
        with _failing_as_damage():
            if self._storage.listed:
                self._index = FileIndex(self._storage, schema=schema())
            else:
                self._index = FileIndex.create(self._storage, schema(), "MAIN")

    @property
    def files(self) -> frozenset[str]:
        """The files of the state as committed."""
        return frozenset(self._storage.listed)

    def apply(self, documents: Sequence[Document], *, gone: Iterable[str]) -> None:
        """One commit by Whoosh, which merges small segments: take out the ids in `gone` and those of the documents,
        then add the documents (one an id)."""
        with self._committing() as writer, _failing_as_damage():
            self.reading().close()
            for quote_id in (*gone, *(document.facts.id for document in documents)):
                self._delete(writer, quote_id)
            for document in documents:
                writer.add_document(**text_fields(document))

    def add_in_bulk(self, changes: Iterable[Document | str]) -> None:
        """One commit of one segment, without Whoosh's indexing. Of several documents of one quote the last one
        counts; a bare id takes its quote out."""
        with self._committing() as writer, ExitStack() as files:
            segment = writer.codec.new_segment(self._storage, writer.indexname)
            bulk = BulkSegment(lambda ending: files.enter_context(segment.create(self._storage, ending)), LENGTHS)
            for change in changes:
                if isinstance(change, str):
                    bulk.remove(change)
                else:
                    bulk.add(change)
            built = bulk.write()
            if built.documents:
                segment.set_doc_count(built.documents)
                segment._fieldlengths = built.field_lengths
                writer.segments.append(segment)

    def reading(self) -> Reading:
        """The state as committed, opened; it shares the segments that stay with those before and after it."""
        opened = Reading(self._folder, self.files, tuple(self._parts.values()))
        self._parts = {part.id: part for part in opened.parts}
        return opened

    def delete_obsolete(self) -> None:
        """Delete the files that no state needs any more; call it when the manifest names `files`."""
        self._storage.delete_obsolete()

    @contextmanager
    def _committing(self) -> Iterator[Any]:
        with _failing_as_damage():
            writer = SegmentWriter(self._index, codec=ArraysCodec(), compound=False)
        try:
            yield writer
        except BaseException:
            writer.cancel()
            raise
        with _failing_as_damage():
            writer.commit(mergetype=merge_rarely)

    def _delete(self, writer: Any, quote_id: str) -> None:
        """Mark a quote's document as deleted, if there is one: at most one is not marked yet."""
        base = 0
        for segment in writer.segments:
            row = self._parts[segment.segment_id()].columns.row_of(quote_id)
            if row is not None and not segment.is_deleted(row):
                writer.delete_document(base + row)
            base += segment.doc_count_all()


@contextmanager
def _failing_as_damage() -> Iterator[None]:
    """Documents are validated before they come here: what fails is the disk (OSError) or what is on it."""
    try:
        yield
    except OSError:
        raise
    except Exception as error:
        raise DamagedFiles(f"{type(error).__name__}: {error}") from error


def text_fields(document: Document) -> Mapping[str, Any]:
    """A document as Whoosh takes it."""
    facts = document.facts
    text, title = joined(facts.segments), joined([facts.title] if facts.title else [])
    return {
        s.TYPE: document.type, s.FACTS: document.row, s.PAYLOAD: document.payload,
        s.TEXT_STEM: text, s.TEXT_WORD: text, s.TITLE_STEM: title, s.TITLE_WORD: title,
        s.NAME: joined(document.found_by_names), s.PUBLISHER: document.publisher or "",
        s.CALLED: joined(document.called),
    }  # fmt: skip
