"""Which words stand beside each occurrence of a word, in a byte a side: so nearly all occurrences of a phrase's rarest
word that are not in the phrase are told at a glance, without reading where its other words stand.

A nextword index (H. Williams, J. Zobel, D. Bahle: Fast Phrase Querying with Combined Indexes, 2004) with signatures in
the place of its lists (C. Faloutsos, S. Christodoulakis: Signature Files, 1984): two bytes an occurrence, read from
front to end.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

_NOTHING, SEVERAL = 0, 255
"""No word stands right there; or several do at one place (*Russia's* is also russia), of which any may fit."""

_FEW = 32
"""So many occurrences are looked at one by one: that costs less than the ten calls that numpy takes for any number."""

Integers = NDArray[np.int64]
Sides = NDArray[np.uint16]
"""For each occurrence the sign of what stands before it (times 256), and the sign of what stands after it."""


def sign_of(word: bytes) -> int:
    """1 to 254: some words in a thousand have the same."""
    return 1 + crc32(word) % (SEVERAL - 1)


def signs_of(words: Sequence[bytes]) -> NDArray[np.uint8]:
    return np.fromiter(map(sign_of, words), dtype=np.uint8, count=len(words))


def sides_of(signs: NDArray[np.uint8], documents: NDArray[np.int32], positions: NDArray[np.integer]) -> Sides:
    """What stands beside occurrences of words with these signs; they come by document, then position."""
    if not len(signs):
        return np.zeros(0, dtype=np.uint16)
    places = documents.astype(np.int64) << 32 | positions.astype(np.int64)
    starts = np.flatnonzero(np.concatenate(([True], places[1:] != places[:-1])))
    counts = np.diff(starts, append=len(places))
    here = np.where(counts > 1, SEVERAL, signs[starts]).astype(np.uint16)
    follows = np.diff(places[starts]) == 1
    sides = np.full(len(starts), _NOTHING, dtype=np.uint16)
    sides[1:] = here[:-1] * follows << 8
    sides[:-1] |= here[1:] * follows
    return sides.repeat(counts)


def between(sides: Sides, before: int | None, after: int | None) -> list[int] | Integers:
    """Which occurrences may stand right between words with these signs (None: any): all that do, and few others."""
    if len(sides) <= _FEW:
        fit_before, fit_after = _fitting(before), _fitting(after)
        return [n for n, both in enumerate(sides.tolist()) if both >> 8 in fit_before and both & 255 in fit_after]
    found: Integers | None = None
    of_sides = sides.view(np.uint8)
    for sign, there in ((after, of_sides[::2]), (before, of_sides[1::2])):
        if sign is not None:
            own = there if found is None else there[found]
            fits = np.flatnonzero((own == sign) | (own == SEVERAL))
            found = fits if found is None else found[fits]
    return np.arange(len(sides)) if found is None else found


def _fitting(sign: int | None) -> Container[int]:
    return range(SEVERAL + 1) if sign is None else (sign, SEVERAL)
