"""How many of the found quotes have which value: each facet counted as if its own filter were not set."""

from __future__ import annotations

from index.columns import Booleans, Columns
from index.contract import FacetValue
from index.filtering import Filters

MAX_VALUES = 100


def facets(
    names: tuple[str, ...], matched: Booleans, filters: Filters, columns: Columns
) -> dict[str, list[FacetValue]]:
    """The asked-for facets, at most MAX_VALUES values each, by falling count, then label."""
    return {name: _facet(name, filters.passing(matched, but=name), columns) for name in names}


def _facet(name: str, among: Booleans, columns: Columns) -> list[FacetValue]:
    found = columns.dimensions[name].counts(among, MAX_VALUES)
    return [FacetValue(value.value, value.label, count) for value, count in found]
