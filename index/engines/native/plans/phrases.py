"""Plans for words that stand in an order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.engines.native.plans.compounds import AllOf
from index.engines.native.plans.leaves import ScoredWord
from index.engines.native.plans.plan import Listed, Scores, entries_of
from index.engines.native.postings import Rows, Word

_DOCUMENT = 32
"""Bits that a position takes; the document stands above them. So positions in different documents are far apart."""


class InSequence(Listed):
    """The documents in which some words follow one another, each at most `reach` positions after the one before.
    A document scores what its words score, however often they stand in this order."""

    def __init__(self, documents: int, words: Sequence[ScoredWord], reach: int) -> None:
        super().__init__(documents)
        self._words, self._reach = words, reach
        self._together = AllOf(documents, words)

    def at_most(self) -> int:
        return self._together.at_most()

    @cached_property
    def rows(self) -> Rows:
        candidates = self._together.rows
        if not len(candidates):
            return candidates
        found = _positions(self._words[0].word, candidates)
        for word in self._words[1:]:
            found = self._followed(found, _positions(word.word, candidates))
            if not len(found):
                break
        return candidates[np.unique(found >> _DOCUMENT)]

    def scores(self, rows: Rows) -> Scores:
        scores = np.zeros(len(rows))
        has = self.has(rows)
        for word in self._words:
            scores[has] += word.scores(rows[has])
        return scores

    def _followed(self, before: NDArray[np.int64], positions: NDArray[np.int64]) -> NDArray[np.int64]:
        """Those positions that the nearest one before them reaches."""
        nearest = before.searchsorted(positions) - 1
        return positions[(nearest >= 0) & (positions - before[nearest] <= self._reach)]


def _positions(word: Word, rows: Rows) -> NDArray[np.int64]:
    """The positions of a word in these documents, which have it: rising, with the place of the document in `rows`."""
    which, places = word.positions(entries_of(rows, word.rows))
    return which << _DOCUMENT | places
