"""The forms under which runs of characters between spaces are found, all runs at once: most are a plain word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.analysis import plain_word, stems, tokens_of

Integers = NDArray[np.int64]
_Entries = Mapping[int, Sequence[tuple[str, int]]]
"""By number of a run, its forms, each with its position in the run."""


@dataclass(frozen=True, slots=True)
class Forms:
    """`names` are all forms, sorted. Run r is found by `counts[r]` of them, whose numbers are in `numbers` from
    `starts[r]` on; `places` are their positions within the run."""

    names: list[bytes]
    starts: Integers
    counts: Integers
    numbers: NDArray[np.int32]
    places: NDArray[np.uint32]


def forms_of_runs(runs: Sequence[str]) -> tuple[Forms, Forms, Integers]:
    """The forms of runs, stemmed and unstemmed, and how many positions each run takes."""
    plain = {number: word for number, run in enumerate(runs) if (word := plain_word(run)) is not None}
    others = {number: tokens_of(run) for number, run in enumerate(runs) if number not in plain}
    stemmed: dict[int, list[tuple[str, int]]] = {}
    unstemmed: dict[int, list[tuple[str, int]]] = {}
    widths = np.ones(len(runs), dtype=np.int64)
    for number, tokens in others.items():
        stemmed[number] = [(form, token.position) for token in tokens for form in token.stems]
        unstemmed[number] = [(form, token.position) for token in tokens for form in token.words]
        widths[number] = len(tokens)
    words = list(plain.values())
    numbers = np.fromiter(plain, dtype=np.int64, count=len(plain))
    return _forms(numbers, stems(words), stemmed), _forms(numbers, words, unstemmed), widths


def _forms(plain: Integers, words: Sequence[str], others: _Entries) -> Forms:
    """`plain` are the numbers of runs that are one of `words` each."""
    forms, places = list(words), [0] * len(words)
    starts = np.zeros(len(plain) + len(others), dtype=np.int64)
    counts = np.ones_like(starts)
    starts[plain] = np.arange(len(plain))
    for number, entries in others.items():
        starts[number], counts[number] = len(forms), len(entries)
        forms += [form for form, _ in entries]
        places += [place for _, place in entries]
    names = sorted(set(forms))
    numbers = dict(zip(names, range(len(names)), strict=True))
    return Forms(
        [name.encode() for name in names],  # in the order of their bytes, which is that of their code points
        starts,
        counts,
        np.fromiter(map(numbers.__getitem__, forms), dtype=np.int32, count=len(forms)),
        np.array(places, dtype=np.uint32),
    )
