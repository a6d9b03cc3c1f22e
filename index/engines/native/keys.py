"""What documents are looked up by whole, without positions: their types, what their speakers are called."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, count

import numpy as np
from numpy.typing import NDArray

from index.arrays.ranges import ranges
from index.engines.native.inverting import Occurrences, grouped
from index.engines.native.postings import Postings, made_of

Integers = NDArray[np.int64]


class Keys:
    """The keys of one document after another."""

    def __init__(self) -> None:
        self._met: defaultdict[str, int] = defaultdict(count().__next__)
        self._numbers = array("I")
        self._counts = array("I")

    def add(self, documents: Sequence[Sequence[str]]) -> None:
        """The next documents' keys, none twice."""
        self._numbers.extend(map(self._met.__getitem__, chain.from_iterable(documents)))
        self._counts.extend(map(len, documents))

    def postings(self, order: Integers) -> Postings:
        """Which of these documents, numbered anew in this order, have each key."""
        counts = np.frombuffer(self._counts, dtype=np.uint32).astype(np.int64)
        starts = np.cumsum(counts) - counts
        met = np.frombuffer(self._numbers, dtype=np.uint32)[ranges(starts[order], counts[order])]
        documents = np.repeat(np.arange(len(order), dtype=np.int32), counts[order])
        names = sorted(self._met)
        numbers = np.zeros(len(names), dtype=np.int32)
        numbers[[self._met[name] for name in names]] = np.arange(len(names))
        nowhere = np.zeros(len(met), dtype=np.uint16)
        found = Occurrences(numbers[met], documents, nowhere, nowhere)
        by_key = grouped([found], [name.encode() for name in names], len(order))
        nothing = np.zeros(len(by_key.rows), dtype=np.int64)
        return made_of(by_key.words, by_key.pointers, by_key.rows, nothing, nothing, nowhere[:0], nowhere[:0])
