"""What a request finds in one segment: the documents that match its query and pass its filters."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from index.columns import Columns, Rows
from index.engines import AllOf, Given, Part, Plan

Scores = NDArray[np.float64]


class Found:
    """The documents of one segment. `plan` finds what the query wants, `filters` are by name."""

    def __init__(self, part: Part, plan: Plan, filters: dict[str, Plan]) -> None:
        self.part, self._plan, self._filters = part, plan, filters
        self._passing = AllOf(plan.scope, [plan, *filters.values()], [plan]) if filters else plan

    @property
    def columns(self) -> Columns:
        return self.part.columns

    @property
    def rows(self) -> Rows:
        """Rising."""
        return self._passing.rows

    def scored(self) -> tuple[Rows, Scores]:
        """The documents, in any order, and their scores."""
        return self._passing.scored()

    def best(self, count: int) -> tuple[Rows, Scores] | None:
        """The first by falling score, then rank, where that is known without looking at all of them."""
        return self._passing.best(count) if self.columns.is_in_order else None

    def but(self, name: str) -> Rows:
        """The documents as if the filter of that name were not set."""
        if name not in self._filters:
            return self.rows
        others = [plan for other, plan in self._filters.items() if other != name]
        return AllOf(self._plan.scope, [self._plan, *others]).rows

    def narrowed(self, name: str, rows: Rows) -> Found:
        """The same with a further filter of that name: the documents must be among these rows, which rise."""
        return Found(self.part, self._plan, {**self._filters, name: Given(self._plan.scope, rows)})

    def undated(self, dated: str) -> int:
        """How many documents a filter of dates (`said` or `published`) leaves out for having no date."""
        if dated not in self._filters or not len(undated := self.columns.undated[dated]):
            return 0
        return int(np.isin(self.but(dated), undated).sum())
