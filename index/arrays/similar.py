"""Which of many words are within a few edits of a given one (Levenshtein: a letter added, left out or changed)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from index.arrays.ranges import ranges

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
        return candidates[self._distances(candidates, word, edits) <= edits]

    def _distances(self, numbers: NDArray[np.int64], wanted: str, edits: int) -> NDArray[np.int32]:
        """Edits from each word to `wanted`; where they are more than `edits`, any larger number."""
        starts, lengths = self.starts[numbers], self.lengths[numbers]
        letters = self.letters[ranges(starts, lengths)].tobytes().decode("utf-32-le")
        ends = list(accumulate(lengths.tolist()))
        words = [letters[start:end] for start, end in pairwise((0, *ends))]
        distances = cdist([wanted], words, scorer=Levenshtein.distance, score_cutoff=edits, dtype=np.int32)
        return np.asarray(distances[0], dtype=np.int32)


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
