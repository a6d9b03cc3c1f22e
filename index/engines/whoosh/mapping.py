# mypy: disable-error-code="no-untyped-call, misc"
"""Mapped segments as Whoosh reads them: to merge them, and to search where no plan can be made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.base import FieldCursor, PerDocumentReader, TermsReader
from whoosh.matching.mcore import ListMatcher, Matcher
from whoosh.reading import TermInfo, TermNotFound
from whoosh.util.numeric import byte_to_length

from index import schema as s
from index.engines.native.postings import Word
from index.engines.native.segment import Segment

Term = tuple[str, bytes]


def mapped(storage: Any, segment: Any) -> Segment:
    """The arrays of a segment in Whoosh's table of contents."""
    return Segment(f"{storage.folder}/{segment.segment_id()}")


class MappedDocuments(PerDocumentReader):
    """Columns, lengths, and which documents are deleted."""

    def __init__(self, arrays: Segment, segment: Any) -> None:
        self._arrays, self._segment = arrays, segment

    def doc_count(self) -> int:
        return self.doc_count_all() - int(self._segment.deleted_count())

    def doc_count_all(self) -> int:
        return self._arrays.documents

    def has_deletions(self) -> bool:
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        return bool(self._segment.is_deleted(docnum))

    def deleted_docs(self) -> Iterable[int]:
        return self._segment.deleted_docs()  # type: ignore[no-any-return]

    def supports_columns(self) -> bool:
        return True

    def has_column(self, fieldname: str) -> bool:
        return fieldname in (s.FACTS, s.PAYLOAD)

    def column_reader(self, fieldname: str, column: Any) -> Any:
        read = self._arrays.kept.facts if fieldname == s.FACTS else self._arrays.kept.payload
        return _Lazily(read, self.doc_count_all())

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        lengths = self._arrays.length_bytes.get(fieldname)
        return default if lengths is None else int(byte_to_length(int(lengths[docnum])))

    def field_length(self, fieldname: str) -> int:
        return int(self._segment._fieldlengths.get(fieldname, 0))

    def min_field_length(self, fieldname: str) -> int:
        return int(byte_to_length(int(self._arrays.length_bytes[fieldname].min())))

    def max_field_length(self, fieldname: str) -> int:
        return int(byte_to_length(int(self._arrays.length_bytes[fieldname].max())))

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        return {}


class MappedTerms(TermsReader):
    """Words and their postings."""

    def __init__(self, arrays: Segment) -> None:
        self._arrays = arrays

    def __contains__(self, term: Term) -> bool:
        return self._find(*term) is not None

    def indexed_field_names(self) -> Iterable[str]:
        return self._arrays.fields

    def terms(self) -> Iterator[Term]:
        return (term for field in sorted(self._arrays.fields) for term in self.terms_from(field, b""))

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[Term]:
        postings = self._arrays.postings(fieldname)
        if postings is not None:
            for number in range(postings.lexicon.place(prefix), len(postings.lexicon)):
                yield fieldname, postings.lexicon[number]

    def items(self) -> Iterator[tuple[Term, TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[Term, TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        word = self._word(fieldname, text)
        times, rows = _times(word), word.rows
        of_field = self._arrays.length_bytes.get(fieldname)
        lengths = [0] if of_field is None else of_field[rows].tolist()
        shortest, longest = byte_to_length(min(lengths)), byte_to_length(max(lengths))
        total, most = float(times.sum()), float(times.max())
        return TermInfo(total, len(rows), shortest, longest, most, int(rows[0]), int(rows[-1]))

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> Matcher:
        word = self._word(fieldname, text)

        def value(entry: int) -> bytes:
            if not format_.supports("positions"):
                return b""
            _, positions = word.positions(np.array([entry], dtype=np.int64))
            return bytes(format_.encode(positions.tolist()))

        values = _Lazily(value, len(word))
        weights = _times(word).astype(np.float64).tolist()
        term, info = (fieldname, text), self.term_info(fieldname, text)
        return ListMatcher(word.rows.tolist(), weights, values, format_, scorer, term=term, terminfo=info)

    def cursor(self, fieldname: str, fieldobj: Any) -> FieldCursor:
        return _Cursor(self, fieldname, fieldobj)

    def frequency(self, fieldname: str, text: bytes) -> float:
        return float(_times(self._there(fieldname, text)).sum())

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        return len(self._there(fieldname, text))

    def _find(self, fieldname: str, text: bytes) -> Word | None:
        postings = self._arrays.postings(fieldname)
        number = None if postings is None else postings.lexicon.find(text)
        return None if postings is None or number is None else postings.word(number)

    def _there(self, fieldname: str, text: bytes) -> Word:
        """Raises KeyError where Whoosh expects that."""
        word = self._find(fieldname, text)
        if word is None:
            raise KeyError(text)
        return word

    def _word(self, fieldname: str, text: bytes) -> Word:
        word = self._find(fieldname, text)
        if word is None:
            raise TermNotFound(f"{fieldname}:{text!r}")
        return word


class _Cursor(FieldCursor):
    """Walks the words of a field; for similar words Whoosh jumps from one that may fit to the next."""

    def __init__(self, terms: MappedTerms, fieldname: str, fieldobj: Any) -> None:
        self._terms, self._field, self._fieldobj = terms, fieldname, fieldobj
        self.first()

    def first(self) -> str | None:
        return self.find(b"")

    def find(self, term: str | bytes) -> str | None:
        start = term if isinstance(term, bytes) else self._fieldobj.to_bytes(term)
        self._words = self._terms.terms_from(self._field, start)
        return self.next()

    def next(self) -> str | None:
        self._text = next((self._fieldobj.from_bytes(word) for _, word in self._words), None)
        return self._text

    def text(self) -> str | None:
        return self._text

    def is_valid(self) -> bool:
        return self._text is not None


class _Lazily(Sequence[bytes]):
    """Values that are read when they are asked for."""

    def __init__(self, read: Any, count: int) -> None:
        self._read, self._count = read, count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: Any) -> Any:
        return self._read(number)


def _times(word: Word) -> NDArray[np.int64]:
    """How often a word stands in each of its documents; once where positions are not kept."""
    return np.maximum(word.times(np.arange(len(word))), 1)
