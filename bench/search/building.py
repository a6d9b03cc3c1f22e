"""Every engine's index, built in a fresh process of its own: how many quotes a CPU second, and with how much memory.

All are given the same quotes, one after the other. What making these costs, as facts, records and the bytes of their
answers, is left out; all else counts, on every thread, until the index is on disk and fit to be opened: for this
project and for stock Whoosh also what `index.documents` makes of a record.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from bench.search.engines import Fts5, Tantivy
from bench.search.generating import Synthetic, entry, quotes
from bench.search.stock import StockIndex
from index import Entry, build
from index.documents import document


@dataclass(frozen=True)
class Built:
    """Quotes a CPU second, and the most megabytes that the process ever held, the interpreter's among them."""

    per_s: float
    peak_mb: float


def built(engine: str, folder: Path, size: int) -> Built:
    """Build the engine's index of so many quotes in `folder`."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(_built, engine, folder, size).result()


def _built(engine: str, folder: Path, size: int) -> Built:
    making = Making(size)
    began = time.process_time()
    BUILDERS[engine](folder, making)
    taken = time.process_time() - began - making.seconds
    return Built(size / taken, _peak_mb())


def _peak_mb() -> float:
    """Of this process alone: `getrusage` has in it the size of the parent that it was forked from."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024 / 1e6


class Making(Iterator[tuple[Synthetic, Entry]]):
    """So many quotes, as facts and as the record has them, and the CPU seconds spent on making them: those of its own
    thread, for an engine may go on building on others."""

    def __init__(self, size: int) -> None:
        self._made = ((quote, entry(quote)) for quote in quotes(size))
        self.size, self.seconds = size, 0.0

    def __next__(self) -> tuple[Synthetic, Entry]:
        before = time.thread_time()
        try:
            return next(self._made)
        finally:
            self.seconds += time.thread_time() - before


def _build_onrecord(folder: Path, making: Making) -> None:
    build(folder, (record for _, record in making), sequence=making.size)


def _build_stock(folder: Path, making: Making) -> None:
    StockIndex(folder).apply((document(record) for _, record in making), limitmb=256)


BUILDERS: Mapping[str, Callable[[Path, Making], None]] = {
    "onrecord": _build_onrecord,
    "stock": _build_stock,
    "fts5": lambda folder, making: Fts5.build(folder, ((quote, record.payload) for quote, record in making)),
    "tantivy": lambda folder, making: Tantivy.build(folder, ((quote, record.payload) for quote, record in making)),
}
