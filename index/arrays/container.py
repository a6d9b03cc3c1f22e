"""Many one-dimensional arrays in one file that is mapped, not read: opening costs the same whatever its size.

A line that names the format, the arrays, each at a multiple of 64 bytes, the directory of them as JSON, and eight bytes
(little-endian) with its length: so an array is written as soon as it is made. Nothing in it is ever executed.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

_MAGIC = b"onrecord arrays 2\n"
_LENGTH = 8
_ALIGNMENT = 64
_AT_ONCE = 1 << 20
"""Bytes that are gathered before they are written; what is larger is written from where it is."""
_DTYPES = ("|u1", "<u2", "<u4", "<u8", "<i4", "<i8", "<f8")

AnyArray = NDArray[Any]


class _Place(msgspec.Struct, frozen=True, array_like=True):
    """Where an array is: `offset` in bytes from the start of the file, `count` in items."""

    dtype: str
    offset: int
    count: int


class Output(Protocol):
    """What arrays are written to."""

    def write(self, data: Any, /) -> Any: ...


def write_arrays(output: Output, arrays: Iterable[tuple[str, AnyArray]]) -> None:
    """Write all arrays, by name, each before the next is asked for."""
    places: dict[str, _Place] = {}
    gathered, end = bytearray(_MAGIC), len(_MAGIC)
    for name, array in arrays:
        start = _aligned(end)
        places[name] = _Place(array.dtype.str, start, len(array))
        gathered += bytes(start - end)
        end = start + array.nbytes
        if array.nbytes < _AT_ONCE:
            gathered += array.tobytes()
        if len(gathered) >= _AT_ONCE or array.nbytes >= _AT_ONCE:
            output.write(gathered)
            gathered = bytearray()
        if array.nbytes >= _AT_ONCE:
            output.write(np.ascontiguousarray(array).data.cast("B"))
    directory = msgspec.json.encode(places)
    output.write(gathered + directory + len(directory).to_bytes(_LENGTH, "little"))


class MappedArrays(Mapping[str, AnyArray]):
    """The arrays of a file, read-only, each made when it is asked for. Raises ValueError for a file that is not as
    `write_arrays` makes it, OSError if it cannot be read."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._data[: len(_MAGIC)] != _MAGIC:
            raise ValueError(f"{path.name} holds no arrays")
        after = len(self._data) - _LENGTH
        start = after - int.from_bytes(self._data[after:], "little")
        if start < len(_MAGIC):
            raise ValueError(f"{path.name} is cut off")
        self._places = msgspec.json.decode(self._data[start:after], type=dict[str, _Place])
        if self._places and self._end_of_last() > start:
            raise ValueError(f"{path.name} is cut off")

    def __getitem__(self, name: str) -> AnyArray:
        place = self._places[name]
        if place.dtype not in _DTYPES or place.offset < 0 or place.count < 0:
            raise ValueError(f"there are no arrays like {place}")
        return np.frombuffer(self._data, dtype=place.dtype, count=place.count, offset=place.offset)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def let_go(self) -> None:
        """Give the pages that were touched back to the system; what is read again is mapped again."""
        self._data.madvise(mmap.MADV_DONTNEED)

    def _end_of_last(self) -> int:
        last = self._places[next(reversed(self._places))]
        return last.offset + last.count * np.dtype(last.dtype).itemsize


class Part(Mapping[str, AnyArray]):
    """Those of some arrays whose names begin with `name` and a stroke, by the rest of their names."""

    def __init__(self, arrays: Mapping[str, AnyArray], name: str) -> None:
        self._arrays, self._prefix = arrays, f"{name}/"

    def __getitem__(self, name: str) -> AnyArray:
        return self._arrays[self._prefix + name]

    def __iter__(self) -> Iterator[str]:
        return (name.removeprefix(self._prefix) for name in self._arrays if name.startswith(self._prefix))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def named(name: str, arrays: Mapping[str, AnyArray]) -> dict[str, AnyArray]:
    """Arrays under the names by which a `Part` called `name` finds them."""
    return {f"{name}/{own}": array for own, array in arrays.items()}


def _aligned(offset: int) -> int:
    return -(-offset // _ALIGNMENT) * _ALIGNMENT
