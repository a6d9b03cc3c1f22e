"""The facts of a segment's quotes as columns: mapped arrays with one entry a document, to filter, sort and count by.

To filter and count by something new: add its values in `index.documents` and its name to DIMENSIONS.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.arrays.container import AnyArray, Part
from index.arrays.lexicon import Lexicon
from index.vocabulary import Vocabulary

UNDATED = np.int64(np.iinfo(np.int64).max)
"""Stands for "no date" in keys of sorting: after every day there is."""
NO_FIRST_DAY, NO_LAST_DAY = np.iinfo(np.int32).max, np.iinfo(np.int32).min
"""What stands for no date: it begins after every day, and ends before."""

DIMENSIONS = (
    "speaker", "publisher", "article", "type", "attribution", "fidelity", "channel", "lang", "original_lang", "cluster",
    "year", "month",
)  # fmt: skip

_REMEMBERED = 64
"""Filters whose documents are remembered: those of a newsroom's regulars."""

Rows = NDArray[np.int32]
Integers = NDArray[np.int64]
Booleans = NDArray[np.bool_]


class Dimension:
    """Which documents have which values, by number. Nearly all have at most one: `first` is theirs. The others stand
    in pairs beside it."""

    def __init__(self, arrays: Mapping[str, AnyArray]) -> None:
        self.first: NDArray[Any] = arrays["first"]
        self._more_rows, self._more_numbers = arrays["more_rows"], arrays["more_numbers"]
        self.vocabulary = Vocabulary(arrays)
        self.rows_of = lru_cache(_REMEMBERED)(self._rows_of)

    def counts(self, rows: Rows | Integers | slice) -> Integers:
        """By value number, how many of these documents (each once) have it."""
        size = len(self.vocabulary) + 1
        counted = np.bincount(self.first[rows], minlength=size)
        if len(self._more_rows):
            among = np.zeros(len(self.first), dtype=np.bool_)
            among[rows] = True
            counted += np.bincount(self._more_numbers[among[self._more_rows]], minlength=size)
        counted[0] = 0
        return counted

    @cached_property
    def counts_of_all(self) -> Integers:
        """The same of all documents."""
        return self.counts(slice(None))

    def is_told(self, number: int) -> bool:
        """Whether any document has this value."""
        return bool((self.first == number).any() or (self._more_numbers == number).any())

    def pairs(self, rows: Rows) -> tuple[Integers, Integers]:
        """Of these documents (rising) every value: the place among them, and the value's number."""
        first = np.asarray(self.first[rows], dtype=np.int64)
        places = np.flatnonzero(first)
        at = np.searchsorted(rows, self._more_rows)
        more = np.flatnonzero(np.append(rows, -1)[at] == self._more_rows)
        return np.concatenate((places, at[more])), np.concatenate((first[places], self._more_numbers[more]))

    def meant_by(self, keys: Iterable[str]) -> frozenset[int]:
        """The numbers of all values that these keys of a filter mean."""
        return frozenset(number for key in keys for number in self.vocabulary.meant_by(key))

    def _rows_of(self, numbers: frozenset[int]) -> Rows:
        """The documents that have at least one of the values, rising."""
        wanted = np.zeros(len(self.vocabulary) + 1, dtype=np.bool_)
        wanted[list(numbers)] = True
        rows = np.flatnonzero(wanted[self.first]).astype(np.int32)
        more = self._more_rows[wanted[self._more_numbers]]
        return np.union1d(rows, more) if len(more) else rows


class Columns:
    """One segment's columns. Days are ordinals, `published_second` is as in `index.dates.first_second`. Rank is the
    place in order of publication, newest first, equal ones by id."""

    def __init__(self, arrays: Mapping[str, AnyArray]) -> None:
        self._arrays = arrays
        self.dimension = lru_cache(maxsize=None)(self._dimension)

    def __len__(self) -> int:
        return len(self.id_numbers)

    @cached_property
    def id_numbers(self) -> Rows:
        """The place of each document's id among all of them."""
        return self._arrays["id_numbers"]

    @cached_property
    def published_second(self) -> Integers:
        return self._arrays["published_second"]

    @cached_property
    def said_first(self) -> Rows:
        return self._arrays["said_first"]

    @cached_property
    def is_in_order(self) -> bool:
        """Whether the documents stand by rising rank."""
        return bool(self._arrays["in_order"][0])

    def days(self, dated: str) -> tuple[Rows, Rows]:
        """The first and the last day of `said` or `published`."""
        return self._arrays[f"{dated}_first"], self._arrays[f"{dated}_last"]

    def values(self, name: str) -> AnyArray:
        """A plain column: `confidence`, `reviewed`, `republished`, `fullness`."""
        return self._arrays[name]

    def ranks(self, rows: Rows) -> Rows:
        """The ranks of these documents, or in their place any numbers of the same order."""
        return rows if self.is_in_order else self._ranks[rows]

    def id_of(self, row: int) -> str:
        return self.ids[self._id_number_of[row]].decode()

    def row_of(self, quote_id: str) -> int | None:
        """The document with that id."""
        number = self.ids.find(quote_id.encode("utf-8", "replace"))
        return None if number is None else int(np.flatnonzero(self.id_numbers == number)[0])

    @cached_property
    def _id_number_of(self) -> memoryview:
        return self.id_numbers.data

    @cached_property
    def ids(self) -> Lexicon:
        arrays = Part(self._arrays, "ids")
        return Lexicon(arrays["words"], arrays["ends"], arrays["heads"])

    @cached_property
    def undated(self) -> Mapping[str, Rows]:
        """The documents that have no date, for `said` and `published`."""
        return {
            dated: np.flatnonzero(self.days(dated)[0] == NO_FIRST_DAY).astype(np.int32)
            for dated in ("said", "published")
        }

    @cached_property
    def _ranks(self) -> Rows:
        return self._arrays["ranks"]

    def _dimension(self, name: str) -> Dimension:
        return Dimension(Part(self._arrays, name))


def newest_first(times: Integers) -> Integers:
    """Keys by which the latest comes first and the undated last."""
    return np.where(times == UNDATED, UNDATED, -times)
