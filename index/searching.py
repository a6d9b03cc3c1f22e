"""A request's way to its answer: read the query, find, filter, sort, page, count, highlight. Start reading here."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from corpus.errors import CursorExpired
from index import cursors
from index.checking import check
from index.columns import UNDATED, Booleans, Integers
from index.contract import Hit, SearchAnswer, SearchRequest, Sort
from index.facets import facets
from index.filtering import Filters
from index.highlighting import highlights
from index.opening import Index
from index.query import Parsed, explain, parse
from index.query.syntax import Everything, dates_in
from index.snapshot import Snapshot
from index.sorting import Order, ordered

Scores = NDArray[np.float64]


def search(index: Index, request: SearchRequest) -> SearchAnswer:
    """One page of the quotes that `request` finds.

    Raises QuerySyntaxError (with the place in `q`), InvalidRequest (with the parameter), CursorExpired for a relevance
    cursor of another state, and IndexUnavailable.
    """
    check(request)
    parsed = parse(request.q)
    return index.use(lambda snapshot: answer(snapshot, request, parsed))


def answer(snapshot: Snapshot, request: SearchRequest, parsed: Parsed) -> SearchAnswer:
    """The same on an opened state, for a request that is checked and whose query is parsed."""
    return _Search(snapshot, request, parsed).answer()


class _Search:
    """One request on one state of the index."""

    def __init__(self, snapshot: Snapshot, request: SearchRequest, parsed: Parsed) -> None:
        self._snapshot, self._request, self._parsed = snapshot, request, parsed
        self._sort: Sort = request.sort or ("relevance" if parsed.has_words else "-published_at")
        self._filters = Filters(request, snapshot.columns)
        self._warnings = list(parsed.warnings)

    def answer(self) -> SearchAnswer:
        columns, request = self._snapshot.columns, self._request
        numbers, scores = self._found()
        matched = np.zeros(columns.documents, dtype=np.bool_)
        matched[numbers] = True
        self._warn_of_undated(matched)
        kept = self._filters.passing(matched)[numbers]
        order = ordered(self._sort, numbers[kept], None if scores is None else scores[kept], columns)
        hits, next_cursor = self._page(order)
        return SearchAnswer(
            interpreted=explain(self._parsed.tree, request.match),
            warnings=tuple(self._warnings),
            total=len(order.numbers),
            hits=hits,
            state=self._snapshot.state,
            facets=facets(request.facets, matched, self._filters, columns),
            next_cursor=next_cursor,
        )

    def _found(self) -> tuple[Integers, Scores | None]:
        """What the query finds, before any filter; scores only where they decide the order."""
        if isinstance(self._parsed.tree, Everything):
            return np.flatnonzero(self._snapshot.columns.live), None
        scored = self._sort == "relevance" and self._parsed.has_words
        return self._snapshot.reading.find(self._parsed.tree, self._request.match, scored=scored)

    def _page(self, order: Order) -> tuple[tuple[Hit, ...], str | None]:
        limit, skip = self._request.limit, 0
        if self._request.cursor:
            order = self._after_cursor(order, self._request.cursor)
        elif self._request.page:
            skip = (self._request.page - 1) * limit
        places = order.first(skip + limit)[skip:]
        hits = tuple(self._hit(order, int(place)) for place in places)
        more = len(order.numbers) > skip + limit
        return hits, self._cursor(order, int(places[-1])) if more and len(places) else None

    def _hit(self, order: Order, place: int) -> Hit:
        number = int(order.numbers[place])
        reading, request = self._snapshot.reading, self._request
        score = None if order.scores is None else float(order.scores[place])
        tree, match = self._parsed.tree, request.match
        marked = highlights(reading.facts(number), tree, match) if request.highlight and self._parsed.has_words else ()
        return Hit(str(self._snapshot.columns.ids[number]), reading.payload(number), score, marked)

    # -------------------------------------------------------------------------------------------- cursors

    def _cursor(self, order: Order, place: int) -> str:
        last = str(self._snapshot.columns.ids[order.numbers[place]])
        keys = order.primary[place].item(), int(order.published[place])
        version = self._snapshot.state.version
        return cursors.encode(cursors.Cursor(cursors.digest(self._request), version, *keys, last))

    def _after_cursor(self, order: Order, text: str) -> Order:
        """Sorted by date it goes on after the last hit's keys in any state; scores mean something only in their own."""
        cursor = cursors.decode(text, self._request)
        if cursor.version != self._snapshot.state.version:
            if self._sort == "relevance":
                raise CursorExpired("the index has changed since this cursor was given")
            self._warnings.append("the index has changed since the page before: quotes may have come or gone")
        return order.after(cursor.primary, cursor.published, self._snapshot.columns.rank_of(cursor.id))

    # -------------------------------------------------------------------------------------------- warnings

    def _warn_of_undated(self, matched: Booleans) -> None:
        columns = self._snapshot.columns
        for dated in ("said", "published"):
            count = self._filters.undated(matched, dated)
            if any(leaf.field == dated for leaf in dates_in(self._parsed.tree)):
                first = columns.said_first if dated == "said" else columns.published_first
                count = max(count, int(np.count_nonzero(columns.live & (first == UNDATED))))
            if count:
                quotes = "quote has" if count == 1 else "quotes have"
                self._warnings.append(f"{count} {quotes} no date {dated} and cannot be in this range")
