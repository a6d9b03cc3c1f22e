"""Documents -> a segment, many at once: whole columns are sorted and counted, not one posting after another.

What comes out is what an indexing library makes of the same documents by way of `gathering`, which the tests check;
only the order of the documents differs: here they stand newest first, so that the first rows of anything are the ones
that are asked for most often.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index import schema as s
from index.arrays.container import Output
from index.documents import Document
from index.engines.native.inverting import Grouped, grouped, occurrences
from index.engines.native.kept import GatheredKept
from index.engines.native.keys import Keys
from index.engines.native.neighbours import signs_of
from index.engines.native.postings import Postings, made_of
from index.engines.native.segment import COLUMNS, KEPT, POSTINGS, write_columns, write_postings
from index.engines.native.tokenizing import Runs, Texts
from index.tabulating import GatheredColumns

Integers = NDArray[np.int64]

_AT_ONCE = 1024
"""Documents that are taken apart together: column by column is faster than document by document."""


@dataclass(frozen=True, slots=True)
class Built:
    """What an index must know of a segment: its documents, and the tokens of each field in all of them."""

    documents: int
    field_lengths: Mapping[str, int]


class BulkSegment:
    """One segment in the making. `create` opens the file with that ending for writing. `lengths` says, rising, which
    length each of the 256 length bytes stands for."""

    def __init__(self, create: Callable[[str], Output], lengths: Integers) -> None:
        self._create, self._lengths = create, lengths
        self._new: list[Document] = []
        self._kept = GatheredKept(create(KEPT))
        self._columns = GatheredColumns()
        self._types, self._calls = Keys(), Keys()
        self._runs = Runs()
        self._text, self._title, self._name, self._publisher = (Texts(self._runs) for _ in range(4))

    def add(self, document: Document) -> None:
        """Of several documents of one quote the last one counts."""
        self._new.append(document)
        if len(self._new) == _AT_ONCE:
            self._take_apart()

    def remove(self, quote_id: str) -> None:
        """Leave out the documents of this quote that were added so far."""
        self._take_apart()
        self._columns.remove(quote_id)

    def write(self) -> Built:
        """Write the segment's files."""
        self._take_apart()
        order = self._columns.newest_first()
        lengths: dict[str, Integers] = {}
        write_postings(self._create(POSTINGS), self._postings(order, lengths))
        length_bytes = {field: self._bytes_for(own) for field, own in lengths.items()}
        write_columns(self._create(COLUMNS), self._columns.arrays(order), length_bytes, self._kept.arrays(order))
        return Built(len(order), {field: int(own.sum()) for field, own in lengths.items()})

    def _postings(self, order: Integers, lengths: dict[str, Integers]) -> Iterator[tuple[str, Postings]]:
        """By field, each made when it is asked for; `lengths` is told how long the field is in each document."""
        yield s.TYPE, self._types.postings(order)
        yield s.CALLED, self._calls.postings(order)
        analysed = self._runs.analysed()
        signs = signs_of(analysed.names)
        for field, texts, forms in (
            (s.TEXT_STEM, self._text, analysed.stems), (s.TEXT_WORD, self._text, analysed.words),
            (s.TITLE_STEM, self._title, analysed.stems), (s.TITLE_WORD, self._title, analysed.words),
            (s.NAME, self._name, analysed.words), (s.PUBLISHER, self._publisher, analysed.words),
        ):  # fmt: skip
            parts = (occurrences(placed, forms, signs) for placed in texts.placed(order, analysed.widths))
            lengths[field], postings = self._inverted(grouped(parts, analysed.names, len(order)))
            yield field, postings
            del postings  # before the next field's are made: memory

    def _inverted(self, found: Grouped) -> tuple[Integers, Postings]:
        length_bytes = self._bytes_for(found.lengths)[found.rows]
        return found.lengths, made_of(
            found.words, found.pointers, found.rows, found.times, length_bytes, found.places, found.sides
        )

    def _bytes_for(self, lengths: Integers) -> NDArray[np.uint8]:
        return np.minimum(self._lengths.searchsorted(lengths), 255).astype(np.uint8)

    def _take_apart(self) -> None:
        new, self._new = self._new, []
        if new:
            facts = [document.facts for document in new]
            self._columns.add(facts)
            self._kept.add([document.row for document in new], [document.payload for document in new])
            self._types.add([(document.type,) for document in new])
            self._calls.add([document.called for document in new])
            self._text.add([own.segments for own in facts])
            self._title.add([(own.title or "",) for own in facts])
            self._name.add([document.found_by_names for document in new])
            self._publisher.add([(document.publisher or "",) for document in new])
