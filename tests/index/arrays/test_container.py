from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.arrays.container import MappedArrays, write_arrays

ARRAYS = {
    "small": np.array([1, 2, 3], dtype=np.uint8),
    "none": np.zeros(0, dtype=np.int64),
    "large": np.array([2**40, -1], dtype=np.int64),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with (tmp_path / "some.arrays").open("wb") as file:
        write_arrays(file, ARRAYS.items())
    return tmp_path / "some.arrays"


def test_arrays_come_back_as_they_were_written(path: Path) -> None:
    read = MappedArrays(path)
    assert {name: (array.dtype, array.tolist()) for name, array in read.items()} == {
        name: (array.dtype, array.tolist()) for name, array in ARRAYS.items()
    }


def test_what_is_mapped_cannot_be_written_to(path: Path) -> None:
    with pytest.raises(ValueError, match="read-only"):
        MappedArrays(path)["small"][0] = 9


@pytest.mark.parametrize(
    "kept", [1, 20, 40, 100, -8, -1], ids=["magic", "first array", "array", "last array", "length", "a byte"]
)
def test_a_file_that_was_cut_off_is_refused(path: Path, kept: int) -> None:
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(ValueError):
        MappedArrays(path)
