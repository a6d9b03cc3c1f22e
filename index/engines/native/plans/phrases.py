"""Plans for words that stand in an order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.engines.native.plans.plan import Listed, Scope, Scores
from index.engines.native.postings import Word
from index.engines.native.rows import Rows, entries_of

Integers = NDArray[np.int64]

_DOCUMENT = 32
"""Bits that a position takes; the document stands above them. So positions in different documents are far apart."""
_FEW_DOCUMENTS = 16
"""So many are looked at one by one: that costs less than the dozens of calls that numpy takes for any number."""
_FEW_PLACES = 64
"""A word that stands more often in a document is compared by numpy whatever the number of documents."""


class InSequence(Listed):
    """The documents in which some words of one field follow one another, each at most `reach` positions after the one
    before. `weigh` tells what documents score that have all the words: it does not matter how often they stand in this
    order."""

    def __init__(self, scope: Scope, words: Sequence[Word], weigh: Callable[[Rows], Scores], reach: int) -> None:
        super().__init__(scope)
        self._words, self._weigh, self._reach = words, weigh, reach
        self._rarest_first = sorted(enumerate(words), key=lambda placed: len(placed[1]))

    def at_most(self) -> int:
        return len(self._rarest_first[0][1])

    def _rows(self) -> Rows:
        candidates = self._together()
        if len(candidates) > _FEW_DOCUMENTS or self._reach > 1:
            return self._among(candidates)
        return candidates[[self._is_next(row) for row in candidates.tolist()]] if len(candidates) else candidates

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
        (_, rarest), *others = self._rarest_first
        candidates = rarest.rows
        for _, word in others:
            self.scope.budget.spend(len(candidates))
            candidates = candidates[word.has(candidates)]
            if not len(candidates):
                return candidates
        return self.scope.alive(candidates)

    def _is_next(self, row: int) -> bool:
        """Whether they stand next to one another in a document that has them all, looked at from the rarest."""
        (first, rarest), *others = self._rarest_first
        starts = [place - first for place in rarest.places_in(row)]
        for place, word in others:
            places = word.places_in(row)
            if len(starts) > _FEW_PLACES or len(places) > _FEW_PLACES:
                return len(self._among(np.array([row], dtype=np.int32))) > 0
            starts = [start for start in starts if start + place in places]
            if not starts:
                return False
        return True

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
