"""One hit a cluster: which of the quotes that were found stands for it, and how many clusters have a value."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.columns import Booleans, Dimension, Integers, Rows
from index.found import Found


class Groups:
    """The clusters of what was found in all segments, numbered from 1 on; 0 is none."""

    def __init__(self, several: Sequence[Found]) -> None:
        self._several = several
        self._clusters = [found.columns.dimension("cluster") for found in several]
        self._numbers: dict[bytes, int] = {}

    def of(self, segment: int, rows: Rows) -> Integers:
        """The cluster of each of these documents of a segment."""
        clusters = self._clusters[segment]
        local = np.asarray(clusters.first[rows], dtype=np.int64)
        if len(self._several) == 1:
            return local
        everywhere = np.zeros(len(clusters.vocabulary) + 1, dtype=np.int64)
        for number in np.unique(local[local > 0]).tolist():
            everywhere[number] = self._numbers.setdefault(clusters.vocabulary.text(number), len(self._numbers) + 1)
        return everywhere[local]

    def standing(self) -> list[Found]:
        """What was found, of each cluster only the fullest quote."""
        rows = [found.rows for found in self._several]
        groups = [self.of(segment, of_segment) for segment, of_segment in enumerate(rows)]
        fullness = [found.columns.values("fullness")[some] for found, some in zip(self._several, rows, strict=True)]
        stands = fullest(joined(groups), joined(fullness))
        ends = np.cumsum([len(some) for some in rows])[:-1]
        return [
            found.narrowed("group", some[kept])
            for found, some, kept in zip(self._several, rows, np.split(stands, ends), strict=True)
        ]

    def counts(self, name: str) -> list[tuple[Dimension, Integers]]:
        """By value number of each segment's dimension, how many clusters, and quotes without one, have it: as if the
        filter of that name were not set. A cluster is counted in the first segment that has it."""
        counted, met = [], set[tuple[int, bytes]]()
        for segment, found in enumerate(self._several):
            dimension, rows = found.columns.dimension(name), found.but(name)
            groups = self.of(segment, rows)
            counts = dimension.counts(rows[groups == 0])
            places, values = dimension.pairs(rows[groups > 0])
            pairs = np.unique(groups[groups > 0][places] * len(counts) + values)
            values = pairs % len(counts)
            if len(self._several) > 1:
                values = values[new_pairs(pairs // len(counts), values, dimension, met)]
            counted.append((dimension, counts + np.bincount(values, minlength=len(counts))))
        return counted


def fullest(groups: Integers, fullness: Integers) -> Booleans:
    """Which stand for their group: all of none, and the fullest of each other."""
    stands: Booleans = groups == 0
    places = np.flatnonzero(groups)
    order = places[np.lexsort((-fullness[places], groups[places]))]
    stands[order[np.unique(groups[order], return_index=True)[1]]] = True
    return stands


def new_pairs(groups: Integers, values: Integers, dimension: Dimension, met: set[tuple[int, bytes]]) -> Booleans:
    """Which pairs of cluster and value no segment before had."""
    told = [
        (group, dimension.vocabulary.text(value)) for group, value in zip(groups.tolist(), values.tolist(), strict=True)
    ]
    new = np.array([pair not in met for pair in told], dtype=np.bool_)
    met.update(told)
    return new


def joined(arrays: Sequence[Integers]) -> Integers:
    return np.concatenate(arrays) if arrays else np.zeros(0, dtype=np.int64)
