"""Run by tests as another process: articles read by two processes of a pool, for ever; each tells its number once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from corpus import read_article
from corpus.model import Article
from corpus.speakers import Register
from service.cli.reading import reading


@dataclass(frozen=True, slots=True)
class Told:
    """An invented article whose title is the number of the process that reads it."""

    name: str = "told"

    def read(self, max_bytes: int, /) -> Article:
        return read_article("The pier stays.", title=str(os.getpid()))


def forever() -> Iterator[Told]:
    while True:
        yield Told()


def main() -> None:
    seen = set[str]()
    for read in reading(forever(), 2, 1000, Register(())):
        assert read.article is not None
        assert read.article.title is not None
        if read.article.title not in seen:
            seen.add(read.article.title)
            print(read.article.title, flush=True)


if __name__ == "__main__":
    main()
