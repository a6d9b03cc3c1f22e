# mypy: disable-error-code="no-untyped-call, misc"
"""Our own format of a Whoosh segment: what Whoosh indexes becomes arrays, and from these arrays Whoosh searches and
merges (`mapping`). Writing comes here; `index.engines.native.bulk` writes the same files without Whoosh."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.base import Codec, FieldWriter, PerDocumentWriter
from whoosh.codec.whoosh3 import W3Segment
from whoosh.util.numeric import byte_to_length, length_to_byte

from index.documents import facts_of
from index.engines.native.gathering import GatheredPostings
from index.engines.native.kept import GatheredKept
from index.engines.native.segment import COLUMNS, KEPT, POSTINGS, LengthBytes, write_columns, write_postings
from index.engines.whoosh.mapping import MappedDocuments, MappedTerms, mapped
from index.schema import FACTS, PAYLOAD, STEM_FIELDS, WORD_FIELDS
from index.tabulating import GatheredColumns

LENGTHS: NDArray[np.int64] = np.array([byte_to_length(byte) for byte in range(256)], dtype=np.int64)
"""What each length byte stands for, in tokens; rising."""

_KNOWN_POSITIONS = 65536
_AT_ONCE = 1024
"""Documents whose facts are read and columns filled together."""


class ArraysSegment(W3Segment):
    """What the table of contents says of a segment. Its arrays stay files of their own: so they can be mapped."""

    _fieldlengths: dict[str, int]

    def should_assemble(self) -> bool:
        return False

    def create(self, storage: Any, ending: str) -> Any:
        """A new file of the segment, for writing."""
        return self.create_file(storage, ending)


class ArraysCodec(Codec):
    """Segments that are arrays."""

    def per_document_writer(self, storage: Any, segment: ArraysSegment) -> DocumentsWriter:
        return DocumentsWriter(storage, segment)

    def field_writer(self, storage: Any, segment: ArraysSegment) -> PostingsWriter:
        return PostingsWriter(storage, segment)

    def per_document_reader(self, storage: Any, segment: ArraysSegment) -> MappedDocuments:
        return MappedDocuments(mapped(storage, segment), segment)

    def terms_reader(self, storage: Any, segment: ArraysSegment) -> MappedTerms:
        return MappedTerms(mapped(storage, segment))

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> Any:
        raise NotImplementedError("postings are written whole, by `PostingsWriter`")

    def postings_reader(self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None) -> Any:
        raise NotImplementedError("postings are read by `MappedTerms`")

    def new_segment(self, storage: Any, indexname: str) -> ArraysSegment:
        return ArraysSegment(self, indexname)


class DocumentsWriter(PerDocumentWriter):
    """Gathers what is kept of each document; files are written once it is known that there are any."""

    def __init__(self, storage: Any, segment: ArraysSegment) -> None:
        self._storage, self._segment = storage, segment
        self._rows: list[tuple[bytes, bytes]] = []
        self._row: dict[str, bytes] = {}
        self._lengths = {field: array("B") for field in (*STEM_FIELDS, *WORD_FIELDS)}
        self._totals = dict.fromkeys(self._lengths, 0)
        self.is_closed = False

    def start_doc(self, docnum: int) -> None:
        self._row = {}
        for lengths in self._lengths.values():
            lengths.append(0)

    def add_field(self, fieldname: str, fieldobj: Any, value: object, length: int | None) -> None:
        if length and fieldname in self._lengths:
            self._lengths[fieldname][-1] = length_to_byte(length)
            self._totals[fieldname] += length

    def add_column_value(self, fieldname: str, columnobj: Any, value: bytes) -> None:
        self._row[fieldname] = bytes(value)

    def add_vector_items(self, fieldname: str, fieldobj: Any, items: object) -> None:
        raise NotImplementedError("no field has vectors")

    def finish_doc(self) -> None:
        self._rows.append((self._row[FACTS], self._row[PAYLOAD]))

    def cancel_doc(self) -> None:
        for lengths in self._lengths.values():
            lengths.pop()

    def close(self) -> None:
        self.is_closed = True
        self._segment._fieldlengths = self._totals
        if self._rows:
            with self._segment.create(self._storage, KEPT) as file:
                kept, columns = GatheredKept(file), GatheredColumns()
                for first in range(0, len(self._rows), _AT_ONCE):
                    rows, payloads = zip(*self._rows[first : first + _AT_ONCE], strict=True)
                    kept.add(rows, payloads)
                    columns.add([facts_of(row) for row in rows])
            order = np.arange(len(self._rows))
            lengths: LengthBytes = {field: np.frombuffer(own, np.uint8) for field, own in self._lengths.items()}
            with self._segment.create(self._storage, COLUMNS) as file:
                write_columns(file, columns.arrays(order), lengths, kept.arrays(order))


class PostingsWriter(FieldWriter):
    """Gathers every posting, field by field and word by word."""

    def __init__(self, storage: Any, segment: ArraysSegment) -> None:
        self._storage, self._segment = storage, segment
        self._fields: dict[str, GatheredPostings] = {}
        self._field = GatheredPostings()
        self._positions: Callable[[bytes], list[int]] = _none
        self.is_closed = False

    def start_field(self, fieldname: str, fieldobj: Any) -> None:
        self._field = self._fields[fieldname] = GatheredPostings()
        self._positions = _decoding(fieldobj.format) if fieldobj.format.supports("positions") else _none

    def start_term(self, text: bytes) -> None:
        self._field.start_word(text)

    def add(self, docnum: int, weight: float, vbytes: bytes, length: int | None) -> None:
        self._field.add(docnum, self._positions(vbytes))

    def finish_term(self) -> None:
        """Nothing is left to do: the next word begins where this one ends."""

    def close(self) -> None:
        self.is_closed = True
        documents = self._segment.doc_count_all()
        if documents:
            lengths, none = mapped(self._storage, self._segment).length_bytes, np.zeros(documents, dtype=np.uint8)
            postings = ((field, own.postings(lengths.get(field, none))) for field, own in self._fields.items())
            with self._segment.create(self._storage, POSTINGS) as file:
                write_postings(file, postings)


def _none(_: bytes) -> list[int]:
    return []


def _decoding(format_: Any) -> Callable[[bytes], list[int]]:
    """Most words stand once in a document, in one of few places: their positions are decoded once."""
    known: dict[bytes, list[int]] = {}

    def decoded(vbytes: bytes) -> list[int]:
        positions = known.get(vbytes)
        if positions is None:
            positions = list(format_.decode_positions(vbytes))
            if len(known) < _KNOWN_POSITIONS:
                known[vbytes] = positions
        return positions

    return decoded
