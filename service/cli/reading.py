"""Articles read and their quotations found, by one process or by several."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Protocol

from corpus import extract_quotes
from corpus.errors import UnreadableArticle
from corpus.model import Article, Quotation, Speaker
from corpus.speakers import Register

AHEAD = 4
"""Articles in work for each process: enough that none waits, few enough that memory stays flat."""


class Readable(Protocol):
    """What an article can be read from; `name` is what messages call it."""

    @property
    def name(self) -> str: ...

    def read(self, max_bytes: int, /) -> Article:
        """Raises UnreadableArticle."""


@dataclass(frozen=True, slots=True)
class Read:
    """An article read and its quotations found, or why not."""

    name: str
    article: Article | None = None
    quotations: tuple[Quotation, ...] = ()
    refused: str | None = None


def reading(given: Iterable[Readable], jobs: int, max_bytes: int, known: Register) -> Iterator[Read]:
    """Each input read and extracted, in the order given, by `jobs` processes with a bounded number in work. Speakers
    that `known` names are resolved to their entries."""
    if jobs == 1:
        yield from (read_one(one, max_bytes, known) for one in given)
        return
    speakers = tuple(known)
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=end_with_parent) as pool:
        waiting: deque[Future[Read]] = deque()
        for one in given:
            waiting.append(pool.submit(read_elsewhere, one, max_bytes, speakers))
            if len(waiting) >= jobs * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def end_with_parent() -> None:
    """Have this process end when the one that started it does, however that ends: the pool by itself would leave it
    waiting for work for ever."""
    parent = parent_process()
    assert parent is not None, "it is called in a process of the pool"

    def follow() -> None:
        parent.join()
        os._exit(1)

    Thread(target=follow, name="end with parent", daemon=True).start()


def read_one(given: Readable, max_bytes: int, known: Register) -> Read:
    try:
        article = given.read(max_bytes)
    except UnreadableArticle as error:
        return Read(given.name, refused=str(error))
    return Read(given.name, article, tuple(extract_quotes(article, register=known)))


def read_elsewhere(given: Readable, max_bytes: int, speakers: tuple[Speaker, ...]) -> Read:
    """`read_one` in a process of the pool, where the register is put together once."""
    return read_one(given, max_bytes, register_of(speakers))


@cache
def register_of(speakers: tuple[Speaker, ...]) -> Register:
    return Register(speakers)
