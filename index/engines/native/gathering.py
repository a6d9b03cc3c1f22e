"""Postings as an indexer hands them over, one after the other, made into arrays."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.engines.native.neighbours import Sides, sides_of, signs_of
from index.engines.native.postings import Postings, made_of


class GatheredPostings:
    """The postings of one field, words in the order of their bytes, rows of a word rising."""

    def __init__(self) -> None:
        self._words: list[bytes] = []
        self._pointers = array("q")
        self._rows = array("i")
        self._times = array("q")
        self._places = array("I")

    def start_word(self, word: bytes) -> None:
        self._words.append(word)
        self._pointers.append(len(self._rows))

    def add(self, row: int, positions: Sequence[int]) -> None:
        """The word stands at these positions in a document."""
        self._rows.append(row)
        self._times.append(len(positions))
        self._places.extend(positions)

    def postings(self, length_bytes: NDArray[np.uint8]) -> Postings:
        """All of it; `length_bytes` says of each document how long the field is there."""
        self._pointers.append(len(self._rows))
        pointers = np.frombuffer(self._pointers, dtype=np.int64)
        rows = np.frombuffer(self._rows, dtype=np.int32)
        times = np.frombuffer(self._times, dtype=np.int64)
        places = np.frombuffer(self._places, dtype=np.uint32)
        signs = signs_of(self._words).repeat(np.diff(pointers)).repeat(times)
        sides = _sides(signs, rows.repeat(times), places)
        return made_of(self._words, pointers, rows, times, length_bytes[rows], places, sides)


def _sides(signs: NDArray[np.uint8], documents: NDArray[np.int32], places: NDArray[np.uint32]) -> Sides:
    """What stands beside occurrences that come word by word."""
    order = np.lexsort((places, documents))
    sides = np.zeros(len(order), dtype=np.uint16)
    sides[order] = sides_of(signs[order], documents[order], places[order])
    return sides
