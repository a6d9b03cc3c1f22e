"""Plans for words that stand in an order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.engines.native.plans.plan import Listed, Scope, Scores
from index.engines.native.postings import Word
from index.engines.native.rows import Rows, entries_of, once

Integers = NDArray[np.int64]

_DOCUMENT = 32
"""Bits that a position takes; the document stands above them. So positions in different documents are far apart."""
_FEW_OCCURRENCES = 16
"""So many are looked at one by one: that costs less than the dozens of calls that numpy takes for any number."""


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
        (place, rarest), *others = self._rarest_first
        if self._reach > 1:
            return self._among(rarest.rows)
        self.scope.budget.spend(len(rarest.occurrences))
        before = self._words[place - 1].sign if place else None
        after = self._words[place + 1].sign if place + 1 < len(self._words) else None
        occurrences = rarest.between(before, after)
        if len(occurrences) > _FEW_OCCURRENCES:
            return self._among(rarest.rows_of(np.asarray(occurrences)))
        rows = dict.fromkeys(
            row
            for row, position in map(rarest.place_of, map(int, occurrences))
            if all(word.is_at(row, position + other - place) for other, word in others)
        )
        return self.scope.alive(np.array(list(rows), dtype=np.int32))

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

    def _among(self, rows: Rows) -> Rows:
        """Those documents, of some that have the rarest word, in which the words follow one another."""
        rows = self._together(rows)
        reached = _positions(self._words[0], rows)
        for word in self._words[1:]:
            self.scope.budget.spend(len(reached))
            reached = self._followed(reached, _positions(word, rows))
            rows = _documents(reached)
        return rows

    def _together(self, rows: Rows) -> Rows:
        """Those of the documents that have the other words too."""
        for _, word in self._rarest_first[1:]:
            self.scope.budget.spend(len(rows))
            rows = rows[word.has(rows)]
        return self.scope.alive(rows)

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
    return once((positions >> _DOCUMENT).astype(np.int32))
