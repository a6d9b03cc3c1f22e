"""The order of the found quotes, always total: equal ones go newer published first, then by id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.columns import NO_FIRST_DAY, UNDATED, Columns, Rows, newest_first
from index.contract import Sort
from index.cursors import Cursor
from index.found import Found, Scores

Keys = NDArray[Any]
"""Numbers that rise in the order that is wanted."""


@dataclass(frozen=True)
class Leading:
    """The first documents of one segment, in order. What orders them: `primary`, then `published`, then the id."""

    found: Found
    sort: Sort
    rows: Rows
    scores: Scores | None

    def __len__(self) -> int:
        return len(self.rows)

    def id_of(self, place: int) -> str:
        return self.found.columns.id_of(int(self.rows[place]))

    @cached_property
    def primary(self) -> Keys:
        return _keys(self.sort, self.found.columns, self.rows, self.scores)

    @cached_property
    def published(self) -> Keys:
        return newest_first(self.found.columns.published_second[self.rows])


def leading(found: Found, sort: Sort, count: int, after: Cursor | None, *, scored: bool) -> tuple[Leading, int]:
    """The first `count` documents that come after the cursor, and how many do."""
    columns = found.columns
    best = found.best(count) if scored and after is None else None
    if best is not None:
        return Leading(found, sort, *best), len(found.rows)
    rows, scores = found.scored() if scored else (found.rows, None)
    if after is not None:
        later = _comes_later(columns, rows, _keys(sort, columns, rows, scores), after)
        rows, scores = rows[later], None if scores is None else scores[later]
    if sort == "-published_at" or (sort == "relevance" and scores is None):
        places = _first_ranks(columns, rows, count)
    else:
        places = _first(_keys(sort, columns, rows, scores), lambda some: columns.ranks(rows[some]), count)
    return Leading(found, sort, rows[places], None if scores is None else scores[places]), len(rows)


def merged(several: Sequence[Leading], skip: int, count: int) -> list[tuple[Leading, int]]:
    """Of all segments' documents those that come after the first `skip`, up to the first `count`: which segment's, and
    the place there."""
    if len(several) < 2:
        return [(leading, place) for leading in several for place in range(skip, min(count, len(leading)))]
    primary = np.concatenate([leading.primary for leading in several])
    published = np.concatenate([leading.published for leading in several])
    segments = np.repeat(np.arange(len(several)), [len(leading) for leading in several])
    places = np.concatenate([np.arange(len(leading)) for leading in several])
    order = np.lexsort((published, primary))
    begin, end = _without_splitting_equals(primary[order], published[order], skip, count)
    entries = [
        (primary[entry].item(), published[entry].item(), several[segment].id_of(place), segment, place)
        for entry in order[begin:end].tolist()
        for segment, place in [(int(segments[entry]), int(places[entry]))]
    ]
    return [(several[segment], place) for *_, segment, place in sorted(entries)[skip - begin : count - begin]]


def _without_splitting_equals(primary: Keys, published: Keys, skip: int, count: int) -> tuple[int, int]:
    """The first and the last place widened, so that neither stands between two documents that only ids tell apart."""
    differ = (primary[1:] != primary[:-1]) | (published[1:] != published[:-1])
    borders = np.concatenate(([0], np.flatnonzero(differ) + 1, [len(primary)]))
    begin = int(borders[borders.searchsorted(min(skip, len(primary)), "right") - 1])
    return begin, int(borders[borders.searchsorted(min(count, len(primary)))])


def _keys(sort: Sort, columns: Columns, rows: Rows, scores: Scores | None) -> Keys:
    """What decides first. Undated quotes come last either way."""
    if sort == "relevance":
        return -scores if scores is not None else np.zeros(len(rows))
    if sort == "-published_at":
        return newest_first(columns.published_second[rows])
    said = columns.said_first[rows].astype(np.int64)
    said[said == NO_FIRST_DAY] = UNDATED
    return said if sort == "said_at" else newest_first(said)


def _first_ranks(columns: Columns, rows: Rows, count: int) -> NDArray[np.int64]:
    """The places of the first `count` rows by rank; they rise."""
    if columns.is_in_order or not len(rows):
        return np.arange(min(count, len(rows)))
    ranks = columns.ranks(rows)
    places = np.argpartition(ranks, min(count, len(rows)) - 1)[:count]
    return np.asarray(places[np.argsort(ranks[places])], dtype=np.int64)


def _first(keys: Keys, ranks: Callable[[NDArray[np.int64]], Keys], count: int) -> NDArray[np.int64]:
    """The places of the first `count` by key, then rank: only those that can be among them are sorted."""
    places = np.arange(len(keys))
    if len(keys) < 2:
        return places[:count]
    if 0 < count < len(keys):
        limit = np.partition(keys, count - 1)[count - 1]
        below, equal = np.flatnonzero(keys < limit), np.flatnonzero(keys == limit)
        missing = count - len(below)
        if missing < len(equal):
            equal = equal[np.argpartition(ranks(equal), missing - 1)[:missing]]
        places = np.concatenate((below, equal))
    return places[np.lexsort((ranks(places), keys[places]))][:count]


def _comes_later(columns: Columns, rows: Rows, primary: Keys, after: Cursor) -> NDArray[np.bool_]:
    """Which documents come after the one that a cursor names, whether or not it is still there."""
    published = newest_first(columns.published_second[rows])
    place = columns.ids.place(after.id.encode("utf-8", "replace"))
    is_here = columns.ids.find(after.id.encode("utf-8", "replace")) is not None
    ids = columns.id_numbers[rows]
    later_id = ids > place if is_here else ids >= place
    return np.asarray(
        (primary > after.primary)
        | ((primary == after.primary) & ((published > after.published) | ((published == after.published) & later_id)))
    )
