"""Documents of a segment by their numbers, as rising lists: which of one list are in another, and where."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int32]
Booleans = NDArray[np.bool_]

SPARSE = 16
"""Rows are looked up one by one while they are so many times fewer than those they are looked up in: halving an
array takes about that many steps for the cost of writing one entry."""


def entries_of(rows: Rows, among: Rows) -> NDArray[np.int64]:
    """Where rows would stand in a rising list that is not empty; for those it has not, somewhere in it."""
    return np.minimum(among.searchsorted(rows), len(among) - 1)


def entries_in(rows: Rows, among: Rows) -> NDArray[np.int64]:
    """Where rising rows stand in a rising list that has them all."""
    if len(rows) * SPARSE < len(among) or not len(rows):
        return np.asarray(among.searchsorted(rows))
    return np.flatnonzero(member_mask(rows, int(among[-1]) + 1)[among])


def is_among(rows: Rows, others: Rows) -> Booleans:
    """Which of some rows, rising, are in a rising list that is not empty."""
    if len(rows) * SPARSE < len(others) or not len(rows):
        return np.equal(others.take(others.searchsorted(rows), mode="clip"), rows)
    return member_mask(others, max(int(others[-1]), int(rows[-1])) + 1)[rows]


def member_mask(rows: Rows, documents: int) -> Booleans:
    """One entry a document: is it among the rows?"""
    mask = np.zeros(documents, dtype=np.bool_)
    mask[rows] = True
    return mask


def rising(rows: Rows, documents: int) -> Rows:
    """Rows in any order, some more than once, as a rising list of each once."""
    if len(rows) * SPARSE < documents:
        return once(np.sort(rows))
    return np.flatnonzero(member_mask(rows, documents)).astype(np.int32)


def once(rows: Rows) -> Rows:
    """Rows that rise, some more than once, each once."""
    is_first = np.ones(len(rows), dtype=np.bool_)
    np.not_equal(rows[1:], rows[:-1], out=is_first[1:])
    return rows[is_first]
