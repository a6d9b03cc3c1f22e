"""Finds in the segments of an index what a query wants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.contract import WordForms
from index.engines.native.budget import Budget
from index.engines.native.planning import Planner
from index.engines.native.plans import Plan, Scope
from index.engines.native.residence import Residence
from index.engines.native.scoring import FieldWeights, idf
from index.engines.native.segment import Segment
from index.engines.native.words import Words
from index.query.syntax import Node

REMEMBERED = 4_096
"""Words of which it is kept in how many documents they stand."""


class Finder:
    """Searches the segments of one state of an index, of which the `live` documents can be found (None: all).
    `averages` gives a field's mean length in tokens, `lengths` what each of the 256 length bytes stands for.
    Thread-safe."""

    def __init__(
        self,
        segments: Sequence[Segment],
        live: Sequence[NDArray[np.bool_] | None],
        averages: Mapping[str, float],
        lengths: NDArray[np.int64],
    ) -> None:
        self._segments, self._live = segments, live
        self._documents = sum(segment.documents for segment in segments)
        weights = {field: FieldWeights(average, lengths) for field, average in averages.items()}
        self.documents_with = lru_cache(REMEMBERED)(self._documents_with)
        rarity = lru_cache(REMEMBERED)(self._rarity)
        self._residence = Residence(segments)
        self._words = [Words(segment, alive, rarity, weights) for segment, alive in zip(segments, live, strict=True)]

    def plans(self, tree: Node, match: WordForms, budget: Budget) -> list[Plan]:
        """How `tree` is answered on each segment. Raises UnknownNode, and TooCostly."""
        self._residence.look()
        return [
            Planner(words, scope, segment.columns.days).plan(tree, match)
            for words, scope, segment in zip(self._words, self.scopes(budget), self._segments, strict=True)
        ]

    def scopes(self, budget: Budget) -> list[Scope]:
        """What the plans of one search work on, segment by segment."""
        return [
            Scope(segment.documents, live, budget) for segment, live in zip(self._segments, self._live, strict=True)
        ]

    def _documents_with(self, field: str, word: bytes) -> int:
        """In how many documents a word stands in `field`, deleted ones too."""
        return sum(_in_segment(segment, field, word) for segment in self._segments)

    def _rarity(self, field: str, word: bytes) -> float:
        return idf(self.documents_with(field, word), self._documents)


def _in_segment(segment: Segment, field: str, word: bytes) -> int:
    postings = segment.postings(field)
    number = None if postings is None else postings.lexicon.find(word)
    return 0 if postings is None or number is None else len(postings.word(number))
