"""The documents that have a word, each with its score: what a search for the word finds before anything else is asked.

Few scores are different: a document names its own in a byte or two. So the best documents are found by counting how
many have each score, and reading only those that have the highest.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.engines.native.rows import Rows
from index.engines.native.scoring import Scores

_DENSE = 8
"""Where at least one document in so many has the word, its score is kept for every document."""
_BEST = 64
"""How many of the best documents are remembered at least, once they are asked for."""


class Ranked:
    """Documents (rising `rows` among `documents`) by the codes of their scores: `worth` is the score of each code."""

    def __init__(self, rows: Rows, codes: NDArray[Any], worth: Scores, documents: int) -> None:
        self.rows, self.codes, self.worth, self._documents = rows, codes, worth, documents
        self._best: tuple[Rows, Scores] = rows[:0], worth[:0]

    def has(self, rows: Rows) -> NDArray[np.bool_]:
        """Which of these documents have the word."""
        if rows is self.rows:
            return np.ones(len(rows), dtype=np.bool_)
        if self._is_frequent:
            return self._dense[rows] > 0
        entries = np.minimum(self.rows.searchsorted(rows), len(self.rows) - 1)
        return np.equal(self.rows[entries], rows)

    def scores(self, rows: Rows) -> Scores:
        """Their scores, 0 for those that have it not."""
        if rows is self.rows:
            return np.asarray(self.worth[self.codes])
        if self._is_frequent:
            return np.asarray(self._worth_or_none[self._dense[rows]])
        entries = np.minimum(self.rows.searchsorted(rows), len(self.rows) - 1)
        return np.where(self.rows[entries] == rows, self.worth[self.codes[entries]], 0.0)

    def best(self, count: int) -> tuple[Rows, Scores]:
        """The first `count` documents by falling score, then rising number."""
        if len(self._best[0]) < min(count, len(self.rows)):
            self._best = self._first(max(count, _BEST))
        rows, scores = self._best
        return rows[:count], scores[:count]

    def _first(self, count: int) -> tuple[Rows, Scores]:
        if len(self.rows) <= count:
            entries = np.arange(len(self.rows))
        else:
            having = np.bincount(self.codes, minlength=len(self.worth))
            falling = np.argsort(-self.worth, kind="stable")
            last = int(np.searchsorted(np.cumsum(having[falling]), count))
            entries = np.flatnonzero((self.worth >= self.worth[falling[last]])[self.codes])
        scores = self.worth[self.codes[entries]]
        order = np.argsort(-scores, kind="stable")[:count]
        return self.rows[entries[order]], scores[order]

    @property
    def size_in_bytes(self) -> int:
        """How much memory it takes at most, mapped arrays left aside."""
        own = sum(array.nbytes for array in (self.rows, self.codes) if array.base is None)
        return own + (2 * self._documents if self._is_frequent else 0)

    @property
    def _is_frequent(self) -> bool:
        return len(self.rows) * _DENSE > self._documents

    @cached_property
    def _dense(self) -> NDArray[Any]:
        """By document, the code of its score plus 1, or 0."""
        dense = np.zeros(self._documents, dtype=np.min_scalar_type(len(self.worth)))
        dense[self.rows] = self.codes.astype(dense.dtype) + dense.dtype.type(1)
        return dense

    @cached_property
    def _worth_or_none(self) -> Scores:
        return np.concatenate((np.zeros(1), self.worth))


def ranked(rows: Rows, scores: Scores, documents: int) -> Ranked:
    """Documents with any scores."""
    worth, codes = np.unique(scores, return_inverse=True)
    return Ranked(rows, codes.astype(np.min_scalar_type(len(worth))), worth, documents)
