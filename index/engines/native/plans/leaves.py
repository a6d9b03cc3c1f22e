"""Plans for words and days."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.engines.native.plans.plan import Listed, Plan, Scope, Scores
from index.engines.native.ranked import Ranked
from index.engines.native.rows import Booleans, Rows, entries_of, rising

_MANY = 8
"""Of one document in so many it costs less to compare whole columns, from front to end, than the entries asked for."""


class Known(Listed):
    """The documents that have a word, scored; what is asked of them often is remembered."""

    def __init__(self, scope: Scope, ranked: Ranked) -> None:
        super().__init__(scope)
        self._ranked = ranked

    def at_most(self) -> int:
        return len(self._ranked.rows)

    def _rows(self) -> Rows:
        return self._ranked.rows

    def has(self, rows: Rows) -> Booleans:
        return self._ranked.has(rows)

    def scores(self, rows: Rows) -> Scores:
        return self._ranked.scores(rows)

    def best(self, count: int) -> tuple[Rows, Scores] | None:
        return self._ranked.best(count)


class WithAnyWord(Listed):
    """The documents that have any of some words, which are so many; each scores 1. `rows` are those of one word after
    another."""

    def __init__(self, scope: Scope, rows: Rows, words: int) -> None:
        super().__init__(scope)
        self._of_words, self._words = rows, words

    def at_most(self) -> int:
        return min(self.scope.documents, len(self._of_words))

    def _rows(self) -> Rows:
        rows = self._of_words if self._words == 1 else rising(self._of_words, self.scope.documents)
        return self.scope.alive(rows)

    def scores(self, rows: Rows) -> Scores:
        return self.has(rows).astype(np.float64)


class Given(Listed):
    """Documents that are known to be wanted, rising; each scores as given, or 1."""

    def __init__(self, scope: Scope, rows: Rows, scores: Scores | None = None) -> None:
        super().__init__(scope)
        self._given, self._scores = rows, scores

    def at_most(self) -> int:
        return len(self._given)

    def _rows(self) -> Rows:
        return self.scope.alive(self._given)

    def scores(self, rows: Rows) -> Scores:
        if self._scores is None:
            return self.has(rows).astype(np.float64)
        if rows is self._given:
            return self._scores
        if not len(self._given):
            return np.zeros(len(rows))
        entries = entries_of(rows, self._given)
        return np.where(self._given[entries] == rows, self._scores[entries], 0.0)


class Between(Plan):
    """The documents whose days overlap a range: begun by its last day, and not over before its first."""

    def __init__(self, scope: Scope, days: tuple[NDArray[np.int32], NDArray[np.int32]], first: int, last: int) -> None:
        super().__init__(scope)
        self._begun, self._over = days
        self._first, self._last = first, last

    def at_most(self) -> int:
        return self.scope.documents

    def _rows(self) -> Rows:
        return self.scope.alive(np.flatnonzero(self._within).astype(np.int32))

    def has(self, rows: Rows) -> Booleans:
        if len(rows) * _MANY > self.scope.documents:
            return self._within.take(rows)
        return (self._begun.take(rows) <= self._last) & (self._over.take(rows) >= self._first)

    @cached_property
    def _within(self) -> Booleans:
        return (self._begun <= self._last) & (self._over >= self._first)

    def scores(self, rows: Rows) -> Scores:
        return self.has(rows).astype(np.float64)


class Holding(Plan):
    """The documents for which what a column holds passes a test, which takes and gives whole arrays."""

    def __init__(self, scope: Scope, column: NDArray[Any], test: Callable[[NDArray[Any]], Booleans]) -> None:
        super().__init__(scope)
        self._column, self._test = column, test

    def at_most(self) -> int:
        return self.scope.documents

    def _rows(self) -> Rows:
        return self.scope.alive(np.flatnonzero(self._test(self._column)).astype(np.int32))

    def has(self, rows: Rows) -> Booleans:
        return self._test(self._column[rows])

    def scores(self, rows: Rows) -> Scores:
        return self.has(rows).astype(np.float64)


class Nowhere(Plan):
    """No document."""

    def at_most(self) -> int:
        return 0

    def _rows(self) -> Rows:
        return np.zeros(0, dtype=np.int32)

    def has(self, rows: Rows) -> Booleans:
        return np.zeros(len(rows), dtype=np.bool_)

    def scores(self, rows: Rows) -> Scores:
        return np.zeros(len(rows))
