"""Many ranges of whole numbers as one array: what stands in several places of an array is taken out at once."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def ranges(starts: NDArray[Any], sizes: NDArray[Any]) -> NDArray[np.int64]:
    """So many whole numbers from each of `starts` on, one range after the other."""
    sizes = sizes.astype(np.int64, copy=False)
    numbers = np.repeat(starts - (np.cumsum(sizes) - sizes), sizes)
    numbers += np.arange(len(numbers))
    return np.asarray(numbers, dtype=np.int64)
