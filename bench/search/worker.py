"""A process that serves searches of an index while another one changes it: what opening, changes and memory cost it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from bench.search.hostile import HOSTILE
from bench.search.questions import request_of
from bench.search.workload import Question
from corpus.errors import OnrecordError
from index import Index, SearchRequest, open_index, search


@dataclass(frozen=True)
class Opened:
    """CPU milliseconds until the first answer of a fresh process, its resident megabytes after all questions, and CPU
    milliseconds of each hostile query, whether it is answered or refused."""

    open_ms: float
    rss_mb: float
    hostile_ms: dict[str, float]


class Worker:
    """The other end of the process."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ask(self, questions: Sequence[Question]) -> Opened:
        self._connection.send(list(questions))
        answered: Opened = self._connection.recv()
        return answered

    def find(self, q: str) -> tuple[int, float]:
        """How many quotes it finds, and the CPU milliseconds that took, a newer state opened before if there is one."""
        self._connection.send(q)
        answered: tuple[int, float] = self._connection.recv()
        return answered


@contextmanager
def worker(directory: Path) -> Iterator[Worker]:
    """A process of its own, started afresh, that opens the index at the first question."""
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(directory, there), daemon=True)
    process.start()
    there.close()  # so that asking a process that died is an error, not a wait
    try:
        yield Worker(here)
    finally:
        if process.is_alive():
            here.send(None)
        process.join(30)
        process.kill()


def _serve(directory: Path, connection: Connection) -> None:
    began = time.process_time()
    index = open_index(directory)
    search(index, SearchRequest("nothing like this"))
    open_ms = (time.process_time() - began) * 1000
    while (asked := connection.recv()) is not None:
        connection.send(_found(index, asked) if isinstance(asked, str) else _opened(index, asked, open_ms))


def _found(index: Index, q: str) -> tuple[int, float]:
    began = time.thread_time()
    total = search(index, SearchRequest(q)).total
    return total, (time.thread_time() - began) * 1000


def _opened(index: Index, questions: Sequence[Question], open_ms: float) -> Opened:
    for question in questions:
        search(index, request_of(question))
    resident = Path("/proc/self/statm").read_text().split()[1]
    hostile = {name: _taken(index, q) for name, q in HOSTILE.items()}
    return Opened(open_ms, int(resident) * 4096 / 1e6, hostile)


def _taken(index: Index, q: str) -> float:
    began = time.thread_time()
    with suppress(OnrecordError):
        search(index, SearchRequest(q))
    return (time.thread_time() - began) * 1000
