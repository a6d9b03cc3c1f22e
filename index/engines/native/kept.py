"""What is kept of each document as bytes: its facts and its payload, one after the other in a file."""

from __future__ import annotations

import os
import weakref
from array import array
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.arrays.container import AnyArray, Output


class Kept:
    """The bytes of a segment's documents, read when asked for. Not mapped: the system maps sixteen pages around each
    that is touched, so that every page of ten hits would make a worker larger by half a megabyte."""

    def __init__(self, arrays: Mapping[str, AnyArray], path: Path) -> None:
        self._starts, self._facts, self._payloads = (arrays[name].data for name in ("starts", "facts", "payloads"))
        self._file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        weakref.finalize(self, os.close, self._file)

    def expect(self, row: int) -> None:
        """Have the system begin to read what will soon be asked for: from a cold disk ten documents then come at once,
        and not one after the other."""
        if hasattr(os, "posix_fadvise"):  # not on macOS
            size = self._facts[row] + self._payloads[row]
            os.posix_fadvise(self._file, self._starts[row], size, os.POSIX_FADV_WILLNEED)

    def facts(self, row: int) -> bytes:
        return os.pread(self._file, self._facts[row], self._starts[row])

    def payload(self, row: int) -> bytes:
        return os.pread(self._file, self._payloads[row], self._starts[row] + self._facts[row])


class GatheredKept:
    """Writes what is kept, and remembers where."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._facts = array("I")
        self._payloads = array("I")

    def add(self, facts: Sequence[bytes], payloads: Sequence[bytes]) -> None:
        """The next documents' facts and payloads."""
        self._output.write(b"".join(chain.from_iterable(zip(facts, payloads, strict=True))))
        self._facts.extend(map(len, facts))
        self._payloads.extend(map(len, payloads))

    def arrays(self, order: NDArray[np.int64]) -> dict[str, AnyArray]:
        """What `Kept` reads, with these of the documents in this order."""
        facts, payloads = (np.frombuffer(sizes, dtype=np.uint32) for sizes in (self._facts, self._payloads))
        ends = np.cumsum(facts.astype(np.int64) + payloads)
        starts = np.concatenate((np.zeros(1, dtype=np.int64), ends))[:-1]
        return {"starts": starts[order], "facts": facts[order], "payloads": payloads[order]}
