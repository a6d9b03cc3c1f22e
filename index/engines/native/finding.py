"""Finds over all segments of an index what a query wants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.contract import Match
from index.engines.native.planning import KNOWN_WORDS, Planner
from index.engines.native.scoring import FieldWeights, Weight, field_weights, idf
from index.engines.native.segment import Segment
from index.query.syntax import Node


class Finder:
    """Searches the segments of one state of an index, in which the `live` documents can be found. `averages` gives a
    field's mean length in tokens, `lengths` what each of the 256 length bytes stands for. Thread-safe."""

    def __init__(
        self,
        segments: Sequence[Segment],
        live: Sequence[NDArray[np.bool_]],
        averages: Mapping[str, float],
        lengths: NDArray[np.int64],
    ) -> None:
        self._segments, self._averages, self._lengths = segments, averages, lengths
        self._documents = sum(segment.documents for segment in segments)
        self._live = [None if here.all() else here for here in live]
        self._bases = np.cumsum([0, *(segment.documents for segment in segments)]).tolist()
        self._weigh = lru_cache(KNOWN_WORDS)(self._weight)
        self._weights_in = lru_cache(maxsize=None)(self._field_weights)
        self._planners = [Planner(segment, self._weigh) for segment in segments]

    def find(self, tree: Node, match: Match, *, scored: bool) -> tuple[NDArray[np.int64], NDArray[np.float64] | None]:
        """The numbers of the documents that `tree` finds, rising over all segments, and, if `scored`, their scores.
        Raises UnknownNode."""
        numbers: list[NDArray[np.int64]] = [np.zeros(0, dtype=np.int64)]
        scores: list[NDArray[np.float64]] = [np.zeros(0)]
        for planner, live, base in zip(self._planners, self._live, self._bases, strict=False):
            plan = planner.plan(tree, match)
            rows = plan.rows
            if live is not None:
                rows = rows[live[rows]]
            if scored:
                scores.append(plan.scores(rows))
            numbers.append(rows + np.int64(base))
        return np.concatenate(numbers), np.concatenate(scores) if scored else None

    def _weight(self, field: str, word: bytes) -> Weight:
        return Weight(idf(self._documents_with(field, word), self._documents), self._weights_in(field))

    def _documents_with(self, field: str, word: bytes) -> int:
        documents = 0
        for segment in self._segments:
            postings = segment.postings.get(field)
            number = None if postings is None else postings.lexicon.find(word)
            if postings is not None and number is not None:
                documents += int(postings.pointers[number + 1] - postings.pointers[number])
        return documents

    def _field_weights(self, field: str) -> FieldWeights:
        return field_weights(self._averages[field], self._lengths)
