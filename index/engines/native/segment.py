"""One segment's arrays: what is written beside what the indexing library writes, and mapped to be searched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.engines.native.container import AnyArray, Output, map_arrays, write_arrays
from index.engines.native.postings import Postings, postings_from

_DAYS = "days"


@dataclass(frozen=True, slots=True)
class Segment:
    """`documents` are all that were written, deleted ones too. `days` has an entry for each of them, by field."""

    documents: int
    postings: Mapping[str, Postings]
    days: Mapping[str, NDArray[np.int32]]

    def write(self, output: Output) -> None:
        """Write what `mapped` reads."""
        arrays: dict[str, AnyArray] = {"documents": np.array([self.documents], dtype=np.int64)}
        for field, postings in self.postings.items():
            arrays |= {f"{field}/{name}": array for name, array in postings.arrays().items()}
        arrays |= {f"{field}/{_DAYS}": days for field, days in self.days.items()}
        write_arrays(output, arrays)


def mapped(path: Path) -> Segment:
    """A segment that `write` wrote. Raises ValueError or OSError for a file that is none."""
    fields: dict[str, dict[str, AnyArray]] = {}
    for name, array in map_arrays(path).items():
        field, _, own = name.rpartition("/")
        fields.setdefault(field, {})[own] = array
    documents = int(fields.pop("")["documents"][0])
    days = {field: arrays[_DAYS] for field, arrays in fields.items() if _DAYS in arrays}
    postings = {field: postings_from(arrays) for field, arrays in fields.items() if field not in days}
    return Segment(documents, postings, days)
