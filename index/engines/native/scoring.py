"""BM25F as Whoosh computes it, operation by operation, so that scores are the same to the last bit or nearly.

S. Robertson, H. Zaragoza: The Probabilistic Relevance Framework: BM25 and Beyond (2009), with Whoosh's idf, which
counts deleted documents too.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from index.engines.native.postings import MANY, Word

B, K1 = 0.75, 1.2

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class FieldWeights:
    """What words are worth in one field, before their rarity. `average` is the field's mean length in tokens, `lengths`
    what each length byte stands for."""

    average: float
    lengths: NDArray[np.int64]

    def of(self, times: NDArray[np.int64], length_bytes: NDArray[np.int64]) -> Scores:
        """BM25F, but for the idf, of words that stand so many times in fields of that length."""
        long = self.lengths[length_bytes]
        average = self.average or 1
        with np.errstate(invalid="ignore"):
            return np.asarray((times * (K1 + 1)) / (times + K1 * ((1 - B) + B * long / average)), dtype=np.float64)

    def of_kinds(self, kinds: NDArray[np.uint16]) -> Scores:
        """The same by kind (see `postings`)."""
        return self.of(kinds.astype(np.int64) >> 8, kinds.astype(np.int64) & 255)


def scores_of(word: Word, entries: NDArray[np.int64], idf: float, weights: FieldWeights, worth: Scores) -> Scores:
    """The scores of the documents of these of a word's entries; `worth` is that of the field's kinds. Where the word
    stands very often, the times are counted."""
    codes = word.codes[entries]
    scores: Scores = idf * worth[codes]
    if word.postings.has_many:
        kinds = word.postings.kinds[codes]
        many = np.flatnonzero(kinds >= MANY << 8)
        scores[many] = idf * weights.of(word.times(entries[many]), kinds[many].astype(np.int64) & 255)
    return scores


def idf(documents_with_it: int, documents: int) -> float:
    """The inverse document frequency of a word."""
    return log(documents / (documents_with_it + 1)) + 1
