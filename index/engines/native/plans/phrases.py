"""Plans for words that stand in an order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.engines.native.plans.plan import Listed, Scope, Scores
from index.engines.native.postings import Word
from index.engines.native.rows import FEW_DOCUMENTS, Rows, entries_of

Integers = NDArray[np.int64]

_DOCUMENT = 32
"""Bits that a position takes; the document stands above them. So positions in different documents are far apart."""
_FEW_PLACES = 64
"""A word that stands more often in a document is compared by numpy whatever the number of documents."""


class InSequence(Listed):
    """The documents in which some words of one field follow one another, each at most `reach` positions after the one
    before. `weigh` tells what documents score that have all the words: it does not matter how often they stand in this
    order."""

    def __init__(self, scope: Scope, words: Sequence[Word], weigh: Callable[[Rows], Scores], reach: int) -> None:
        super().__init__(scope)
        self._words, self._weigh, self._reach = words, weigh, reach

    def at_most(self) -> int:
        return min(map(len, self._words))

    def _rows(self) -> Rows:
        candidates = self._together()
        if len(candidates) > FEW_DOCUMENTS:
            return self._among(candidates)
        return candidates[[self._is_in(row) for row in candidates.tolist()]] if len(candidates) else candidates

    def scores(self, rows: Rows) -> Scores:
        own = self.rows
        if not len(own):
            return np.zeros(len(rows))
        self.scope.budget.spend(len(self._words) * len(own))
        scores = self._weigh(own)
        if rows is own:
            return scores
        entries = entries_of(rows, own)
        return np.where(own[entries] == rows, scores[entries], 0.0)

    def _together(self) -> Rows:
        """The documents that have all the words, read from the rarest."""
        rarest, *others = sorted(self._words, key=len)
        candidates = rarest.rows
        for word in others:
            self.scope.budget.spend(len(candidates))
            candidates = candidates[word.has(candidates)]
            if not len(candidates):
                return candidates
        return self.scope.alive(candidates)

    def _is_in(self, row: int) -> bool:
        """Whether they follow one another in a document that has them all."""
        places = [word.places_in(row) for word in self._words]
        if max(map(len, places)) > _FEW_PLACES:
            return len(self._among(np.array([row], dtype=np.int32))) > 0
        steps = range(1, self._reach + 1)
        reached = set(places[0])
        for following in places[1:]:
            reached = {place + step for place in reached for step in steps}.intersection(following)
        return bool(reached)

    def _among(self, rows: Rows) -> Rows:
        """Those documents, of some that have all the words, in which they follow one another."""
        reached = _positions(self._words[0], rows)
        for word in self._words[1:]:
            self.scope.budget.spend(len(reached))
            reached = self._followed(reached, _positions(word, rows))
            rows = _documents(reached)
        return rows

    def _followed(self, before: Integers, positions: Integers) -> Integers:
        """Those positions that the nearest one before them reaches."""
        nearest = before.searchsorted(positions) - 1
        return positions[(nearest >= 0) & (positions - before[nearest] <= self._reach)]


def _positions(word: Word, rows: Rows) -> Integers:
    """The positions of a word in these documents, which have it: rising, with the document above."""
    which, places = word.positions(word.entries(rows))
    return rows.astype(np.int64)[which] << _DOCUMENT | places


def _documents(positions: Integers) -> Rows:
    """The documents of such positions, each once."""
    rows = (positions >> _DOCUMENT).astype(np.int32)
    is_first = np.ones(len(rows), dtype=np.bool_)
    np.not_equal(rows[1:], rows[:-1], out=is_first[1:])
    return rows[is_first]
