"""One segment's files: columns (and lengths of fields, and where the kept bytes are), postings, and the kept bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.arrays.container import AnyArray, MappedArrays, Output, Part, named, write_arrays
from index.columns import Columns
from index.engines.native.kept import Kept
from index.engines.native.postings import Postings, postings_from

COLUMNS, POSTINGS, KEPT = ".columns", ".postings", ".kept"
"""How the names of a segment's files end."""

LengthBytes = Mapping[str, NDArray[np.uint8]]
"""By field, a byte a document for how long the field is there."""


class Segment:
    """A segment that was written, mapped. `files` is the path of its files without their endings. Raises ValueError or
    OSError for files that are none."""

    def __init__(self, files: str) -> None:
        self._files = files
        self._columns = MappedArrays(Path(files + COLUMNS))
        self.columns = Columns(Part(self._columns, "columns"))
        self.documents = len(self.columns)
        self.kept = Kept(Part(self._columns, "kept"), Path(files + KEPT))
        self.postings = lru_cache(maxsize=None)(self._field)

    @cached_property
    def _postings(self) -> MappedArrays:
        return MappedArrays(Path(self._files + POSTINGS))

    @cached_property
    def length_bytes(self) -> LengthBytes:
        return dict(Part(self._columns, "lengths"))

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The fields that have postings."""
        return tuple(dict.fromkeys(name.rpartition("/")[0] for name in self._postings))

    def let_go(self) -> None:
        """Give the pages of its files that were touched back to the system."""
        self._columns.let_go()
        self._postings.let_go()

    def _field(self, field: str) -> Postings | None:
        return postings_from(Part(self._postings, field)) if f"{field}/rows" in self._postings else None


def write_columns(
    output: Output, columns: Mapping[str, AnyArray], length_bytes: LengthBytes, kept: Mapping[str, AnyArray]
) -> None:
    """The file of columns; that of the kept bytes is written as they come."""
    arrays = {**named("columns", columns), **named("lengths", length_bytes), **named("kept", kept)}
    write_arrays(output, arrays.items())


def write_postings(output: Output, postings: Iterable[tuple[str, Postings]]) -> None:
    """The file of postings, a field at a time."""
    write_arrays(output, chain.from_iterable(map(_named, postings)))  # which lets go of one field before the next


def _named(field: tuple[str, Postings]) -> Iterable[tuple[str, AnyArray]]:
    return named(field[0], field[1].arrays()).items()
