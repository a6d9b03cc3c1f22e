"""Which of many words are within a few edits of a given one (Levenshtein: a letter added, left out or changed)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_BITS = np.uint64(64)


@dataclass(frozen=True, slots=True)
class Spellings:
    """All words as code points end to end, where each starts, how long it is, and which letters it has: the bit of a
    letter is its code point modulo 64. An edit changes at most two bits, so most words are told apart by them alone."""

    letters: NDArray[np.uint32]
    starts: NDArray[np.int64]
    lengths: NDArray[np.int64]
    signatures: NDArray[np.uint64]

    def close_to(self, word: str, edits: int) -> NDArray[np.int64]:
        """The numbers of the words at most `edits` edits from `word`."""
        wanted = _code_points(word)
        unlike = np.bitwise_count(self.signatures ^ np.bitwise_or.reduce(_letter_bits(wanted), initial=np.uint64(0)))
        candidates = np.flatnonzero(unlike <= 2 * edits)
        candidates = candidates[np.abs(self.lengths[candidates] - len(wanted)) <= edits]
        return candidates[self._distances(candidates, wanted, edits) <= edits]

    def _distances(self, numbers: NDArray[np.int64], wanted: NDArray[np.uint32], edits: int) -> NDArray[np.int64]:
        """Edits from each word to `wanted`, row by row of the Wagner-Fischer table, for all words at once. Only the
        cells within `edits` of the diagonal can matter; beyond, any number larger than `edits` will do."""
        lengths = self.lengths[numbers]
        longest = len(wanted) + edits
        columns = np.arange(longest)
        places = np.minimum(self.starts[numbers, None] + columns, len(self.letters) - 1)
        letters = np.where(columns < lengths[:, None], self.letters[places], 0)
        table = np.tile(np.arange(longest + 1), (len(numbers), 1))
        for row, letter in enumerate(wanted, 1):
            before, table = table, np.full_like(table, edits + 1)
            table[:, 0] = row
            for column in range(max(1, row - edits), min(longest, row + edits) + 1):
                changed = before[:, column - 1] + (letters[:, column - 1] != letter)
                added_or_left_out = np.minimum(before[:, column], table[:, column - 1]) + 1
                table[:, column] = np.minimum(changed, added_or_left_out)
        return table[np.arange(len(numbers)), lengths]


def spellings_of(blob: NDArray[np.uint8], ends: NDArray[np.int64]) -> Spellings:
    """The spellings of words given as UTF-8 end to end."""
    letters = _code_points(blob.tobytes().decode("utf-8"))
    letters_before = np.concatenate(([0], np.cumsum((blob & 0xC0) != 0x80, dtype=np.int64)))
    bounds = letters_before[np.concatenate(([0], ends))]
    signatures = np.bitwise_or.reduceat(_letter_bits(letters), bounds[:-1]) if len(letters) else np.zeros(0, np.uint64)
    return Spellings(letters, bounds[:-1], np.diff(bounds), signatures)


def _code_points(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)


def _letter_bits(letters: NDArray[np.uint32]) -> NDArray[np.uint64]:
    return np.uint64(1) << (letters.astype(np.uint64) % _BITS)
