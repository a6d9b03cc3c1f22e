"""Plans of plans: all of some, any of some, none of one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.engines.native.plans.plan import Plan, Scope, Scores
from index.engines.native.rows import SPARSE, Booleans, Rows, member_mask, rising


class AllOf(Plan):
    """The documents that every part has; the scores of `scoring`, some of the parts, add up. The fewest are read, the
    others only asked."""

    def __init__(self, scope: Scope, parts: Sequence[Plan], scoring: Sequence[Plan] | None = None) -> None:
        super().__init__(scope)
        self._parts = sorted(parts, key=lambda part: part.at_most())
        self._scoring = self._parts if scoring is None else scoring

    def at_most(self) -> int:
        return self._parts[0].at_most()

    def _rows(self) -> Rows:
        rows = self._parts[0].rows
        for part in self._parts[1:]:
            if not len(rows):
                break
            self.scope.budget.spend(len(rows))
            rows = rows[part.has(rows)]
        return rows

    def has(self, rows: Rows) -> Booleans:
        has = np.ones(len(rows), dtype=np.bool_)
        for part in self._parts:
            self.scope.budget.spend(len(rows))
            has[has] = part.has(rows[has])
        return has

    def scores(self, rows: Rows) -> Scores:
        if rows is self.rows:
            return added_up(self.scope, self._scoring, rows)
        scores = np.zeros(len(rows))
        has = self.has(rows)
        scores[has] = added_up(self.scope, self._scoring, rows[has])
        return scores


class AnyOf(Plan):
    """The documents that at least one part has; the scores of those that have it add up."""

    def __init__(self, scope: Scope, parts: Sequence[Plan]) -> None:
        super().__init__(scope)
        self._parts = parts

    def at_most(self) -> int:
        return min(self.scope.documents, sum(part.at_most() for part in self._parts))

    def _rows(self) -> Rows:
        filled = [rows for part in self._parts if len(rows := part.rows)]
        if not filled:
            return np.zeros(0, dtype=np.int32)
        return filled[0] if len(filled) == 1 else rising(np.concatenate(filled), self.scope.documents)

    def has(self, rows: Rows) -> Booleans:
        has = np.zeros(len(rows), dtype=np.bool_)
        for part in self._parts:
            self.scope.budget.spend(len(rows))
            has |= part.has(rows)
        return has

    def scores(self, rows: Rows) -> Scores:
        """Of many rows it is cheaper to score each part's own and look these up."""
        if len(rows) * len(self._parts) < sum(part.at_most() for part in self._parts):
            return added_up(self.scope, self._parts, rows)
        sums = np.zeros(self.scope.documents)
        for part in self._parts:
            own, scores = part.scored()
            self.scope.budget.spend(len(own))
            sums[own] += scores
        return np.asarray(sums[rows])

    def scored(self) -> tuple[Rows, Scores]:
        """Each part's own rows are scored, and added up: sorted where they are few, else in one entry a document."""
        filled = [scored for part in self._parts if len((scored := part.scored())[0])]
        if len(filled) < 2:
            return filled[0] if filled else (np.zeros(0, dtype=np.int32), np.zeros(0))
        every = np.concatenate([rows for rows, _ in filled])
        self.scope.budget.spend(len(every))
        if len(every) * SPARSE < self.scope.documents:
            return _summed(every, np.concatenate([scores for _, scores in filled]))
        sums = np.zeros(self.scope.documents)
        for rows, scores in filled:
            sums[rows] += scores
        rows = rising(every, self.scope.documents)
        return rows, sums[rows]


class NoneOf(Plan):
    """The documents that a plan has not; each scores 1."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan.scope)
        self._plan = plan

    def at_most(self) -> int:
        return self.scope.documents

    def _rows(self) -> Rows:
        others = np.flatnonzero(~member_mask(self._plan.rows, self.scope.documents)).astype(np.int32)
        return self.scope.alive(others)

    def has(self, rows: Rows) -> Booleans:
        return ~self._plan.has(rows)

    def scores(self, rows: Rows) -> Scores:
        return self.has(rows).astype(np.float64)


class Every(Plan):
    """Every document that is not deleted; each scores 1."""

    def __init__(self, scope: Scope, every: Rows) -> None:
        super().__init__(scope)
        self._every = every

    def at_most(self) -> int:
        return self.scope.documents

    def _rows(self) -> Rows:
        return self._every

    def has(self, rows: Rows) -> Booleans:
        return np.ones(len(rows), dtype=np.bool_)

    def scores(self, rows: Rows) -> Scores:
        return np.ones(len(rows))


def _summed(rows: Rows, scores: Scores) -> tuple[Rows, Scores]:
    """Rows in any order, some more than once, as rising ones, each once with the sum of its scores."""
    order = np.argsort(rows, kind="stable")
    rows, scores = rows[order], scores[order]
    is_first = np.ones(len(rows), dtype=np.bool_)
    np.not_equal(rows[1:], rows[:-1], out=is_first[1:])
    starts = np.flatnonzero(is_first)
    return rows[starts], np.add.reduceat(scores, starts)


def added_up(scope: Scope, parts: Sequence[Plan], rows: Rows) -> Scores:
    """What these rows score in all parts together."""
    scores = np.zeros(len(rows))
    for part in parts:
        scope.budget.spend(len(rows))
        scores += part.scores(rows)
    return scores
