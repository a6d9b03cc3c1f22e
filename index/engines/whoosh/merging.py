# mypy: disable-error-code="no-untyped-call"
"""Which segments are made one. Every segment costs every search a little, and a merge costs one change much: so small
ones are left until there are some, and then merged with those that are not much larger.

So each document is written again only about as often as the index doubles (P. O'Neil et al.: The Log-Structured
Merge-Tree, 1996).
"""

from __future__ import annotations

from typing import Any

from whoosh.reading import SegmentReader

MOST_SEGMENTS = 6
"""Segments that are left as they are; with the one being written there is one more."""
NOT_MUCH_LARGER = 2


def merge_rarely(writer: Any, segments: list[Any]) -> list[Any]:
    """A merge policy of Whoosh: adds to `writer` what is to be merged, gives the segments that stay."""
    if len(segments) <= MOST_SEGMENTS:
        return segments
    smallest_first = sorted(segments, key=lambda segment: segment.doc_count_all())
    merged = _how_many([segment.doc_count_all() for segment in smallest_first])
    for segment in smallest_first[:merged]:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
    return smallest_first[merged:]


def _how_many(sizes: list[int]) -> int:
    """How many of the smallest segments are merged: at least two, and on as long as the next one is not much larger
    than those before it together."""
    many, together = 2, sum(sizes[:2])
    while many < len(sizes) and sizes[many] <= NOT_MUCH_LARGER * together:
        together += sizes[many]
        many += 1
    return many
