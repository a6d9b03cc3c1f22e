"""A quoted region: words between quotation marks, on one line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct


class Region(Struct, frozen=True, gc=False):
    """Quoted words ``start:end`` without marks and outer white space; ``outer_start:outer_end`` with their marks.
    `closed`: its closing mark is there; `continues`: it goes on with the words of the region before it."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    closed: bool = True
    continues: bool = False


def outside(regions: Sequence[Region], others: Sequence[Region]) -> list[Region]:
    """Those of `regions` that begin in none of the `others`; both are sorted, and none overlaps one of its own."""
    starts = [other.outer_start for other in others]
    kept = []
    for region in regions:
        index = bisect_right(starts, region.outer_start) - 1
        if index < 0 or others[index].outer_end <= region.outer_start or others[index] == region:
            kept.append(region)
    return kept
