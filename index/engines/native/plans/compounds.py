"""Plans of plans: all of some, any of some, none of one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from index.engines.native.plans.plan import Booleans, Plan, Scores, member_mask, rising
from index.engines.native.postings import Rows


class AllOf(Plan):
    """The documents that every part has; their scores add up. The fewest are read, the others only asked."""

    def __init__(self, documents: int, parts: Sequence[Plan]) -> None:
        super().__init__(documents)
        self._parts = sorted(parts, key=lambda part: part.at_most())

    def at_most(self) -> int:
        return self._parts[0].at_most()

    @cached_property
    def rows(self) -> Rows:
        rows = self._parts[0].rows
        for part in self._parts[1:]:
            if not len(rows):
                break
            rows = rows[part.has(rows)]
        return rows

    def has(self, rows: Rows) -> Booleans:
        has = np.ones(len(rows), dtype=np.bool_)
        for part in self._parts:
            has[has] = part.has(rows[has])
        return has

    def scores(self, rows: Rows) -> Scores:
        if rows is self.rows:
            return _added_up(self._parts, rows)
        scores = np.zeros(len(rows))
        has = self.has(rows)
        scores[has] = _added_up(self._parts, rows[has])
        return scores


class AnyOf(Plan):
    """The documents that at least one part has; the scores of those that have it add up."""

    def __init__(self, documents: int, parts: Sequence[Plan]) -> None:
        super().__init__(documents)
        self._parts = parts

    def at_most(self) -> int:
        return min(self.documents, sum(part.at_most() for part in self._parts))

    @cached_property
    def rows(self) -> Rows:
        filled = [rows for part in self._parts if len(rows := part.rows)]
        if not filled:
            return np.zeros(0, dtype=np.int32)
        return filled[0] if len(filled) == 1 else rising(np.concatenate(filled), self.documents)

    def has(self, rows: Rows) -> Booleans:
        has = np.zeros(len(rows), dtype=np.bool_)
        for part in self._parts:
            has |= part.has(rows)
        return has

    def scores(self, rows: Rows) -> Scores:
        return _added_up(self._parts, rows)


class NoneOf(Plan):
    """The documents that a plan has not; each scores 1."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan.documents)
        self._plan = plan

    def at_most(self) -> int:
        return self.documents

    @cached_property
    def rows(self) -> Rows:
        return np.flatnonzero(~member_mask(self._plan.rows, self.documents)).astype(np.int32)

    def has(self, rows: Rows) -> Booleans:
        return ~self._plan.has(rows)

    def scores(self, rows: Rows) -> Scores:
        return self.has(rows).astype(np.float64)


class Every(Plan):
    """Every document; each scores 1."""

    def at_most(self) -> int:
        return self.documents

    @cached_property
    def rows(self) -> Rows:
        return np.arange(self.documents, dtype=np.int32)

    def has(self, rows: Rows) -> Booleans:
        return np.ones(len(rows), dtype=np.bool_)

    def scores(self, rows: Rows) -> Scores:
        return np.ones(len(rows))


def _added_up(parts: Sequence[Plan], rows: Rows) -> Scores:
    scores = np.zeros(len(rows))
    for part in parts:
        scores += part.scores(rows)
    return scores
