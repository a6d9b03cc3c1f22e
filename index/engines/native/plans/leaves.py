"""Plans for words and days."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.engines.native.plans.plan import SPARSE, Booleans, Listed, Plan, Scores, entries_of, rising
from index.engines.native.postings import Rows, Word
from index.engines.native.scoring import Weight


class ScoredWord(Listed):
    """The documents that have a word, scored by BM25F."""

    def __init__(self, documents: int, word: Word, weight: Weight) -> None:
        super().__init__(documents)
        self.word, self._weight = word, weight

    def at_most(self) -> int:
        return len(self.rows)

    @cached_property
    def rows(self) -> Rows:
        return self.word.rows

    def scores(self, rows: Rows) -> Scores:
        own = self.rows
        if rows is own:
            return self._weight.scores(self.word, None)
        if len(rows) * SPARSE < len(own):
            entries = entries_of(rows, own)
            return np.where(own[entries] == rows, self._weight.scores(self.word, entries), 0.0)
        spread = np.zeros(self.documents)
        spread[own] = self._weight.scores(self.word, None)
        return spread[rows]


class WithAnyWord(Listed):
    """The documents that have any of some words; each scores 1."""

    def __init__(self, documents: int, words: Sequence[Word]) -> None:
        super().__init__(documents)
        self._words = words

    def at_most(self) -> int:
        return min(self.documents, sum(word.after - word.first for word in self._words))

    @cached_property
    def rows(self) -> Rows:
        if len(self._words) == 1:
            return self._words[0].rows
        return rising(np.concatenate([word.rows for word in self._words]), self.documents)

    def scores(self, rows: Rows) -> Scores:
        return self.has(rows).astype(np.float64)


class Between(Plan):
    """The documents whose days overlap a range: begun by its last day, and not over before its first."""

    def __init__(self, first: NDArray[np.int32], last: NDArray[np.int32], days: tuple[int, int]) -> None:
        super().__init__(len(first))
        self._first, self._last, self._days = first, last, days

    def at_most(self) -> int:
        return self.documents

    @cached_property
    def rows(self) -> Rows:
        return np.flatnonzero(self._overlap(self._first, self._last)).astype(np.int32)

    def has(self, rows: Rows) -> Booleans:
        return self._overlap(self._first[rows], self._last[rows])

    def scores(self, rows: Rows) -> Scores:
        return self.has(rows).astype(np.float64)

    def _overlap(self, first: NDArray[np.int32], last: NDArray[np.int32]) -> Booleans:
        return (first <= self._days[1]) & (last >= self._days[0])


class Nowhere(Plan):
    """No document."""

    def at_most(self) -> int:
        return 0

    @cached_property
    def rows(self) -> Rows:
        return np.zeros(0, dtype=np.int32)

    def has(self, rows: Rows) -> Booleans:
        return np.zeros(len(rows), dtype=np.bool_)

    def scores(self, rows: Rows) -> Scores:
        return np.zeros(len(rows))
