"""Facts of quotes -> the columns of a segment, as arrays."""

from __future__ import annotations

from array import array

import numpy as np
from numpy.typing import NDArray

from index.arrays.container import AnyArray, named
from index.arrays.lexicon import Lexicon
from index.arrays.smallest import as_small_as_they_fit
from index.columns import DIMENSIONS, NO_FIRST_DAY, NO_LAST_DAY, UNDATED, newest_first
from index.documents import Facts
from index.vocabulary import GatheredValues

_DAYS = ("said_first", "said_last", "published_first", "published_last")


class GatheredColumns:
    """The facts of one quote after another. `order` chooses and orders them at the end: so the earlier ones of several
    of one quote can be left out, and rows stand as they are most often asked for."""

    def __init__(self) -> None:
        self._ids: list[bytes] = []
        self._days = {name: array("i") for name in _DAYS}
        self._seconds = array("q")
        self._confidence = array("d")
        self._fullness = array("q")
        self._flags = {name: array("B") for name in ("reviewed", "republished")}
        self._dimensions = {name: _GatheredDimension() for name in DIMENSIONS}
        self._removed: dict[bytes, int] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, facts: Facts) -> None:
        row = len(self._ids)
        self._ids.append(facts.id.encode())
        nothing = (NO_FIRST_DAY, NO_LAST_DAY)
        for name, day in zip(_DAYS, (*(facts.said or nothing), *(facts.published or nothing)), strict=True):
            self._days[name].append(day)
        self._seconds.append(int(UNDATED) if facts.published_second is None else facts.published_second)
        self._confidence.append(-1.0 if facts.confidence is None else facts.confidence)
        self._fullness.append(facts.fullness)
        self._flags["reviewed"].append(facts.reviewed)
        self._flags["republished"].append(facts.republished)
        for name, values in facts.values.items():
            dimension = self._dimensions[name]
            for value in values:
                dimension.add(row, dimension.values.number(value, facts.seq))

    def remove(self, quote_id: str) -> None:
        """Take the rows that the quote has so far out of `newest_first`."""
        self._removed[quote_id.encode()] = len(self)

    def newest_first(self) -> NDArray[np.int64]:
        """The last of each quote's rows, those published last before the others, equal ones by id."""
        ids = np.array(self._ids, dtype=np.bytes_)
        rows = len(ids) - 1 - np.unique(ids[::-1], return_index=True)[1]
        if self._removed:
            rows = np.array([row for row in rows.tolist() if row >= self._removed.get(self._ids[row], 0)], np.int64)
        published = newest_first(np.frombuffer(self._seconds, dtype=np.int64)[rows])
        return np.asarray(rows[np.argsort(published, kind="stable")], dtype=np.int64)

    def arrays(self, order: NDArray[np.int64]) -> dict[str, AnyArray]:
        """The columns with these rows, in this order. No two are of one quote."""
        ids = [self._ids[row] for row in order.tolist()]
        by_id = np.argsort(np.array(ids, dtype=np.bytes_), kind="stable")
        id_numbers = np.zeros(len(ids), dtype=np.int32)
        id_numbers[by_id] = np.arange(len(ids))
        seconds = np.frombuffer(self._seconds, dtype=np.int64)[order]
        ranked = np.lexsort((id_numbers, newest_first(seconds)))
        ranks = np.zeros(len(ids), dtype=np.int32)
        ranks[ranked] = np.arange(len(ids))
        arrays: dict[str, AnyArray] = {
            "id_numbers": id_numbers,
            "ranks": ranks,
            "in_order": np.array([bool((np.diff(ranks) > 0).all())], dtype=np.uint8),
            "published_second": seconds,
            "confidence": np.frombuffer(self._confidence, dtype=np.float64)[order],
            "fullness": np.frombuffer(self._fullness, dtype=np.int64)[order],
        }
        arrays |= {name: np.frombuffer(days, dtype=np.int32)[order] for name, days in self._days.items()}
        arrays |= {name: np.frombuffer(flags, dtype=np.uint8)[order] for name, flags in self._flags.items()}
        arrays |= named("ids", Lexicon.of([ids[row] for row in by_id.tolist()]).arrays())
        for name, dimension in self._dimensions.items():
            arrays |= named(name, dimension.arrays(order, len(self._ids)))
        return arrays


class _GatheredDimension:
    """Pairs of row and value number."""

    def __init__(self) -> None:
        self.values = GatheredValues()
        self._rows = array("q")
        self._numbers = array("q")

    def add(self, row: int, number: int) -> None:
        self._rows.append(row)
        self._numbers.append(number)

    def arrays(self, order: NDArray[np.int64], count: int) -> dict[str, AnyArray]:
        """The first value of each document, and in pairs those that some have besides."""
        place = np.full(count, -1, dtype=np.int64)
        place[order] = np.arange(len(order))
        rows = place[np.frombuffer(self._rows, dtype=np.int64)]
        numbers = self.values.renumbered()[np.frombuffer(self._numbers, dtype=np.int64)]
        rows, numbers = rows[rows >= 0], numbers[rows >= 0]
        met, first = np.unique(rows, return_index=True)
        firsts = np.zeros(len(order), dtype=np.int64)
        firsts[met] = numbers[first]
        more = np.delete(np.arange(len(rows)), first)
        return {
            "first": as_small_as_they_fit(firsts),
            "more_rows": rows[more].astype(np.int32),
            "more_numbers": as_small_as_they_fit(numbers[more]),
            **self.values.arrays(),
        }
