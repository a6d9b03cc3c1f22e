"""Plans for words that stand in an order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.engines.native.plans.compounds import AllOf, added_up
from index.engines.native.plans.leaves import Occurring
from index.engines.native.plans.plan import Listed, Plan, Scope, Scores, entries_of
from index.engines.native.postings import Rows, Word

_DOCUMENT = 32
"""Bits that a position takes; the document stands above them. So positions in different documents are far apart."""


class InSequence(Listed):
    """The documents in which some words of one field follow one another, each at most `reach` positions after the one
    before. A document scores what its words score (`scoring`), however often they stand in this order."""

    def __init__(self, scope: Scope, words: Sequence[Word], scoring: Sequence[Plan], reach: int) -> None:
        super().__init__(scope)
        self._words, self._scoring, self._reach = words, scoring, reach
        self._together = AllOf(scope, [Occurring(scope, word) for word in words])

    def at_most(self) -> int:
        return self._together.at_most()

    def _rows(self) -> Rows:
        candidates = self._together.rows
        if not len(candidates):
            return candidates
        found = _positions(self._words[0], candidates)
        for word in self._words[1:]:
            self.scope.budget.spend(len(found))
            found = self._followed(found, _positions(word, candidates))
            if not len(found):
                break
        which = found >> _DOCUMENT
        is_first = np.ones(len(which), dtype=np.bool_)
        np.not_equal(which[1:], which[:-1], out=is_first[1:])
        return self.scope.alive(candidates[which[is_first]])

    def scores(self, rows: Rows) -> Scores:
        if rows is self.rows:
            return added_up(self.scope, self._scoring, rows)
        return np.where(self.has(rows), added_up(self.scope, self._scoring, rows), 0.0)

    def _followed(self, before: NDArray[np.int64], positions: NDArray[np.int64]) -> NDArray[np.int64]:
        """Those positions that the nearest one before them reaches."""
        nearest = before.searchsorted(positions) - 1
        return positions[(nearest >= 0) & (positions - before[nearest] <= self._reach)]


def _positions(word: Word, rows: Rows) -> NDArray[np.int64]:
    """The positions of a word in these documents, which have it: rising, with the place of the document in `rows`."""
    which, places = word.positions(entries_of(rows, word.rows))
    return which << _DOCUMENT | places
