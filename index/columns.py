"""The facts of all quotes as columns: arrays over document numbers, for filtering, sorting and counting.

A segment's documents never change, so its columns are made once a process and kept by the segment's id; an opened state
of the index joins those of its segments.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from index.documents import Facts, Value

UNDATED = np.int64(np.iinfo(np.int64).max)
"""Stands for "no date" in columns of dates: after every day there is."""

DIMENSIONS = (
    "speaker", "publisher", "article", "type", "attribution", "fidelity", "channel", "lang", "original_lang", "year",
)  # fmt: skip

Integers = NDArray[np.int64]
Booleans = NDArray[np.bool_]


class Vocabulary:
    """The values of one dimension, numbered as they were first met; what is told of a value is from its latest
    change. Only ever grows, so that columns made earlier stay right."""

    def __init__(self) -> None:
        self.values: list[Value] = []
        self._changed: list[int] = []
        self._numbers: dict[str, int] = {}
        self._keys: dict[str, set[int]] = {}
        self._order: Integers | None = None

    @property
    def order(self) -> Integers:
        """The place of each value among all of them in order of label, then value."""
        order = self._order
        if order is None or len(order) != len(self.values):
            sorted_numbers = sorted(range(len(self.values)), key=lambda n: (self.values[n].label, self.values[n].value))
            self._order = order = np.argsort(np.array(sorted_numbers, dtype=np.int64))
        return order

    def number(self, value: Value, seq: int) -> int:
        number = self._numbers.get(value.value)
        if number is None:
            number = self._numbers[value.value] = len(self.values)
            self.values.append(value)
            self._changed.append(seq)
            self._find_by(number, value)
        elif value != self.values[number] and seq >= self._changed[number]:
            self.values[number], self._changed[number] = value, seq
            self._find_by(number, value)
        return number

    def find(self, key: str) -> set[int]:
        """The values that a filter's `key` means, letter case aside."""
        return self._keys.get(key.casefold(), set())

    def _find_by(self, number: int, value: Value) -> None:
        self._order = None
        for key in (value.value, *value.keys):
            self._keys.setdefault(key.casefold(), set()).add(number)


@dataclass(frozen=True, slots=True)
class Dimension:
    """Which documents have which values: pairs of document number (`rows`) and value number (`numbers`)."""

    rows: Integers
    numbers: Integers
    vocabulary: Vocabulary

    def having(self, wanted: Iterable[int], documents: int) -> Booleans:
        """The documents that have at least one of the values."""
        mask = np.zeros(documents, dtype=np.bool_)
        mask[self.rows[np.isin(self.numbers, list(wanted))]] = True
        return mask

    def counts(self, among: Booleans, at_most: int | None = None) -> list[tuple[Value, int]]:
        """The values that most of the documents `among` have, each with how many do: by falling count, then label."""
        counted = np.bincount(self.numbers[among[self.rows]], minlength=1)
        numbers = np.flatnonzero(counted)
        first = np.lexsort((self.vocabulary.order[numbers], -counted[numbers]))[:at_most]
        return [(self.vocabulary.values[number], int(counted[number])) for number in numbers[first].tolist()]


@dataclass(frozen=True, slots=True)
class Columns:
    """One array entry a document. Days are ordinals, `published_second` is as in `index.dates.first_second`; undated
    is UNDATED. `sorted_ids` has every id once; `ranks` are places in it."""

    ids: NDArray[np.str_]
    sorted_ids: NDArray[np.str_]
    ranks: Integers
    live: Booleans
    said_first: Integers
    said_last: Integers
    published_first: Integers
    published_last: Integers
    published_second: Integers
    confidence: NDArray[np.float64]
    reviewed: Booleans
    republished: Booleans
    dimensions: dict[str, Dimension]

    @property
    def documents(self) -> int:
        return len(self.live)

    def rank_of(self, quote_id: str) -> float:
        """The rank of an id, or a place between two ranks for one that is not here."""
        place = int(np.searchsorted(self.sorted_ids, quote_id))
        is_here = place < len(self.sorted_ids) and self.sorted_ids[place] == quote_id
        return place if is_here else place - 0.5


_PLAIN = tuple(field.name for field in fields(Columns) if field.name not in ("sorted_ids", "ranks", "dimensions"))


def columns_of(facts: Sequence[Facts], live: Booleans, vocabularies: dict[str, Vocabulary]) -> Columns:
    """The columns of one segment."""
    ids = np.array([fact.id for fact in facts], dtype=np.str_)
    sorted_ids, ranks = np.unique(ids, return_inverse=True)
    return Columns(
        ids=ids,
        sorted_ids=sorted_ids,
        ranks=ranks.reshape(-1),
        live=live,
        said_first=_days(facts, lambda fact: fact.said[0] if fact.said else None),
        said_last=_days(facts, lambda fact: fact.said[1] if fact.said else None),
        published_first=_days(facts, lambda fact: fact.published[0] if fact.published else None),
        published_last=_days(facts, lambda fact: fact.published[1] if fact.published else None),
        published_second=_days(facts, lambda fact: fact.published_second),
        confidence=np.array([-1.0 if fact.confidence is None else fact.confidence for fact in facts], np.float64),
        reviewed=np.array([fact.reviewed for fact in facts], dtype=np.bool_),
        republished=np.array([fact.republished for fact in facts], dtype=np.bool_),
        dimensions={name: _dimension(name, facts, vocabularies[name]) for name in DIMENSIONS},
    )


def joined(segments: Sequence[Columns], vocabularies: dict[str, Vocabulary]) -> Columns:
    """The columns of several segments, one after the other."""
    if not segments:
        return columns_of((), np.zeros(0, dtype=np.bool_), vocabularies)
    bases = np.cumsum([0, *(segment.documents for segment in segments)])
    arrays = {name: np.concatenate([getattr(segment, name) for segment in segments]) for name in _PLAIN}
    sorted_ids, ranks = np.unique(arrays["ids"], return_inverse=True)
    return Columns(
        **arrays,
        sorted_ids=sorted_ids,
        ranks=ranks.reshape(-1),
        dimensions={
            name: Dimension(
                np.concatenate([s.dimensions[name].rows + base for s, base in zip(segments, bases, strict=False)]),
                np.concatenate([segment.dimensions[name].numbers for segment in segments]),
                vocabularies[name],
            )
            for name in DIMENSIONS
        },
    )


def _days(facts: Sequence[Facts], day: Callable[[Facts], int | None]) -> Integers:
    days = (day(fact) for fact in facts)
    return np.array([UNDATED if value is None else value for value in days], dtype=np.int64)


def _dimension(name: str, facts: Sequence[Facts], vocabulary: Vocabulary) -> Dimension:
    pairs = [
        (row, vocabulary.number(value, fact.seq))
        for row, fact in enumerate(facts)
        for value in fact.values.get(name, ())
    ]
    rows, numbers = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    return Dimension(rows, numbers, vocabulary)
