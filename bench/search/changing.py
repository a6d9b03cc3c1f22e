"""One quote added: what it costs until a search in another process finds it."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from bench.search.generating import entry, quotes
from bench.search.worker import Worker
from index import update

TIMES = 9


def add_visible_ms(directory: Path, size: int, worker: Worker) -> float:
    """Median CPU milliseconds, of both processes together."""
    taken = []
    template = next(quotes(1))
    for number in range(TIMES):
        word = f"unheardof{number}"
        new = entry(replace(template, number=size + number, text=f"{template.text} {word}"))
        began = time.process_time()
        update(directory, [new], sequence=new.seq)
        written = (time.process_time() - began) * 1000
        found, searched = worker.find(word)
        if found != 1:
            raise AssertionError(f"{found} quotes are found by {word}, which one has")
        taken.append(written + searched)
    return median(taken)
