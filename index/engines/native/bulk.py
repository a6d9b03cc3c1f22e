"""Documents -> a segment, many at once: whole columns are sorted and counted, not one posting after another.

What comes out is what an indexing library makes of the same documents by way of `gathering`, which the tests check;
only the order of the documents differs: here they stand newest first, so that the first rows of anything are the ones
that are asked for most often.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index import schema as s
from index.arrays.container import Output
from index.documents import Document
from index.engines.native.kept import GatheredKept
from index.engines.native.postings import Postings, made_of
from index.engines.native.rows import Rows
from index.engines.native.segment import COLUMNS, KEPT, POSTINGS, write_columns, write_postings
from index.engines.native.tokenizing import Forms, Occurrences, Runs, Texts
from index.tabulating import GatheredColumns

Integers = NDArray[np.int64]


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
        self._kept = GatheredKept(create(KEPT))
        self._columns = GatheredColumns()
        self._keys: dict[str, list[tuple[str, ...]]] = {s.TYPE: [], s.CALLED: []}
        """By field that is looked up whole, what each document has in it."""
        self._runs = Runs()
        self._texts = {name: Texts(self._runs) for name in ("text", "title", "name", "publisher")}

    def __len__(self) -> int:
        return len(self._columns)

    def add(self, document: Document) -> None:
        """Of several documents of one quote the last one counts."""
        facts = document.facts
        self._columns.add(facts)
        self._kept.add(document.row, document.payload)
        self._keys[s.TYPE].append((document.type,))
        self._keys[s.CALLED].append(document.called)
        self._texts["text"].add(facts.segments)
        self._texts["title"].add([facts.title] if facts.title else [])
        self._texts["name"].add(document.found_by_names)
        self._texts["publisher"].add([document.publisher] if document.publisher else [])

    def remove(self, quote_id: str) -> None:
        """Leave out the documents of this quote that were added so far."""
        self._columns.remove(quote_id)

    def write(self) -> Built:
        """Write the segment's files."""
        order = self._columns.newest_first()
        place = np.full(len(self), -1, dtype=np.int64)
        place[order] = np.arange(len(order))
        postings = {field: _postings_of_keys(keys, place) for field, keys in self._keys.items()}
        length_bytes, totals = {}, {}
        for field, text, forms in self._fields():
            occurrences = self._texts[text].occurrences(forms, place)
            lengths = np.bincount(occurrences.documents, minlength=len(order))
            totals[field] = int(lengths.sum())
            length_bytes[field] = np.minimum(self._lengths.searchsorted(lengths), 255).astype(np.uint8)
            postings[field] = _postings(occurrences, forms.names(), length_bytes[field])
        columns = self._columns.arrays(order)
        write_postings(self._create(POSTINGS), postings)
        write_columns(self._create(COLUMNS), columns, length_bytes, self._kept.arrays(order))
        return Built(len(order), totals)

    def _fields(self) -> tuple[tuple[str, str, Forms], ...]:
        stems, words = self._runs.stems, self._runs.words
        return (
            (s.TEXT_STEM, "text", stems), (s.TEXT_WORD, "text", words),
            (s.TITLE_STEM, "title", stems), (s.TITLE_WORD, "title", words),
            (s.NAME, "name", words), (s.PUBLISHER, "publisher", words),
        )  # fmt: skip


def _postings_of_keys(keys: Sequence[tuple[str, ...]], place: Integers) -> Postings:
    """The keys of each document, whose new number `place` tells (-1: left out), sorted into postings."""
    numbers: dict[str, int] = {}
    forms = np.array([numbers.setdefault(key, len(numbers)) for own in keys for key in own], dtype=np.int32)
    documents = np.repeat(place, np.fromiter(map(len, keys), dtype=np.int64, count=len(keys))).astype(np.int32)
    kept = documents >= 0
    nowhere = np.zeros(np.count_nonzero(kept), dtype=np.int32)
    words, pointers, rows, *_ = _sorted(Occurrences(forms[kept], documents[kept], nowhere), list(numbers))
    nothing = np.zeros(len(rows), dtype=np.int64)
    return made_of(words, pointers, rows, nothing, nothing, nothing[:0])


def _postings(occurrences: Occurrences, names: list[str], length_bytes: NDArray[np.uint8]) -> Postings:
    """The forms of one field, sorted into postings."""
    words, pointers, rows, times, places = _sorted(occurrences, names)
    return made_of(words, pointers, rows, times, length_bytes[rows], places)


def _sorted(
    occurrences: Occurrences, names: list[str]
) -> tuple[list[bytes], Integers, Rows, Integers, NDArray[np.int32]]:
    """The words by their bytes; where the documents of each begin; the documents, how often the word stands in each,
    and all its positions."""
    used = np.flatnonzero(np.bincount(occurrences.forms, minlength=len(names)))
    encoded = {number: names[number].encode() for number in used.tolist()}
    by_bytes = np.array(sorted(encoded, key=encoded.__getitem__), dtype=np.int64)
    ranks = np.zeros(len(names), dtype=np.int32)
    ranks[by_bytes] = np.arange(len(by_bytes))
    words = ranks[occurrences.forms]
    by_document = np.argsort(occurrences.documents, kind="stable")
    order = by_document[np.argsort(words[by_document], kind="stable")]
    words, documents, places = words[order], occurrences.documents[order], occurrences.positions[order]
    first = np.flatnonzero(_changes(words) | _changes(documents))
    times = np.diff(np.append(first, len(words)))
    pointers = np.searchsorted(words[first], np.arange(len(by_bytes) + 1))
    return [encoded[number] for number in by_bytes.tolist()], pointers, documents[first], times, places


def _changes(values: NDArray[Any]) -> NDArray[np.bool_]:
    """Where a value differs from the one before."""
    changes = np.ones(len(values), dtype=np.bool_)
    np.not_equal(values[1:], values[:-1], out=changes[1:])
    return changes
