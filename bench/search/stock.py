# mypy: disable-error-code="no-untyped-call"
"""Stock Whoosh on the index as it is on disk: its own matchers, collectors, sorting and facets."""

from __future__ import annotations

from typing import Any

from whoosh.query.compound import And
from whoosh.query.ranges import NumericRange
from whoosh.query.terms import Term

from bench.search.engines import HITS, query_text
from bench.search.workload import Question
from index import Index
from index import schema as s
from index.analysis import analyse
from index.engines.whoosh.compiling import compile_tree
from index.query import parse


class StockWhoosh:
    """Asks the same trees of `Searcher.search`, ten hits each. It has no columns of speakers and publishers: its
    facets are types and articles, and a speaker is filtered for by the words of the name."""

    def __init__(self, index: Index) -> None:
        self._snapshot = index.use(lambda snapshot: snapshot)
        reading: Any = self._snapshot.reading
        self._searcher = reading._searcher

    def __call__(self, question: Question) -> int:
        options: dict[str, Any] = {}
        filters: list[Any] = []
        if question.speaker:
            filters += [Term(s.NAME, token.plain) for token in analyse(question.speaker.speaker)]
        if question.published:
            first, last = (day.toordinal() for day in question.published)
            filters.append(NumericRange(s.PUBLISHED_FIRST, first, last))
        if filters:
            options["filter"] = And(filters)
        if question.newest_first:
            options |= {"sortedby": s.PUBLISHED_FIRST, "reverse": True}
        if question.facets:
            options["groupedby"] = [s.TYPE, s.ARTICLE]
        query = compile_tree(parse(query_text(question)).tree, "stemmed")
        results = self._searcher.search(query, limit=HITS + question.skip, **options)
        reading = self._snapshot.reading
        return sum(len(reading.payload(hit.docnum)) for hit in results[question.skip :])
