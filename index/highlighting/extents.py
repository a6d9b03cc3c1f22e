"""From where to where a text is marked."""

from __future__ import annotations

from collections.abc import Sequence

Extent = tuple[int, int]
"""Offsets in code points, half-open."""


def merged(extents: Sequence[Extent]) -> Sequence[Extent]:
    """In order, overlapping ones made one."""
    if len(extents) < 2:  # as nearly always
        return extents
    whole: list[Extent] = []
    for start, end in sorted(extents):
        if whole and start < whole[-1][1]:
            whole[-1] = whole[-1][0], max(end, whole[-1][1])
        else:
            whole.append((start, end))
    return whole
