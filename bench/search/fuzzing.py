"""The costliest searches that can be found in some time: `python -m bench.search.fuzzing --size 100000 --seconds 120`.

hypothesis draws searches from the grammar of the query language and goes on from those that cost most (Löscher and
Sagonas: Targeted Property-Based Testing, 2017). None may cost more than a quarter of a second of the processor.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, fields
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, seed, settings, target

from bench.search.generating import entry, quotes, vocabulary
from bench.search.grammar import requests
from corpus.errors import OnrecordError
from index import Index, SearchRequest, build, open_index, search

WORDS = 60
"""The most frequent words are asked for: what they find costs most."""
A_ROUND = 300
SHOWN = 5
MEASURED = 3
"""Times that the costliest are measured again: the least of these is what they cost, not what else the machine did."""


@dataclass(frozen=True)
class Costly:
    """A search and the CPU milliseconds it took."""

    milliseconds: float
    request: SearchRequest


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.search.fuzzing", description=__doc__)
    parser.add_argument("--size", type=int, default=100_000, help="quotes in the index")
    parser.add_argument("--seconds", type=float, default=120, help="time to look for costly searches")
    parser.add_argument("--index", type=Path, help="an index that is there already, instead of one of invented quotes")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        directory = options.index or Path(folder) / "index"
        if not options.index:
            build(directory, map(entry, quotes(options.size)), sequence=options.size)
        index = open_index(directory)
        asked = searched(index, vocabulary()[:WORDS], options.seconds)
        worst = sorted(asked, key=lambda costly: -costly.milliseconds)[:SHOWN]
        again = [Costly(min(taken(index, costly.request) for _ in range(MEASURED)), costly.request) for costly in worst]
        print(f"of {len(asked):,} searches the costliest are")
        for costly in sorted(again, key=lambda costly: -costly.milliseconds):
            print(f"{costly.milliseconds:6.1f} ms of CPU: {_told(costly.request)}")
        index.close()


def searched(index: Index, words: Sequence[str], seconds: float) -> list[Costly]:
    """What every search of so many seconds cost."""
    until, asked, most = time.monotonic() + seconds, list[Costly](), 0.0

    @settings(
        max_examples=A_ROUND,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.target),
        suppress_health_check=list(HealthCheck),
    )
    @given(requests(words))
    def one_round(request: SearchRequest) -> None:
        nonlocal most
        milliseconds = taken(index, request)
        if milliseconds > most / 2:
            milliseconds = min(milliseconds, taken(index, request))
        most = max(most, milliseconds)
        asked.append(Costly(milliseconds, request))
        target(milliseconds)

    for number in count():
        if time.monotonic() >= until:
            return asked
        seed(number)(one_round)()
    raise AssertionError("counting never ends")


def taken(index: Index, request: SearchRequest) -> float:
    """CPU milliseconds of a search, answered or refused."""
    began = time.thread_time()
    with suppress(OnrecordError):
        search(index, request)
    return (time.thread_time() - began) * 1000


def _told(request: SearchRequest) -> str:
    """What is asked for, what is as usual left out."""
    unusual = (field.name for field in fields(request) if getattr(request, field.name) != field.default)
    return ", ".join(f"{name}={getattr(request, name)!r}" for name in unusual)


if __name__ == "__main__":
    main()
