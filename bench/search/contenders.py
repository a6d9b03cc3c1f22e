"""The engines of a run, each built of the same quotes, and how fast."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from bench.search.engines import FromText, FromTree, Fts5, Tantivy
from bench.search.generating import Synthetic, entry
from bench.search.measuring import Answer
from bench.search.stock import StockWhoosh
from index import Index, build, open_index
from index.documents import document

T = TypeVar("T")
S = TypeVar("S")


@dataclass
class Contenders:
    """Who answers, by name, and how many quotes a CPU second each built. The quotes themselves are not timed."""

    index: Index
    answers: dict[str, Answer]
    build_per_s: dict[str, float] = field(default_factory=dict)


def contenders(made: Sequence[Synthetic], folder: Path, without: Collection[str]) -> Contenders:
    """All engines but those that are left out."""
    began = _Stopwatch(map(entry, made))
    build(folder / "index", began, sequence=len(made))
    index = open_index(folder / "index")
    together = Contenders(
        index, {"onrecord": FromTree(index), "onrecord_from_text": FromText(index)}, {"onrecord": began.rate(len(made))}
    )
    others: dict[str, Callable[[Iterator[Synthetic]], tuple[Answer, float]]] = {
        "stock": lambda given: _built(map(entry, given), lambda e: StockWhoosh(folder / "stock", map(document, e))),
        "fts5": lambda given: _built(_with_payloads(given), lambda pairs: Fts5(folder / "fts5.db", pairs)),
        "tantivy": lambda given: _built(_with_payloads(given), lambda pairs: Tantivy(folder / "tantivy", pairs)),
    }
    for name, make in others.items():
        if name not in without:
            together.answers[name], seconds = make(iter(made))
            together.build_per_s[name] = len(made) / seconds
    return together


def _built(given: Iterator[S], make: Callable[[Iterator[S]], T]) -> tuple[T, float]:
    stopwatch = _Stopwatch(given)
    return make(stopwatch), stopwatch.seconds()


def _with_payloads(made: Iterator[Synthetic]) -> Iterator[tuple[Synthetic, bytes]]:
    return ((quote, entry(quote).payload) for quote in made)


class _Stopwatch(Iterator[S], Generic[S]):
    """Gives what it is given, and leaves out of its time what that costs."""

    def __init__(self, given: Iterator[S]) -> None:
        self._given = given
        self._began = time.process_time()

    def __next__(self) -> S:
        before = time.process_time()
        try:
            return next(self._given)
        finally:
            self._began += time.process_time() - before

    def seconds(self) -> float:
        return time.process_time() - self._began

    def rate(self, count: int) -> float:
        return count / self.seconds()
