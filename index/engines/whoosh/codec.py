# mypy: disable-error-code="no-untyped-call, misc"
"""Whoosh's own format, and beside each segment a file of the same postings as arrays, gathered as it writes them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3Segment
from whoosh.util.numeric import byte_to_length

from index.engines.native import NO_FIRST_DAY, NO_LAST_DAY, GatheredDays, GatheredPostings, Segment
from index.schema import PUBLISHED_FIRST, PUBLISHED_LAST, SAID_FIRST, SAID_LAST, STEM_FIELDS, TYPE, WORD_FIELDS

ARRAYS = ".arrays"
"""How the names of the files end."""

LENGTHS: NDArray[np.int64] = np.array([byte_to_length(byte) for byte in range(256)], dtype=np.int64)
"""What each length byte stands for, in tokens; rising."""

_WORD_FIELDS = frozenset((*STEM_FIELDS, *WORD_FIELDS))
_MISSING_DAYS = {
    SAID_FIRST: NO_FIRST_DAY,
    SAID_LAST: NO_LAST_DAY,
    PUBLISHED_FIRST: NO_FIRST_DAY,
    PUBLISHED_LAST: NO_LAST_DAY,
}
_KNOWN_POSITIONS = 65536


class ArraysSegment(W3Segment):
    """Leaves the arrays out of the one file that Whoosh makes of a segment: on their own they can be mapped."""

    def list_files(self, storage: Any) -> list[str]:
        return [name for name in super().list_files(storage) if not name.endswith(ARRAYS)]


class ArraysCodec(W3Codec):
    """Whoosh's codec with arrays. What it writes, Whoosh reads."""

    def field_writer(self, storage: Any, segment: Any) -> ArraysFieldWriter:
        return ArraysFieldWriter(self, storage, segment)

    def new_segment(self, storage: Any, indexname: str) -> ArraysSegment:
        return ArraysSegment(self, indexname)


class ArraysFieldWriter(W3FieldWriter):
    """Hands every posting on to Whoosh's writer, and keeps it."""

    def __init__(self, codec: W3Codec, storage: Any, segment: Any) -> None:
        super().__init__(codec, storage, segment)
        self._words: dict[str, GatheredPostings] = {}
        self._days: dict[str, GatheredDays] = {}
        self._start_word: Callable[[bytes], None] | None = None
        self._keep: Callable[[int, bytes, int | None], None] | None = None

    def start_field(self, fieldname: str, fieldobj: Any) -> None:
        super().start_field(fieldname, fieldobj)
        self._start_word = self._keep = None
        if fieldname == TYPE or fieldname in _WORD_FIELDS:
            gathered = self._words[fieldname] = GatheredPostings()
            self._start_word, self._keep = gathered.start_word, _keeper(gathered, fieldobj.format)
        elif fieldname in _MISSING_DAYS:
            days = self._days[fieldname] = GatheredDays(_MISSING_DAYS[fieldname])
            self._start_word = lambda btext: self._start_day(days, fieldobj, btext)

    def start_term(self, btext: bytes) -> None:
        super().start_term(btext)
        if self._start_word is not None:
            self._start_word(btext)

    def add(self, docnum: int, weight: float, vbytes: bytes, length: int | None) -> None:
        super().add(docnum, weight, vbytes, length)
        if self._keep is not None:
            self._keep(docnum, vbytes, length)

    def close(self) -> None:
        super().close()
        documents = self._segment.doc_count_all()
        postings = {field: gathered.postings(LENGTHS) for field, gathered in self._words.items()}
        days = {field: gathered.days(documents) for field, gathered in self._days.items()}
        with self._create_file(ARRAYS) as file:
            Segment(documents, postings, days).write(file)

    def _start_day(self, days: GatheredDays, fieldobj: Any, btext: bytes) -> None:
        """A number is indexed as it is (its first byte says 0) and again in coarser steps, which say nothing new."""
        if btext[0]:
            self._keep = None
            return
        day = int(fieldobj.from_bytes(btext))
        self._keep = lambda docnum, _vbytes, _length: days.add(docnum, day)


def arrays_file(folder: Path, segment: Any) -> Path:
    """Where the arrays of a segment are."""
    return folder / str(segment.make_filename(ARRAYS))


def _keeper(gathered: GatheredPostings, format_: Any) -> Callable[[int, bytes, int | None], None]:
    """Most words stand once in a document, in one of few places: their positions are decoded once."""
    known: dict[bytes, list[int]] = {b"": []}

    def keep(docnum: int, vbytes: bytes, length: int | None) -> None:
        positions = known.get(vbytes)
        if positions is None:
            positions = format_.decode_positions(vbytes)
            if len(known) < _KNOWN_POSITIONS:
                known[vbytes] = positions
        gathered.add(docnum, length or 0, positions)

    return keep
