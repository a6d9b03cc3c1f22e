"""Where the words of a field stand in the documents of one segment: the arrays that searches run on.

`pointers[w]` to `pointers[w + 1]` are the postings of word number w, one for each document that has it, by rising row;
`place_pointers` lead from a posting to the positions in `places` in the same way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.engines.native.container import AnyArray
from index.engines.native.lexicon import Lexicon

Rows = NDArray[np.int32]
Positions = NDArray[np.uint16] | NDArray[np.uint32]

MANY = 255
"""The most often that a code can say; who needs it exactly counts the positions."""


@dataclass(frozen=True, slots=True)
class Postings:
    """The words of one field. `rows` are document numbers within the segment, `codes` how often the word is in that
    document (times 256; MANY and more are one) and the byte for how long the field is there."""

    lexicon: Lexicon
    pointers: NDArray[np.int64]
    rows: Rows
    codes: NDArray[np.uint16]
    place_pointers: NDArray[np.int64]
    places: Positions

    def arrays(self) -> dict[str, AnyArray]:
        """What `postings_from` makes them of again."""
        own = {name: getattr(self, name) for name in ("pointers", "rows", "codes", "place_pointers", "places")}
        return {**self.lexicon.arrays(), **own}

    def word(self, number: int) -> Word:
        """The postings of one word."""
        return Word(self, int(self.pointers[number]), int(self.pointers[number + 1]))


@dataclass(frozen=True, slots=True)
class Word:
    """One word's part of the postings."""

    postings: Postings
    first: int
    after: int

    @property
    def rows(self) -> Rows:
        return self.postings.rows[self.first : self.after]

    @property
    def codes(self) -> NDArray[np.uint16]:
        return self.postings.codes[self.first : self.after]

    def times(self, entries: NDArray[np.int64]) -> NDArray[np.int64]:
        """How often, exactly, the word stands in the documents of these of its entries."""
        pointers = self.postings.place_pointers
        return pointers[entries + self.first + 1] - pointers[entries + self.first]

    def positions(self, entries: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Every position of the word in the documents of these of its entries: which entry, and which position."""
        times = self.times(entries)
        which = np.repeat(np.arange(len(entries)), times)
        shifts = self.postings.place_pointers[entries + self.first] - (np.cumsum(times) - times)
        return which, self.postings.places[shifts[which] + np.arange(len(which))].astype(np.int64)


def postings_from(arrays: Mapping[str, AnyArray]) -> Postings:
    """The postings that `Postings.arrays` was called on."""
    return Postings(
        Lexicon.from_arrays(arrays),
        arrays["pointers"],
        arrays["rows"],
        arrays["codes"],
        arrays["place_pointers"],
        arrays["places"],
    )
