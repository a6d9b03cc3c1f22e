"""A request's way to its answer: read the query, find, filter, sort, page, count, highlight. Start reading here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from corpus.errors import CursorExpired, InvalidRequest
from index import cursors
from index.checking import check
from index.contract import Highlight, Hit, SearchAnswer, SearchRequest, Sort
from index.engines import Budget, TooCostly
from index.facets import facets
from index.filtering import check_ranges, filters
from index.found import Found
from index.grouping import Groups
from index.highlighting import Highlighter
from index.lessened import Searchable
from index.likeness import words_like
from index.query import Node, Parsed, explain, loosened, parse
from index.query.syntax import Both, Everything, dates_in
from index.snapshot import Snapshot
from index.sorting import Leading, leading, merged


def search(index: Searchable, request: SearchRequest) -> SearchAnswer:
    """One page of the quotes that `request` finds.

    Raises QuerySyntaxError (with the place in `q`), InvalidRequest (with the parameter), NotInRecord for an unknown
    quote to be like, CursorExpired for a relevance cursor of another state, and IndexUnavailable.
    """
    check(request)
    check_ranges(request)
    parsed = parse(request.q)
    return index.use(lambda snapshot: answer(snapshot, request, parsed))


def answer(snapshot: Snapshot, request: SearchRequest, parsed: Parsed) -> SearchAnswer:
    """The same on an opened state, for a request that is checked and whose query is parsed."""
    try:
        return _Search(snapshot, request, parsed).answer()
    except TooCostly as error:
        raise InvalidRequest(
            "this search would cost too much work: ask for fewer or longer words, or fewer alternatives", parameter="q"
        ) from error


Shown = list[tuple[Leading, int]]
"""The hits of a page: each the place among the first documents of its segment."""

LEFT_FOR_MARKS = 0.03
"""Seconds of the processor that there are for highlights, even if finding has taken all that a search may."""


class _Search:
    """One request on one state of the index."""

    def __init__(self, snapshot: Snapshot, request: SearchRequest, parsed: Parsed) -> None:
        self._snapshot, self._request, self._parsed = snapshot, request, parsed
        self._has_words = parsed.has_words or request.like is not None
        self._sort: Sort = request.sort or ("relevance" if self._has_words else "-published_at")
        self._scored = self._sort == "relevance" and self._has_words
        self._warnings = list(parsed.warnings)
        self._sought = self._wanted()
        self._budget = Budget()
        plans = snapshot.reading.plans(self._sought, "exact" if request.match == "exact" else "stemmed", self._budget)
        self._found = [
            Found(part, plan, filters(request, part.columns, plan.scope))
            for part, plan in zip(snapshot.reading.parts, plans, strict=True)
        ]
        self._groups = Groups(self._found) if request.group == "cluster" else None
        self._shown = self._groups.standing() if self._groups else self._found

    def _wanted(self) -> Node:
        """The tree that is looked for: as parsed, speakers who are named in it first, similar words too where they are
        asked for, and words of the quote that all are to be like."""
        tree = self._snapshot.preferences.preferring(self._parsed) if self._scored else self._parsed.tree
        if self._request.match == "fuzzy":
            tree = loosened(tree, self._request.q)
        if self._request.like is None:
            return tree
        like = words_like(self._snapshot.reading, self._request.like)
        return like if tree == Everything() else Both((tree, like))

    def answer(self) -> SearchAnswer:
        shown, next_cursor, total = self._page()
        for first, place in shown:
            first.found.part.expect(int(first.rows[place]))
        counted = facets(self._request.facets, self._found, self._groups) if self._request.facets else {}
        self._warn_of_undated()
        hits = tuple(self._hits(shown))
        return SearchAnswer(
            interpreted=explain(self._parsed.tree, self._request.match, self._request.like),
            warnings=tuple(self._warnings),
            total=total,
            hits=hits,
            state=self._snapshot.state,
            facets=counted,
            next_cursor=next_cursor,
        )

    def _page(self) -> tuple[Shown, str | None, int]:
        """What is shown, the cursor behind it, and how much there is in all."""
        limit = self._request.limit
        skip = (self._request.page - 1) * limit if self._request.page else 0
        after = self._after()
        several, reachable = [], 0
        for found in self._shown:
            first, count = leading(found, self._sort, skip + limit, after, scored=self._scored)
            reachable += count
            if len(first):
                several.append(first)
        shown = merged(several, skip, skip + limit)
        more = reachable > skip + limit
        total = sum(len(found.rows) for found in self._shown) if after else reachable
        return shown, self._cursor(*shown[-1]) if more and shown else None, total

    def _hits(self, shown: Shown) -> Iterator[Hit]:
        for (first, place), marks in zip(shown, self._marks(shown), strict=True):
            row, part = int(first.rows[place]), first.found.part
            score = None if first.scores is None else float(first.scores[place])
            yield Hit(part.columns.id_of(row), part.payload(row), score, marks)

    def _marks(self, shown: Shown) -> list[tuple[Highlight, ...]]:
        """Of each quote its highlights, of the last ones none if marking the first ones has cost what a search may."""
        if not (self._request.highlight and self._has_words):
            return [()] * len(shown)
        self._budget.leave(LEFT_FOR_MARKS)
        highlighter = Highlighter(self._sought, self._request.match, self._budget)
        marks = list[tuple[Highlight, ...]]()
        with suppress(TooCostly):
            for first, place in shown:
                marks.append(highlighter.highlights(first.found.part.printed(int(first.rows[place]))))
        if unmarked := len(shown) - len(marks):
            quotes = "quote of this page: it is" if unmarked == 1 else f"{unmarked} quotes of this page: they are"
            self._warnings.append(f"what was found is not marked in the last {quotes} too long")
        return marks + [()] * unmarked

    # -------------------------------------------------------------------------------------------- cursors

    def _cursor(self, first: Leading, place: int) -> str:
        keys = first.primary[place].item(), int(first.published[place])
        last = first.id_of(place)
        version = self._snapshot.state.version
        return cursors.encode(cursors.Cursor(cursors.digest(self._request), version, *keys, last))

    def _after(self) -> cursors.Cursor | None:
        """Sorted by date it goes on after the last hit's keys in any state; scores mean something only in their own."""
        if not self._request.cursor:
            return None
        cursor = cursors.decode(self._request.cursor, self._request)
        if cursor.version != self._snapshot.state.version:
            if self._sort == "relevance":
                raise CursorExpired("the index has changed since this cursor was given")
            self._warnings.append("the index has changed since the page before: quotes may have come or gone")
        return cursor

    # -------------------------------------------------------------------------------------------- warnings

    def _warn_of_undated(self) -> None:
        asked = {leaf.field for leaf in dates_in(self._parsed.tree)}
        for dated in ("said", "published"):
            count = sum(found.undated(dated) for found in self._found)
            if dated in asked:
                count = max(count, sum(found.part.undated(dated) for found in self._found))
            if count:
                quotes = "quote has" if count == 1 else "quotes have"
                self._warnings.append(f"{count} {quotes} no date {dated} and cannot be in this range")
