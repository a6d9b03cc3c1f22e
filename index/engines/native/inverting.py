"""Forms in documents -> documents of forms: all occurrences of a field are sorted at once, as whole numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.arrays.ranges import ranges
from index.arrays.smallest import as_small_as_they_fit
from index.engines.native.forms import Forms
from index.engines.native.neighbours import Sides, sides_of
from index.engines.native.tokenizing import Placed

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The forms in one field of some documents: number, document and position of each, and what stands beside it; by
    document, then position."""

    forms: NDArray[np.int32]
    documents: NDArray[np.int32]
    positions: NDArray[Any]
    sides: Sides


@dataclass(frozen=True, slots=True)
class Grouped:
    """Words in the order of their bytes, and where the documents of each begin; these, rising, and how often the word
    stands in each; all its positions, and what stands beside it there. `lengths` say how many occurrences each document
    has."""

    words: list[bytes]
    pointers: Integers
    rows: NDArray[np.int32]
    times: NDArray[np.int32]
    places: NDArray[Any]
    sides: Sides
    lengths: Integers


def occurrences(placed: Placed, forms: Forms, signs: NDArray[np.uint8]) -> Occurrences:
    """Every form of runs that stand in documents. `signs` are those of all forms."""
    counts = forms.counts[placed.runs]
    entries = ranges(forms.starts[placed.runs], counts)
    positions = np.repeat(placed.positions, counts) + forms.places[entries]
    documents = np.repeat(placed.documents, counts)
    numbers = forms.numbers[entries]
    sides = sides_of(signs[numbers], documents, positions)
    return Occurrences(numbers, documents, as_small_as_they_fit(positions), sides)


def grouped(parts: Iterable[Occurrences], names: list[bytes], documents: int) -> Grouped:
    """The occurrences of all parts, by rising document, of so many documents; the forms have these names, sorted
    already. Of a million quotes each of these arrays takes a hundred megabytes: none is kept longer than needed."""
    some = list(parts)
    forms, order = _sorted(_joined([part.forms for part in some]))
    rows = _joined([part.documents for part in some])
    lengths = np.bincount(rows, minlength=documents)
    rows, places = rows[order], _joined([part.positions for part in some])[order]
    sides = _joined([part.sides for part in some])[order]
    del some, order
    is_first = _changes(forms) | _changes(rows)
    forms, rows = forms[is_first], rows[is_first]
    times = np.diff(np.flatnonzero(is_first), append=len(places)).astype(np.int32)
    counts = np.bincount(forms, minlength=len(names))
    used = np.flatnonzero(counts)
    pointers = np.concatenate(([0], np.cumsum(counts[used])))
    return Grouped([names[number] for number in used.tolist()], pointers, rows, times, places, sides, lengths)


def _joined(parts: list[NDArray[Any]]) -> NDArray[Any]:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int32)


def _sorted(numbers: NDArray[np.int32]) -> tuple[NDArray[np.int32], Integers]:
    """Numbers, none negative, sorted, and where each was; equal ones in the order in which they were. Number and place
    are sorted as one: plain integers take a fraction of the time of a stable argsort."""
    bits = max(len(numbers) - 1, 1).bit_length()
    keys = numbers.astype(np.int64) << bits
    keys |= np.arange(len(keys))
    keys.sort()
    ordered = (keys >> bits).astype(np.int32)
    keys &= (1 << bits) - 1
    return ordered, keys


def _changes(values: NDArray[Any]) -> NDArray[np.bool_]:
    """Where a value differs from the one before."""
    changes = np.ones(len(values), dtype=np.bool_)
    np.not_equal(values[1:], values[:-1], out=changes[1:])
    return changes
