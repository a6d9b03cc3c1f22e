"""How fast extraction is and how much memory the command takes, on the referee's articles."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from corpus.extraction import extract_quotes

ROOT = Path(__file__).parent.parent
WATCHED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""Starts a command from a small process: what Linux counts begins with the size of the one that started it."""


def articles_per_second(texts: Iterable[str], passes: int = 10) -> float:
    """Articles per second of this process's CPU, warm: the best of some passes over all texts."""
    every = list(texts)
    for text in every[:20]:
        extract_quotes(text)
    seconds = []
    for _ in range(passes):
        began = time.process_time()
        for text in every:
            extract_quotes(text)
        seconds.append(time.process_time() - began)
    return len(every) / min(seconds)


def peak_memory(folder: Path) -> float:
    """Peak memory, in MB of 10^6 bytes, of ``onrecord extract --jsonl`` over a folder: the process's maximum resident
    set as the system counts it."""
    extract = [sys.executable, "-m", "service", "extract", "--jsonl", str(folder)]
    command = [sys.executable, "-c", WATCHED, *extract]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    unit = 1 if sys.platform == "darwin" else 1024
    return int(printed) * unit / 1e6
