"""Many one-dimensional arrays in one file that is mapped, not read: opening costs the same whatever its size.

A line that names the format, eight bytes (little-endian) with the length of the directory, the directory as JSON, and
the arrays, each at a multiple of 64 bytes after the directory. Nothing in it is ever executed.
"""

from __future__ import annotations

import mmap
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

_MAGIC = b"onrecord arrays 1\n"
_ALIGNMENT = 64
_DTYPES = ("uint8", "uint16", "uint32", "int32", "int64", "uint64")

AnyArray = NDArray[Any]


class _Place(msgspec.Struct, frozen=True):
    """Where an array is: `offset` in bytes from the end of the directory, `count` in items."""

    dtype: str
    offset: int
    count: int


class Output(Protocol):
    """What arrays are written to."""

    def write(self, data: bytes, /) -> Any: ...


def write_arrays(output: Output, arrays: Mapping[str, AnyArray]) -> None:
    """Write all arrays, by name."""
    places: dict[str, _Place] = {}
    end = 0
    for name, array in arrays.items():
        places[name] = _Place(array.dtype.name, _aligned(end), len(array))
        end = _aligned(end) + array.nbytes
    directory = msgspec.json.encode(places)
    start = len(_MAGIC) + 8 + len(directory)
    output.write(_MAGIC + len(directory).to_bytes(8, "little") + directory + bytes(_aligned(start) - start))
    written = 0
    for name, array in arrays.items():
        output.write(bytes(places[name].offset - written) + np.ascontiguousarray(array).tobytes())
        written = places[name].offset + array.nbytes


def map_arrays(path: Path) -> dict[str, AnyArray]:
    """The arrays of a file, read-only. Raises ValueError if it is not as `write_arrays` makes it, OSError if it cannot
    be read."""
    with path.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    head = len(_MAGIC) + 8
    if data[: len(_MAGIC)] != _MAGIC:
        raise ValueError(f"{path.name} holds no arrays")
    length = int.from_bytes(data[len(_MAGIC) : head], "little")
    places = msgspec.json.decode(data[head : head + length], type=dict[str, _Place])
    start = _aligned(head + length)
    return {name: _mapped(data, place, start) for name, place in places.items()}


def _mapped(data: mmap.mmap, place: _Place, start: int) -> AnyArray:
    if place.dtype not in _DTYPES or place.offset < 0 or place.count < 0:
        raise ValueError(f"there are no arrays like {place}")
    return np.frombuffer(data, dtype=place.dtype, count=place.count, offset=start + place.offset)


def _aligned(offset: int) -> int:
    return -(-offset // _ALIGNMENT) * _ALIGNMENT
