"""Plans for words that stand in an order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.engines.native.plans.compounds import added_up
from index.engines.native.plans.plan import Listed, Plan, Scope, Scores
from index.engines.native.postings import Rows, Word

Integers = NDArray[np.int64]

_NONE: Integers = np.zeros(0, dtype=np.int64)
_DOCUMENT = 32
"""Bits that a position takes; the document stands above them. So positions in different documents are far apart."""


class InSequence(Listed):
    """The documents in which some words of one field follow one another, each at most `reach` positions after the one
    before. A document scores what its words score (`scoring`), however often they stand in this order."""

    def __init__(self, scope: Scope, words: Sequence[Word], scoring: Sequence[Plan], reach: int) -> None:
        super().__init__(scope)
        self._words, self._scoring, self._reach = words, scoring, reach

    def at_most(self) -> int:
        return min(map(len, self._words))

    def _rows(self) -> Rows:
        candidates, entries = self._together()
        if not len(candidates):
            return candidates
        found = _positions(self._words[0], entries[0])
        for word, entries_of_word in zip(self._words[1:], entries[1:], strict=True):
            self.scope.budget.spend(len(found))
            found = self._followed(found, _positions(word, entries_of_word))
            if not len(found):
                break
        which = found >> _DOCUMENT
        is_first = np.ones(len(which), dtype=np.bool_)
        np.not_equal(which[1:], which[:-1], out=is_first[1:])
        return self.scope.alive(candidates[which[is_first]])

    def _together(self) -> tuple[Rows, list[Integers]]:
        """The documents that have all the words, and where in each word's postings they are. Read from the rarest."""
        fewest = min(self._words, key=len)
        candidates = fewest.rows
        entries: dict[int, Integers] = {}
        for word in sorted(self._words, key=len):
            self.scope.budget.spend(len(candidates))
            own = word.rows
            at = np.minimum(own.searchsorted(candidates), len(own) - 1)
            here = own[at] == candidates
            if not here.all():
                candidates, at = candidates[here], at[here]
                entries = {first: before[here] for first, before in entries.items()}
            entries[word.first] = at
            if not len(candidates):
                break
        return candidates, [entries.get(word.first, _NONE) for word in self._words]

    def scores(self, rows: Rows) -> Scores:
        if rows is self.rows:
            return added_up(self.scope, self._scoring, rows)
        return np.where(self.has(rows), added_up(self.scope, self._scoring, rows), 0.0)

    def _followed(self, before: Integers, positions: Integers) -> Integers:
        """Those positions that the nearest one before them reaches."""
        nearest = before.searchsorted(positions) - 1
        return positions[(nearest >= 0) & (positions - before[nearest] <= self._reach)]


def _positions(word: Word, entries: Integers) -> Integers:
    """The positions of a word in these documents, which have it: rising, with the place of the document among them."""
    which, places = word.positions(entries)
    return which << _DOCUMENT | places
