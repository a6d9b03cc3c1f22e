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
    """What a code is worth in one field, before the word's rarity: `by_code` has an entry for each code. `average` is
    the field's mean length in tokens, `lengths` what each length byte stands for."""

    average: float
    lengths: NDArray[np.int64]
    by_code: Scores

    def of(self, times: NDArray[np.int64], length_bytes: NDArray[np.int64]) -> Scores:
        """BM25F, but for the idf, of words that stand so many times in fields of that length."""
        long = self.lengths[length_bytes]
        return np.asarray((times * (K1 + 1)) / (times + K1 * ((1 - B) + B * long / self.average)), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Weight:
    """How rare a word is, over all segments, and what its codes are worth."""

    idf: float
    field: FieldWeights

    def scores(self, word: Word, entries: NDArray[np.int64] | None) -> Scores:
        """The scores of the documents of these of the word's entries, or of all of them."""
        codes = word.codes if entries is None else word.codes[entries]
        worth = self.field.by_code[codes]
        many = np.flatnonzero(codes >= MANY << 8)
        if len(many):
            exact = many if entries is None else entries[many]
            worth[many] = self.field.of(word.times(exact), codes[many].astype(np.int64) & 255)
        return self.idf * worth


def field_weights(average: float, lengths: NDArray[np.int64]) -> FieldWeights:
    """The weights of a field whose mean length is `average`."""
    codes = np.arange(1 << 16)
    bare = FieldWeights(average or 1, lengths, np.zeros(0))
    with np.errstate(invalid="ignore"):  # no word stands zero times in a field
        return FieldWeights(average or 1, lengths, bare.of(codes >> 8, codes & 255))


def idf(documents_with_it: int, documents: int) -> float:
    """The inverse document frequency of a word."""
    return log(documents / (documents_with_it + 1)) + 1
