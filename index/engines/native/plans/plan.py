"""What every plan can tell, and what plans share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.engines.native.budget import Budget
from index.engines.native.rows import SPARSE, Booleans, Rows, entries_of, member_mask

Scores = NDArray[np.float64]

_NO_SCORES: Scores = np.zeros(0)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a plan works on: one segment of `documents` documents, of which those in `live` can be found (None: all),
    and what the search may still cost."""

    documents: int
    live: Booleans | None
    budget: Budget

    def alive(self, rows: Rows) -> Rows:
        """Those of the rows that are not deleted."""
        return rows if self.live is None else rows[self.live[rows]]


class Plan(ABC):
    """A part of a query on one segment."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self._known_rows: Rows | None = None

    @abstractmethod
    def at_most(self) -> int:
        """How many rows it can have, at a glance."""

    @property
    def rows(self) -> Rows:
        """All its rows that are not deleted, rising. Raises TooCostly."""
        if self._known_rows is None:
            self.scope.budget.spend(self.at_most())
            self._known_rows = self._rows()
        return self._known_rows

    @abstractmethod
    def _rows(self) -> Rows:
        """What `rows` is to be."""

    @abstractmethod
    def has(self, rows: Rows) -> Booleans:
        """Which of these rows (none deleted) it has."""

    @abstractmethod
    def scores(self, rows: Rows) -> Scores:
        """Their scores, 0 for those it has not."""

    def scored(self) -> tuple[Rows, Scores]:
        """Its rows, in any order, and their scores."""
        rows = self.rows
        return rows, self.scores(rows) if len(rows) else _NO_SCORES

    def best(self, count: int) -> tuple[Rows, Scores] | None:
        """The first `count` rows by falling score, then rising row, if that is known without looking at them all."""
        return None


class Listed(Plan):
    """A plan that answers by the list of all its rows."""

    def has(self, rows: Rows) -> Booleans:
        own = self.rows
        if rows is own:
            return np.ones(len(rows), dtype=np.bool_)
        if len(rows) * SPARSE < len(own):
            return np.equal(own[entries_of(rows, own)], rows)
        return self._mask[rows]

    @cached_property
    def _mask(self) -> Booleans:
        return member_mask(self.rows, self.scope.documents)


class Rescored(Plan):
    """The rows of another plan, with other scores."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan.scope)
        self._plan = plan

    def at_most(self) -> int:
        return self._plan.at_most()

    def _rows(self) -> Rows:
        return self._plan.rows

    def has(self, rows: Rows) -> Booleans:
        return self._plan.has(rows)


class Constant(Rescored):
    """The rows of another plan, all with the same score."""

    def __init__(self, plan: Plan, score: float) -> None:
        super().__init__(plan)
        self._score = score

    def scores(self, rows: Rows) -> Scores:
        if rows is self.rows:
            return np.full(len(rows), self._score)
        return np.where(self._plan.has(rows), self._score, 0.0)


class Weighted(Rescored):
    """The rows of another plan, their scores multiplied."""

    def __init__(self, plan: Plan, weight: float) -> None:
        super().__init__(plan)
        self._weight = weight

    def scores(self, rows: Rows) -> Scores:
        return self._plan.scores(rows) * self._weight

    def scored(self) -> tuple[Rows, Scores]:
        rows, scores = self._plan.scored()
        return rows, scores * self._weight

    def best(self, count: int) -> tuple[Rows, Scores] | None:
        best = self._plan.best(count)
        return best and (best[0], best[1] * self._weight)
