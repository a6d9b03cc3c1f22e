"""How much of its index a process keeps mapped: what was read is let go of now and then.

Pages of files belong to the system, which all workers share and which takes them back when it needs to. But they count
as resident memory of each worker that touched them, and one asked for long enough would hold the whole index.
"""

from __future__ import annotations

import mmap
from collections.abc import Sequence
from pathlib import Path

from index.engines.native.segment import Segment

MOST_MAPPED = 240 << 20
"""Bytes of mapped files that a process keeps: some hundred thousand quotes' arrays whole, of more those read last."""
LOOKED_EVERY = 64
"""Searches between two looks at how much it is."""

_MEMORY = Path("/proc/self/statm")


class Residence:
    """Lets go of the pages of mapped files once this process holds too many. What is read again comes back by itself:
    sixteen pages in a microsecond or two, while the system has them."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._searches = 0

    def look(self) -> None:
        """To be called for each search; any thread may, while others read."""
        self._searches += 1
        if self._searches % LOOKED_EVERY == 0 and _mapped() > MOST_MAPPED:
            for segment in self._segments:
                segment.let_go()


def _mapped() -> int:
    """Bytes of files that this process has mapped and touched; 0 where the system does not tell (only Linux does)."""
    try:
        return int(_MEMORY.read_bytes().split()[2]) * mmap.PAGESIZE
    except OSError:
        return 0
