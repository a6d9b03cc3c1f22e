"""Plans for words that stand in an order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.engines.native.plans.compounds import added_up
from index.engines.native.plans.plan import Listed, Plan, Scope, Scores
from index.engines.native.postings import Rows, Word

Integers = NDArray[np.int64]

_DOCUMENT = 32
"""Bits that a position takes; the document stands above them. So positions in different documents are far apart."""


class InSequence(Listed):
    """The documents in which some words of one field follow one another, each at most `reach` positions after the one
    before. `known` are the plans for the words alone: a document scores what its words score, however often they stand
    in this order."""

    def __init__(self, scope: Scope, words: Sequence[Word], known: Sequence[Plan], reach: int) -> None:
        super().__init__(scope)
        self._words, self._known, self._reach = words, known, reach

    def at_most(self) -> int:
        return min(map(len, self._words))

    def _rows(self) -> Rows:
        candidates = self._together()
        if not len(candidates):
            return candidates
        found = _positions(self._words[0], candidates)
        for word in self._words[1:]:
            self.scope.budget.spend(len(found))
            found = self._followed(found, _positions(word, candidates))
            if not len(found):
                return candidates[:0]
        which = found >> _DOCUMENT
        if len(which) == 1:
            return np.asarray(candidates[which])
        is_first = np.ones(len(which), dtype=np.bool_)
        np.not_equal(which[1:], which[:-1], out=is_first[1:])
        return np.asarray(candidates[which[is_first]])

    def _together(self) -> Rows:
        """The documents that have all the words, read from the rarest."""
        rarest, *others = sorted(self._known, key=lambda plan: plan.at_most())
        candidates = rarest.rows
        for plan in others:
            self.scope.budget.spend(len(candidates))
            candidates = candidates[plan.has(candidates)]
            if not len(candidates):
                break
        return candidates

    def scores(self, rows: Rows) -> Scores:
        if rows is self.rows:
            return added_up(self.scope, self._known, rows)
        return np.where(self.has(rows), added_up(self.scope, self._known, rows), 0.0)

    def _followed(self, before: Integers, positions: Integers) -> Integers:
        """Those positions that the nearest one before them reaches."""
        nearest = before.searchsorted(positions) - 1
        return positions[(nearest >= 0) & (positions - before[nearest] <= self._reach)]


def _positions(word: Word, rows: Rows) -> Integers:
    """The positions of a word in these documents, which have it: rising, with the place of the document among them."""
    which, places = word.positions(word.rows.searchsorted(rows))
    return which << _DOCUMENT | places
