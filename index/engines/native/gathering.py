"""Postings as an indexer hands them over, one after the other, made into arrays."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.engines.native.lexicon import Lexicon
from index.engines.native.postings import MANY, Positions, Postings

NO_FIRST_DAY, NO_LAST_DAY = np.iinfo(np.int32).max, np.iinfo(np.int32).min
"""What stands for no date: it begins after every day, and ends before."""


class GatheredPostings:
    """The postings of one field, words in the order of their bytes, rows of a word rising."""

    def __init__(self) -> None:
        self._words: list[bytes] = []
        self._pointers = array("q")
        self._rows = array("i")
        self._lengths = array("I")
        self._times = array("I")
        self._places = array("I")

    def start_word(self, word: bytes) -> None:
        self._words.append(word)
        self._pointers.append(len(self._rows))

    def add(self, row: int, length: int, positions: Sequence[int]) -> None:
        """The word stands at these positions in a document, whose field is `length` tokens long."""
        self._rows.append(row)
        self._lengths.append(length)
        self._times.append(len(positions))
        self._places.extend(positions)

    def postings(self, lengths: NDArray[np.int64]) -> Postings:
        """All of it; `lengths` says, rising, which length each of the 256 length bytes stands for."""
        self._pointers.append(len(self._rows))
        times = np.frombuffer(self._times, dtype=np.uint32)
        length_bytes = np.minimum(lengths.searchsorted(np.frombuffer(self._lengths, dtype=np.uint32)), 255)
        return Postings(
            Lexicon.of(self._words),
            np.frombuffer(self._pointers, dtype=np.int64),
            np.frombuffer(self._rows, dtype=np.int32),
            (np.minimum(times, MANY) << 8 | length_bytes).astype(np.uint16),
            np.concatenate(([0], np.cumsum(times, dtype=np.int64))),
            _as_small_as_they_fit(np.frombuffer(self._places, dtype=np.uint32)),
        )


class GatheredDays:
    """One day of every document that has one."""

    def __init__(self, missing: int) -> None:
        self._missing = missing
        self._rows = array("i")
        self._days = array("i")

    def add(self, row: int, day: int) -> None:
        self._rows.append(row)
        self._days.append(day)

    def days(self, documents: int) -> NDArray[np.int32]:
        """One entry a document."""
        days = np.full(documents, self._missing, dtype=np.int32)
        days[np.frombuffer(self._rows, dtype=np.int32)] = np.frombuffer(self._days, dtype=np.int32)
        return days


def _as_small_as_they_fit(places: NDArray[np.uint32]) -> Positions:
    fits = not len(places) or int(places.max()) <= np.iinfo(np.uint16).max
    return places.astype(np.uint16) if fits else places
