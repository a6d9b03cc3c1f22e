"""Where the words of a field stand in the documents of one segment: the arrays that searches run on.

`pointers[w]` to `pointers[w + 1]` are the postings of word number w, one for each document that has it, by rising row;
`place_pointers` lead from a posting to the positions in `places` in the same way, and to what stands beside the word
there (`neighbours`). How often a word stands in how long a
field is a kind: few there are, so that a posting names one in a byte or two.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.arrays.container import AnyArray
from index.arrays.lexicon import Lexicon
from index.arrays.smallest import as_small_as_they_fit
from index.engines.native.neighbours import Integers, Sides, between, sign_of
from index.engines.native.rows import Rows, entries_in, is_among, once

MANY = 255
"""The most often that a kind can say; who needs it exactly counts the positions."""


@dataclass(frozen=True)
class Postings:
    """The words of one field. `rows` are document numbers within the segment. `kinds` say how often a word is in a
    document (times 256; MANY and more are one) and the byte for how long the field is there; `codes` number them."""

    lexicon: Lexicon
    pointers: NDArray[np.int64]
    rows: Rows
    kinds: NDArray[np.uint16]
    codes: NDArray[Any]
    place_pointers: NDArray[Any]
    places: NDArray[Any]
    sides: Sides

    def arrays(self) -> dict[str, AnyArray]:
        """What `postings_from` makes them of again."""
        names = ("pointers", "rows", "kinds", "codes", "place_pointers", "places", "sides")
        return {**self.lexicon.arrays(), **{name: getattr(self, name) for name in names}}

    @cached_property
    def has_many(self) -> bool:
        """Whether any word stands so often in a document that its kind does not say how often."""
        return len(self.kinds) > 0 and int(self.kinds[-1]) >= MANY << 8

    @cached_property
    def one_by_one(self) -> OneByOne:
        """The same arrays to read single entries of."""
        return OneByOne(*[own.data for own in (self.rows, self.codes, self.place_pointers, self.places)])

    def word(self, number: int) -> Word:
        """The postings of one word."""
        return Word(self, number, int(self.pointers[number]), int(self.pointers[number + 1]))


@dataclass(frozen=True, slots=True)
class OneByOne:
    """Arrays of which single entries are asked for: a view gives a number in a tenth of the time that numpy takes to
    make one of its own."""

    rows: memoryview
    codes: memoryview
    place_pointers: memoryview
    places: memoryview


@dataclass(frozen=True)
class Word:
    """One word's part of the postings."""

    postings: Postings
    number: int
    first: int
    after: int

    def __len__(self) -> int:
        return self.after - self.first

    @property
    def rows(self) -> Rows:
        return self.postings.rows[self.first : self.after]

    @property
    def codes(self) -> NDArray[Any]:
        return self.postings.codes[self.first : self.after]

    def has(self, rows: Rows) -> NDArray[np.bool_]:
        """Which of these documents have the word."""
        return is_among(rows, self.rows)

    def entries(self, rows: Rows) -> NDArray[np.int64]:
        """Which of its entries are those of these documents, which have it."""
        return entries_in(rows, self.rows)

    def code_in(self, row: int) -> int | None:
        """The code of a document, None if it has not the word."""
        arrays = self.postings.one_by_one
        entry = bisect_left(arrays.rows, row, self.first, self.after)
        return arrays.codes[entry] if entry < self.after and arrays.rows[entry] == row else None

    def is_at(self, row: int, position: int) -> bool:
        """Whether the word stands at a position of a document."""
        arrays = self.postings.one_by_one
        entry = bisect_left(arrays.rows, row, self.first, self.after)
        if entry == self.after or arrays.rows[entry] != row:
            return False
        after = arrays.place_pointers[entry + 1]
        place = bisect_left(arrays.places, position, arrays.place_pointers[entry], after)
        return place < after and arrays.places[place] == position

    def between(self, before: int | None, after: int | None) -> list[int] | Integers:
        """Those of its occurrences, counted from 0, that may stand right between words with these signs (None: any):
        all that do, and few others."""
        return between(self.postings.sides[self.occurrences.start : self.occurrences.stop], before, after)

    def place_of(self, occurrence: int) -> tuple[int, int]:
        """The document and the position of one of its occurrences."""
        arrays = self.postings.one_by_one
        number = self.occurrences[occurrence]
        entry = bisect_right(arrays.place_pointers, number, self.first, self.after) - 1
        return arrays.rows[entry], arrays.places[number]

    def rows_of(self, occurrences: Integers) -> Rows:
        """The documents of some of its occurrences, which rise."""
        ends = self.postings.place_pointers[self.first + 1 : self.after + 1]
        numbers = (occurrences + self.occurrences.start).astype(ends.dtype)
        return once(self.rows[ends.searchsorted(numbers, "right")])

    @cached_property
    def occurrences(self) -> range:
        """The numbers of its occurrences among all of the field."""
        pointers = self.postings.one_by_one.place_pointers
        return range(pointers[self.first], pointers[self.after])

    @cached_property
    def sign(self) -> int:
        return sign_of(self.postings.lexicon[self.number])

    def times(self, entries: NDArray[np.int64]) -> NDArray[np.int64]:
        """How often, exactly, the word stands in the documents of these of its entries."""
        pointers = self.postings.place_pointers
        after, first = pointers[entries + (self.first + 1)], pointers[entries + self.first]
        return np.asarray(after.astype(np.int64) - first.astype(np.int64))

    def positions(self, entries: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Every position of the word in the documents of these of its entries: which entry, and which position."""
        numbers = entries + self.first
        starts = self.postings.place_pointers[numbers].astype(np.int64)
        times = self.postings.place_pointers[numbers + 1].astype(np.int64) - starts
        which = np.arange(len(entries))
        if int(times.sum()) == len(entries):
            return which, self.postings.places[starts].astype(np.int64)
        which = which.repeat(times)
        shifts = starts - (times.cumsum() - times)
        return which, self.postings.places[shifts[which] + np.arange(len(which))].astype(np.int64)


def made_of(
    words: list[bytes],
    pointers: NDArray[np.int64],
    rows: Rows,
    times: NDArray[Any],
    length_bytes: NDArray[Any],
    places: NDArray[Any],
    sides: Sides,
) -> Postings:
    """Postings of sorted words: for each, its rows, how often it stands there, and the byte for how long the field is
    there; all the positions and what stands beside them, if they are kept."""
    codes = np.minimum(times, MANY).astype(np.uint16) << np.uint16(8) | length_bytes.astype(np.uint16)
    is_there = np.zeros(1 << 16, dtype=np.bool_)
    is_there[codes] = True
    numbers = as_small_as_they_fit(np.maximum(np.cumsum(is_there) - 1, 0))
    place_pointers = np.zeros(len(times) + 1, dtype=np.int64)
    np.cumsum(times, out=place_pointers[1:])
    return Postings(
        Lexicon.of(words),
        pointers,
        rows,
        np.flatnonzero(is_there).astype(np.uint16),
        numbers[codes],
        as_small_as_they_fit(place_pointers),
        as_small_as_they_fit(places),
        sides,
    )


def postings_from(arrays: Mapping[str, AnyArray]) -> Postings:
    """The postings that `Postings.arrays` was called on."""
    return Postings(
        Lexicon.from_arrays(arrays),
        arrays["pointers"],
        arrays["rows"],
        arrays["kinds"],
        arrays["codes"],
        arrays["place_pointers"],
        arrays["places"],
        arrays["sides"],
    )
