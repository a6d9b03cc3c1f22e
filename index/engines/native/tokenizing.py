"""Texts taken apart fast: each run of characters between spaces is analysed once, however often it comes.

No token reaches over white space, and none looks beyond it, so that the tokens of a text are those of its runs, one
after the other.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.analysis import SEGMENT_GAP, Token, analyse

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Every form of a field's tokens: its number, its document, its position; by document, then position."""

    forms: NDArray[np.int32]
    documents: NDArray[np.int32]
    positions: NDArray[np.int32]


class Forms:
    """The forms under which runs are found, numbered as they are met: stemmed or not."""

    def __init__(self, *, stemmed: bool) -> None:
        self._stemmed = stemmed
        self._numbers: dict[str, int] = {}
        self._ends = array("q", [0])
        self._forms = array("i")
        self._places = array("i")

    def names(self) -> list[str]:
        return list(self._numbers)

    def learn(self, tokens: Iterable[Token]) -> None:
        """Take the tokens of a new run."""
        for token in tokens:
            for form in sorted(token.stems if self._stemmed else token.words):
                self._forms.append(self._numbers.setdefault(form, len(self._numbers)))
                self._places.append(token.position)
        self._ends.append(len(self._forms))

    def of_runs(self, runs: Integers, documents: Integers, positions: Integers) -> Occurrences:
        """The forms of runs that stand in these documents from these positions on."""
        ends = np.frombuffer(self._ends, dtype=np.int64)
        starts, counts = ends[runs], ends[runs + 1] - ends[runs]
        which = np.repeat(np.arange(len(runs)), counts)
        entries = np.repeat(starts - (np.cumsum(counts) - counts), counts) + np.arange(len(which))
        forms = np.frombuffer(self._forms, dtype=np.int32)[entries]
        places = np.frombuffer(self._places, dtype=np.int32)[entries]
        return Occurrences(forms, documents[which].astype(np.int32), (positions[which] + places).astype(np.int32))


class Runs:
    """All runs that were met, with their forms in both ways."""

    def __init__(self) -> None:
        self.stems, self.words = Forms(stemmed=True), Forms(stemmed=False)
        self.widths = array("q")
        """How many positions each run takes."""
        self._numbers = _Numbering(self._learn)

    def numbers_of(self, text: str) -> list[int]:
        return list(map(self._numbers.__getitem__, text.split()))

    def _learn(self, run: str) -> int:
        tokens = analyse(run)
        self.widths.append(len(tokens))
        self.stems.learn(tokens)
        self.words.learn(tokens)
        return len(self.widths) - 1


class Texts:
    """One text field of one document after another, as runs."""

    def __init__(self, runs: Runs) -> None:
        self._all_runs = runs
        self._runs = array("I")
        self._part_ends = array("q")
        self._parts = array("I")

    def add(self, parts: Iterable[str]) -> None:
        """The next document's field, part by part: no phrase reaches from one into the next."""
        count = 0
        for part in parts:
            self._runs.extend(self._all_runs.numbers_of(part))
            self._part_ends.append(len(self._runs))
            count += 1
        self._parts.append(count)

    def occurrences(self, forms: Forms, place: Integers) -> Occurrences:
        """All forms, ordered anew: `place` is the new number of each document, -1 for those that are left out."""
        runs = np.frombuffer(self._runs, dtype=np.uint32).astype(np.int64)
        parts = np.frombuffer(self._parts, dtype=np.uint32).astype(np.int64)
        document_of_part = np.repeat(np.arange(len(parts)), parts)
        part_of_document = np.arange(len(document_of_part)) - np.repeat(np.cumsum(parts) - parts, parts)
        ends = np.frombuffer(self._part_ends, dtype=np.int64)
        sizes = ends - np.concatenate((np.zeros(1, dtype=np.int64), ends))[:-1]
        documents = place[np.repeat(document_of_part, sizes)]
        widths = np.frombuffer(self._all_runs.widths, dtype=np.int64)[runs]
        before = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(widths)))
        sizes_of_documents = np.bincount(document_of_part, weights=sizes, minlength=len(parts)).astype(np.int64)
        first_runs = np.cumsum(sizes_of_documents) - sizes_of_documents
        positions = before[:-1] - np.repeat(before[first_runs], sizes_of_documents)
        positions += SEGMENT_GAP * np.repeat(part_of_document, sizes)
        kept = documents >= 0
        runs, documents, positions = runs[kept], documents[kept], positions[kept]
        return forms.of_runs(runs, documents, positions)


class _Numbering(dict[str, int]):
    """Numbers given to what is not yet numbered."""

    def __init__(self, learn: Callable[[str], int]) -> None:
        super().__init__()
        self._learn = learn

    def __missing__(self, run: str) -> int:
        number = self[run] = self._learn(run)
        return number
