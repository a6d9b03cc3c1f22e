"""The forms under which runs of characters between spaces are found, all runs at once: most are a plain word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from index.analysis import plain_word, stems, tokens_of

Integers = NDArray[np.int64]
_Entries = Mapping[int, Sequence[tuple[str, int]]]
"""By number of a run, its forms, each with its position in the run."""


@dataclass(frozen=True, slots=True)
class Forms:
    """Run r is found by `counts[r]` forms, whose numbers are in `numbers` from `starts[r]` on; `places` are their
    positions within the run."""

    starts: Integers
    counts: NDArray[np.int32]
    numbers: NDArray[np.int32]
    places: NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Analysed:
    """What runs are found by, stemmed or not, and how many positions each takes. `names` are the forms of both, in the
    order of their bytes."""

    names: list[bytes]
    stems: Forms
    words: Forms
    widths: NDArray[np.int32]


def analysed(runs: Sequence[str]) -> Analysed:
    """What these runs are found by."""
    plain = list(map(plain_word, runs))
    others = {number: tokens_of(runs[number]) for number, word in enumerate(plain) if word is None}
    stemmed = {n: [(form, token.position) for token in tokens for form in token.stems] for n, tokens in others.items()}
    unstemmed = {
        n: [(form, token.position) for token in tokens for form in token.words] for n, tokens in others.items()
    }
    words = [word for word in plain if word is not None]
    their_stems = stems(words)
    met = {*words, *their_stems}
    met.update(form for entries in (*stemmed.values(), *unstemmed.values()) for form, _ in entries)
    names = sorted(met)  # code points have the order of their bytes in UTF-8
    numbers = dict(zip(names, range(len(names)), strict=True))
    widths = np.ones(len(runs), dtype=np.int32)
    widths[list(others)] = [len(tokens) for tokens in others.values()]
    return Analysed(
        [name.encode() for name in names],
        _forms(their_stems, stemmed, numbers),
        _forms(words, unstemmed, numbers),
        widths,
    )


def _forms(words: Sequence[str], others: _Entries, numbers: Mapping[str, int]) -> Forms:
    """Each run is found by the next of `words`, but for the `others`."""
    entries = list(chain.from_iterable(others.values()))
    where = np.fromiter(others, dtype=np.int64, count=len(others))
    sizes = np.fromiter(map(len, others.values()), dtype=np.int32, count=len(others))
    counts = np.ones(len(words) + len(others), dtype=np.int32)
    counts[where] = sizes
    is_plain = np.ones(len(counts), dtype=np.bool_)
    is_plain[where] = False
    starts = np.zeros(len(counts), dtype=np.int64)
    starts[is_plain] = np.arange(len(words))
    starts[where] = len(words) + np.cumsum(sizes) - sizes
    forms = chain(words, [form for form, _ in entries])
    places = np.zeros(len(words) + len(entries), dtype=np.uint32)
    places[len(words) :] = [place for _, place in entries]
    return Forms(
        starts, counts, np.fromiter(map(numbers.__getitem__, forms), dtype=np.int32, count=len(places)), places
    )
