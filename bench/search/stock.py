# mypy: disable-error-code="no-untyped-call"
"""Whoosh as it comes: its own codec, writer, matchers, collectors, sorting and facets. What the engine is measured
beside, and held to by the tests."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from whoosh import fields
from whoosh.collectors import UnlimitedCollector
from whoosh.index import create_in, exists_in, open_dir
from whoosh.query.compound import And
from whoosh.query.qcore import Query
from whoosh.query.ranges import NumericRange
from whoosh.query.terms import Term
from whoosh.scoring import BM25F

from bench.search.questions import HITS, query_text
from bench.search.workload import Question
from index import schema as s
from index.analysis import analyse
from index.contract import WordForms
from index.documents import Document
from index.engines.whoosh.compiling import compile_tree
from index.engines.whoosh.fields import schema
from index.engines.whoosh.merging import merge_rarely
from index.engines.whoosh.writing import text_fields
from index.query import parse
from index.query.syntax import Dated, Node

ID, ARTICLE = "id", "article"
DAYS = ("said_first", "said_last", "published_first", "published_last")


class StockIndex:
    """An index in a folder of its own, a new one where there is none."""

    def __init__(self, folder: Path) -> None:
        if exists_in(str(folder)):
            self._index = open_dir(str(folder))
            return
        folder.mkdir(parents=True, exist_ok=True)
        own = schema()
        own.add(ID, fields.ID(unique=True, stored=True))
        own.add(ARTICLE, fields.ID())
        for day in DAYS:
            own.add(day, fields.NUMERIC(int, bits=32, signed=True))
        self._index = create_in(str(folder), own)

    def apply(self, documents: Iterable[Document], gone: Iterable[str] = (), **options: Any) -> None:
        """One commit: take out the ids in `gone` and those of the documents, then add the documents. Segments are
        merged by the rule that ours are merged by: what is rare depends on it while deleted documents count."""
        documents = list(documents)
        writer = self._index.writer(**options)
        if self._index.doc_count_all():
            for quote_id in (*gone, *(document.facts.id for document in documents)):
                writer.delete_by_term(ID, quote_id)
        for document in documents:
            writer.add_document(**text_fields(document), **_columns(document))
        writer.commit(mergetype=merge_rarely)

    def searcher(self) -> Any:
        return self._index.searcher(weighting=BM25F())

    def scores(self, tree: Node, match: WordForms) -> dict[str, float]:
        """Every quote that `tree` finds, and its score. Next to a negation Whoosh also finds deleted documents; these
        are left out."""
        with self.searcher() as searcher:
            if not searcher.doc_count_all():
                return {}
            collector = UnlimitedCollector()
            searcher.search_with_collector(compile_tree(tree, match, _numeric), collector)
            found = collector.results().top_n
            reader = searcher.reader()
            return {
                searcher.stored_fields(number)[ID]: score for score, number in found if not reader.is_deleted(number)
            }


class StockWhoosh:
    """Asks `Searcher.search` for ten hits of each question. It has no columns of speakers and publishers: its facets
    are types and articles, and a speaker is filtered for by the words of the name."""

    def __init__(self, folder: Path) -> None:
        self._searcher = StockIndex(folder).searcher()
        self._payloads = self._searcher.reader().column_reader(s.PAYLOAD)

    def __call__(self, question: Question) -> int:
        options: dict[str, Any] = {}
        filters: list[Any] = []
        if question.speaker:
            filters += [Term(s.NAME, token.plain) for token in analyse(question.speaker.speaker)]
        if question.published:
            first, last = (day.toordinal() for day in question.published)
            filters.append(NumericRange("published_first", first, last))
        if filters:
            options["filter"] = And(filters)
        if question.newest_first:
            options |= {"sortedby": "published_first", "reverse": True}
        if question.facets:
            options["groupedby"] = [s.TYPE, ARTICLE]
        query = compile_tree(parse(query_text(question)).tree, "stemmed", _numeric)
        results = self._searcher.search(query, limit=HITS + question.skip, **options)
        return sum(len(self._payloads[hit.docnum]) for hit in results[question.skip :])


def _numeric(dated: Dated) -> Query:
    """Begun by our last day, and not over before our first."""
    begun = NumericRange(f"{dated.field}_first", None, dated.days.last)
    return And([begun, NumericRange(f"{dated.field}_last", dated.days.first, None)])


def _columns(document: Document) -> dict[str, Any]:
    facts = document.facts
    days = zip(DAYS, (*(facts.said or (None, None)), *(facts.published or (None, None))), strict=True)
    return {ID: facts.id, ARTICLE: document.article, **{name: day for name, day in days if day is not None}}
