"""Texts taken apart fast: each run of characters between spaces gets a number when it is met, and is analysed once, at
the end, however often it comes.

No token reaches over white space, and none looks beyond it, so that the tokens of a text are those of its runs, one
after the other.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

import numpy as np
from numpy.typing import NDArray

from index.analysis import SEGMENT_GAP
from index.arrays.ranges import ranges
from index.engines.native.forms import Analysed, analysed

Integers = NDArray[np.int64]

_END_OF_PART, _END_OF_DOCUMENT = "\ud800", "\ud801"
"""Runs that no text has: half a surrogate pair is refused by `index.documents`."""
_BETWEEN_PARTS, _BETWEEN_DOCUMENTS = f" {_END_OF_PART} ", f" {_END_OF_DOCUMENT} "
_AT_ONCE = 1 << 15
"""Documents whose runs are put in order at once."""


class Runs:
    """All runs that were met, numbered."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self.end_of_part = self._numbers[_END_OF_PART]
        self.end_of_document = self._numbers[_END_OF_DOCUMENT]

    def numbers_of(self, text: str) -> Iterator[int]:
        """Of each run of the text."""
        return map(self._numbers.__getitem__, text.split())

    def analysed(self) -> Analysed:
        """What all of them are found by. The end of a part takes positions and is found by nothing, so that no phrase
        reaches from one part into the next."""
        found = analysed(list(self._numbers))
        found.widths[self.end_of_part] = SEGMENT_GAP
        return found


@dataclass(frozen=True, slots=True)
class Placed:
    """Runs with the document and the position that each begins at; by document, then position."""

    runs: NDArray[np.uint32]
    documents: NDArray[np.int32]
    positions: NDArray[np.uint32]


class Texts:
    """One text field of one document after another, as runs."""

    def __init__(self, runs: Runs) -> None:
        self._all_runs = runs
        self._runs = array("I")

    def add(self, documents: Iterable[Iterable[str]]) -> None:
        """The next documents' field, each part by part: no phrase reaches from one into the next."""
        texts = map(_BETWEEN_PARTS.join, documents)
        self._runs.extend(self._all_runs.numbers_of(_BETWEEN_DOCUMENTS.join([*texts, ""])))

    def placed(self, order: Integers, widths: NDArray[np.int32]) -> Iterator[Placed]:
        """The runs of these documents, which are numbered anew in this order; some documents at a time, for what is
        in between takes memory."""
        all_runs = np.frombuffer(self._runs, dtype=np.uint32)
        ends = np.flatnonzero(all_runs == self._all_runs.end_of_document)
        starts = np.concatenate(([0], ends[:-1] + 1))
        for first in range(0, len(order), _AT_ONCE):
            some = order[first : first + _AT_ONCE]
            sizes = ends[some] - starts[some]
            runs = all_runs[ranges(starts[some], sizes)]
            before = np.concatenate(([0], np.cumsum(widths[runs])))
            positions = before[:-1] - np.repeat(before[np.cumsum(sizes) - sizes], sizes)
            documents = np.repeat(np.arange(first, first + len(some), dtype=np.int32), sizes)
            yield Placed(runs, documents, positions.astype(np.uint32))
