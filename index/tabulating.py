"""Facts of quotes -> the columns of a segment, as arrays."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, count

import numpy as np
from numpy.typing import NDArray

from index.arrays.container import AnyArray, named
from index.arrays.lexicon import Lexicon
from index.arrays.smallest import as_small_as_they_fit
from index.columns import DIMENSIONS, NO_FIRST_DAY, NO_LAST_DAY, UNDATED, newest_first
from index.documents import Facts, Value
from index.vocabulary import GatheredValues

_DAYS = ("said_first", "said_last", "published_first", "published_last")
_NO_DAYS, _UNDATED = (NO_FIRST_DAY, NO_LAST_DAY), int(UNDATED)


class GatheredColumns:
    """The facts of quotes, many at a time. `order` chooses and orders them at the end: so the earlier ones of several
    of one quote can be left out, and rows stand as they are most often asked for."""

    def __init__(self) -> None:
        self._ids: list[bytes] = []
        self._changes = array("q")
        self._days = {name: array("i") for name in _DAYS}
        self._seconds = array("q")
        self._confidence = array("d")
        self._fullness = array("q")
        self._flags = {name: array("B") for name in ("reviewed", "republished")}
        self._dimensions = {name: _GatheredDimension() for name in DIMENSIONS}
        self._removed: dict[bytes, int] = {}

    def add(self, several: Sequence[Facts]) -> None:
        """The next rows."""
        self._ids += [facts.id.encode() for facts in several]
        self._changes.extend([facts.seq for facts in several])
        for dated, pairs in (
            ("said", [facts.said or _NO_DAYS for facts in several]),
            ("published", [facts.published or _NO_DAYS for facts in several]),
        ):
            self._days[f"{dated}_first"].extend([first for first, _ in pairs])
            self._days[f"{dated}_last"].extend([last for _, last in pairs])
        seconds = [facts.published_second for facts in several]
        self._seconds.extend([_UNDATED if second is None else second for second in seconds])
        confidences = [facts.confidence for facts in several]
        self._confidence.extend([-1.0 if confidence is None else confidence for confidence in confidences])
        self._fullness.extend([facts.fullness for facts in several])
        self._flags["reviewed"].extend([facts.reviewed for facts in several])
        self._flags["republished"].extend([facts.republished for facts in several])
        values = [facts.values for facts in several]
        for name, dimension in self._dimensions.items():
            dimension.add([own.get(name, ()) for own in values])

    def remove(self, quote_id: str) -> None:
        """Take the rows that the quote has so far out of `newest_first`."""
        self._removed[quote_id.encode()] = len(self._ids)

    def newest_first(self) -> NDArray[np.int64]:
        """The last of each quote's rows, those published last before the others, equal ones by id."""
        last = dict(zip(self._ids, range(len(self._ids)), strict=True))
        rows = [last[own] for own in sorted(last) if last[own] >= self._removed.get(own, 0)]
        by_id = np.array(rows, dtype=np.int64)
        published = newest_first(np.frombuffer(self._seconds, dtype=np.int64)[by_id])
        return np.asarray(by_id[np.argsort(published, kind="stable")], dtype=np.int64)

    def arrays(self, order: NDArray[np.int64]) -> dict[str, AnyArray]:
        """The columns with these rows, in this order. No two are of one quote."""
        ids = [self._ids[row] for row in order.tolist()]
        by_id = np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int64)
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
        changes = np.frombuffer(self._changes, dtype=np.int64)
        for name, dimension in self._dimensions.items():
            arrays |= named(name, dimension.arrays(order, changes))
        return arrays


class _GatheredDimension:
    """The values of one row after another; each way in which a value is told has a number of its own."""

    def __init__(self) -> None:
        self._told: defaultdict[Value, int] = defaultdict(count().__next__)
        self._numbers = array("I")
        self._counts = array("I")

    def add(self, rows: Sequence[Sequence[Value]]) -> None:
        self._numbers.extend(map(self._told.__getitem__, chain.from_iterable(rows)))
        self._counts.extend(map(len, rows))

    def arrays(self, order: NDArray[np.int64], changes: NDArray[np.int64]) -> dict[str, AnyArray]:
        """The first value of each document, and in pairs those that some have besides. `changes` says of each row in
        which change of the record it was told."""
        place = np.full(len(changes), -1, dtype=np.int64)
        place[order] = np.arange(len(order))
        told = np.frombuffer(self._numbers, dtype=np.uint32)
        rows = np.repeat(np.arange(len(changes)), np.frombuffer(self._counts, dtype=np.uint32))
        last = np.full(len(self._told), -1, dtype=np.int64)
        np.maximum.at(last, told, changes[rows])
        values = GatheredValues(list(self._told), last.tolist())
        rows, numbers = place[rows], values.numbers[told]
        rows, numbers = rows[rows >= 0], numbers[rows >= 0]
        by_row = np.argsort(rows, kind="stable")
        rows, numbers = rows[by_row], numbers[by_row]
        is_first = np.ones(len(rows), dtype=np.bool_)
        np.not_equal(rows[1:], rows[:-1], out=is_first[1:])
        firsts = np.zeros(len(order), dtype=np.int64)
        firsts[rows[is_first]] = numbers[is_first]
        return {
            "first": as_small_as_they_fit(firsts),
            "more_rows": rows[~is_first].astype(np.int32),
            "more_numbers": as_small_as_they_fit(numbers[~is_first]),
            **values.arrays(),
        }
