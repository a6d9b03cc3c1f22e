"""The words of one field in one segment: sorted by their UTF-8 bytes, numbered in that order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.arrays.container import AnyArray
from index.arrays.similar import Spellings, spellings_of

_HEAD = 8
_AFTER_ALL = b"\xff"
"""No UTF-8 text has this byte: what is padded with it comes after every word that begins so."""


class Lexicon(Sequence[bytes]):
    """`blob` is all words end to end, `ends` where each ends. `heads` are their first eight bytes as one number,
    zeros after shorter ones: a search in it leaves only a few words to compare."""

    def __init__(self, blob: NDArray[np.uint8], ends: NDArray[np.int64], heads: NDArray[np.uint64]) -> None:
        self._blob, self._ends, self._heads = blob, ends, heads
        self._bytes, self._end_of = blob.data, ends.data

    @classmethod
    def of(cls, words: Sequence[bytes]) -> Lexicon:
        """The lexicon of words that are sorted already, none of them empty."""
        blob = np.frombuffer(b"".join(words), dtype=np.uint8)
        ends = np.cumsum(np.fromiter(map(len, words), dtype=np.int64, count=len(words)))
        heads = np.array(words, dtype=f"S{_HEAD}").view(">u8").astype(np.uint64)
        return cls(blob, ends, heads)

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, AnyArray]) -> Lexicon:
        return cls(arrays["words"], arrays["ends"], arrays["heads"])

    def arrays(self) -> dict[str, AnyArray]:
        """What `from_arrays` makes the lexicon of again."""
        return {"words": self._blob, "ends": self._ends, "heads": self._heads}

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, number: int) -> bytes:  # type: ignore[override]
        start = self._end_of[number - 1] if number else 0
        return bytes(self._bytes[start : self._end_of[number]])

    def find(self, word: bytes) -> int | None:
        """The number of a word."""
        number = self.place(word)
        return number if number < len(self) and self[number] == word else None

    def starting_with(self, start: bytes) -> range:
        """The numbers of the words that begin so."""
        return range(self.place(start), self.place(start + _AFTER_ALL * _HEAD))

    def passing(self, start: str, test: Callable[[str], object]) -> list[int]:
        """The numbers of those words that begin so and pass a test."""
        return [number for number in self.starting_with(start.encode()) if test(self[number].decode())]

    def close_to(self, word: str, edits: int) -> NDArray[np.int64]:
        """The numbers of the words at most `edits` code points added, left out or changed from `word`."""
        return self._spellings.close_to(word, edits)

    def place(self, word: bytes) -> int:
        """How many words come before this one."""
        head = np.uint64(int.from_bytes(word[:_HEAD].ljust(_HEAD, b"\0"), "big"))
        first = int(self._heads.searchsorted(head, "left"))
        after = int(self._heads.searchsorted(head, "right"))
        return bisect_left(self, word, first, after) if after > first else first

    @cached_property
    def _spellings(self) -> Spellings:
        return spellings_of(self._blob, self._ends)
