"""How many of the found quotes have which value: each facet counted as if its own filter were not set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from index.columns import Dimension, Integers
from index.contract import FacetValue
from index.documents import Value
from index.found import Found
from index.grouping import Groups

MAX_VALUES = 100


def facets(
    names: tuple[str, ...], several: Sequence[Found], groups: Groups | None = None
) -> dict[str, list[FacetValue]]:
    """The asked-for facets, at most MAX_VALUES values each, by falling count, then label. With `groups` the quotes of
    a cluster count once."""
    return {name: _facet(name, several, groups) for name in names}


def counted(counts: Sequence[tuple[Dimension, Integers]], at_most: int | None = None) -> list[tuple[Value, int]]:
    """The values that most documents of all segments have, each with how many do, by falling count, then label. Of each
    segment `counts` says how many documents have which value."""
    if len(counts) == 1:
        return _counted_in_one(*counts[0], at_most)
    totals: Counter[bytes] = Counter()
    for dimension, counted_here in counts:
        for number in np.flatnonzero(counted_here).tolist():
            totals[dimension.vocabulary.text(number)] += int(counted_here[number])
    least = sorted(totals.values(), reverse=True)[:at_most][-1:] if at_most else [0]
    dimensions = [dimension for dimension, _ in counts]
    values = [(told(text, dimensions), count) for text, count in totals.items() if count >= least[0]]
    return sorted(values, key=lambda value: (-value[1], value[0].label, value[0].value))[:at_most]


def _facet(name: str, several: Sequence[Found], groups: Groups | None) -> list[FacetValue]:
    counts = groups.counts(name) if groups else [_quotes(name, found) for found in several]
    return [FacetValue(value.value, value.label, count) for value, count in counted(counts, MAX_VALUES)]


def _quotes(name: str, found: Found) -> tuple[Dimension, Integers]:
    dimension = found.columns.dimension(name)
    return dimension, dimension.counts(found.but(name))


def _counted_in_one(dimension: Dimension, counts: Integers, at_most: int | None) -> list[tuple[Value, int]]:
    vocabulary = dimension.vocabulary
    numbers = np.flatnonzero(counts)
    if at_most and len(numbers) > at_most:
        least = np.partition(counts[numbers], len(numbers) - at_most)[len(numbers) - at_most]
        numbers = numbers[counts[numbers] >= least]
    first = np.lexsort((vocabulary.label_order[numbers], -counts[numbers]))[:at_most]
    return [(vocabulary.told(number)[1], int(counts[number])) for number in numbers[first].tolist()]


def told(text: bytes, dimensions: Sequence[Dimension]) -> Value:
    """What the latest change that tells of a value tells."""
    told: Mapping[int, Value] = dict(
        dimension.vocabulary.told(number) for dimension in dimensions if (number := dimension.vocabulary.number(text))
    )
    return told[max(told)]
