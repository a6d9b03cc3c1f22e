"""Whole numbers in as few bytes as they fit: what is searched is read through, and half the bytes are half the time."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def as_small_as_they_fit(numbers: NDArray[Any]) -> NDArray[Any]:
    """The same numbers, none of them negative, as uint8, uint16, uint32 or int64."""
    greatest = int(numbers.max()) if len(numbers) else 0
    return numbers.astype(np.min_scalar_type(greatest) if greatest < 1 << 32 else np.int64)
