"""Where the words of a field stand in the documents of one segment: the arrays that searches run on.

`pointers[w]` to `pointers[w + 1]` are the postings of word number w, one for each document that has it, by rising row;
`place_pointers` lead from a posting to the positions in `places` in the same way. How often a word stands in how long a
field is a kind: few there are, so that a posting names one in a byte or two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.arrays.container import AnyArray
from index.arrays.lexicon import Lexicon
from index.arrays.smallest import as_small_as_they_fit

Rows = NDArray[np.int32]

MANY = 255
"""The most often that a kind can say; who needs it exactly counts the positions."""


@dataclass(frozen=True, slots=True)
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

    def arrays(self) -> dict[str, AnyArray]:
        """What `postings_from` makes them of again."""
        names = ("pointers", "rows", "kinds", "codes", "place_pointers", "places")
        return {**self.lexicon.arrays(), **{name: getattr(self, name) for name in names}}

    @property
    def has_many(self) -> bool:
        """Whether any word stands so often in a document that its kind does not say how often."""
        return len(self.kinds) > 0 and int(self.kinds[-1]) >= MANY << 8

    def word(self, number: int) -> Word:
        """The postings of one word."""
        return Word(self, int(self.pointers[number]), int(self.pointers[number + 1]))


@dataclass(frozen=True, slots=True)
class Word:
    """One word's part of the postings."""

    postings: Postings
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

    def times(self, entries: NDArray[np.int64]) -> NDArray[np.int64]:
        """How often, exactly, the word stands in the documents of these of its entries."""
        pointers = self.postings.place_pointers
        after, first = pointers[entries + (self.first + 1)], pointers[entries + self.first]
        return np.asarray(after.astype(np.int64) - first.astype(np.int64))

    def positions(self, entries: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Every position of the word in the documents of these of its entries: which entry, and which position."""
        starts = self.postings.place_pointers[entries + self.first].astype(np.int64)
        times = self.times(entries)
        if len(times) and times.max() == 1:
            return np.arange(len(entries)), self.postings.places[starts].astype(np.int64)
        which = np.repeat(np.arange(len(entries)), times)
        shifts = starts - (np.cumsum(times) - times)
        return which, self.postings.places[shifts[which] + np.arange(len(which))].astype(np.int64)


def made_of(
    words: list[bytes],
    pointers: NDArray[np.int64],
    rows: Rows,
    times: NDArray[np.int64],
    length_bytes: NDArray[Any],
    places: NDArray[Any],
) -> Postings:
    """Postings of sorted words: for each, its rows, how often it stands there, and the byte for how long the field is
    there; all the positions, if they are kept."""
    codes = np.minimum(times, MANY).astype(np.uint16) << np.uint16(8) | length_bytes.astype(np.uint16)
    is_there = np.bincount(codes, minlength=1 << 16) > 0
    return Postings(
        Lexicon.of(words),
        pointers,
        rows,
        np.flatnonzero(is_there).astype(np.uint16),
        as_small_as_they_fit((np.cumsum(is_there) - 1)[codes]),
        as_small_as_they_fit(np.concatenate(([0], np.cumsum(times)))),
        as_small_as_they_fit(places),
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
    )
