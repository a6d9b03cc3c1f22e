"""The order of the found quotes, always total: equal ones go newer published first, then by id."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.columns import UNDATED, Columns, Integers
from index.contract import Sort

Numbers = NDArray[np.int64] | NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Order:
    """Documents with the keys they are sorted by: `primary` and `published` rise, then `ranks` of ids."""

    numbers: Integers
    scores: NDArray[np.float64] | None
    primary: Numbers
    published: Integers
    ranks: Integers

    def first(self, count: int) -> Integers:
        """Positions (in `numbers`) of the first `count` documents, in order."""
        candidates = np.arange(len(self.numbers))
        if 0 < count < len(candidates):  # sort only those that can be among the first
            limit = np.partition(self.primary, count - 1)[count - 1]
            candidates = np.flatnonzero(self.primary <= limit)
        keys = (self.ranks[candidates], self.published[candidates], self.primary[candidates])
        return candidates[np.lexsort(keys)][:count]

    def after(self, primary: float, published: int, rank: float) -> Order:
        """The documents that come after one with these keys, whether or not it is still there."""
        later = (self.primary > primary) | (
            (self.primary == primary)
            & ((self.published > published) | ((self.published == published) & (self.ranks > rank)))
        )
        scores = None if self.scores is None else self.scores[later]
        return Order(self.numbers[later], scores, self.primary[later], self.published[later], self.ranks[later])


def ordered(sort: Sort, numbers: Integers, scores: NDArray[np.float64] | None, columns: Columns) -> Order:
    """The keys for `sort` of the documents `numbers`; `scores` belong to them. Undated ones come last either way."""
    published = _newest_first(columns.published_second[numbers])
    primary: Numbers
    if sort == "relevance":
        primary = -scores if scores is not None else np.zeros(len(numbers))
    elif sort == "-published_at":
        primary = published
    elif sort == "said_at":
        primary = columns.said_first[numbers]
    else:
        primary = _newest_first(columns.said_first[numbers])
    return Order(numbers, scores, primary, published, columns.ranks[numbers])


def _newest_first(times: Integers) -> Integers:
    return np.where(times == UNDATED, UNDATED, -times)
