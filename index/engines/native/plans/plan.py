"""What every plan can tell, and what plans share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.engines.native.postings import Rows

Booleans = NDArray[np.bool_]
Scores = NDArray[np.float64]

SPARSE = 16
"""Rows are looked up one by one while they are so many times fewer than those they are looked up in: halving an
array takes about that many steps for the cost of writing one entry."""


class Plan(ABC):
    """A part of a query on one segment of `documents` documents. Deleted documents are not left out."""

    def __init__(self, documents: int) -> None:
        self.documents = documents

    @abstractmethod
    def at_most(self) -> int:
        """How many rows it can have, at a glance."""

    @cached_property
    @abstractmethod
    def rows(self) -> Rows:
        """All its rows, rising."""

    @abstractmethod
    def has(self, rows: Rows) -> Booleans:
        """Which of these rows (rising) it has."""

    @abstractmethod
    def scores(self, rows: Rows) -> Scores:
        """Their scores, 0 for those it has not."""


class Listed(Plan):
    """A plan that answers by the list of all its rows."""

    def has(self, rows: Rows) -> Booleans:
        own = self.rows
        if rows is own:
            return np.ones(len(rows), dtype=np.bool_)
        if len(rows) * SPARSE < len(own):
            return np.equal(own[entries_of(rows, own)], rows)
        return member_mask(own, self.documents)[rows]


class Constant(Plan):
    """The rows of another plan, all with the same score."""

    def __init__(self, plan: Plan, score: float) -> None:
        super().__init__(plan.documents)
        self._plan, self._score = plan, score

    def at_most(self) -> int:
        return self._plan.at_most()

    @cached_property
    def rows(self) -> Rows:
        return self._plan.rows

    def has(self, rows: Rows) -> Booleans:
        return self._plan.has(rows)

    def scores(self, rows: Rows) -> Scores:
        return np.where(self._plan.has(rows), self._score, 0.0)


def entries_of(rows: Rows, among: Rows) -> NDArray[np.int64]:
    """Where rows would stand in a rising list that is not empty; for those it has not, somewhere in it."""
    return np.minimum(among.searchsorted(rows), len(among) - 1)


def member_mask(rows: Rows, documents: int) -> Booleans:
    """One entry a document: is it among the rows?"""
    mask = np.zeros(documents, dtype=np.bool_)
    mask[rows] = True
    return mask


def rising(rows: Rows, documents: int) -> Rows:
    """Rows in any order, some more than once, as a rising list of each once."""
    if len(rows) * SPARSE < documents:
        return np.unique(rows)
    return np.flatnonzero(member_mask(rows, documents)).astype(np.int32)
