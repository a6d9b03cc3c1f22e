# mypy: disable-error-code="no-untyped-call"
"""An opened state of the index: how a tree is answered on each segment, and what is kept of each document.

Documents are found over arrays; Whoosh itself finds what no plan can be made for.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.collectors import Collector
from whoosh.index import TOC, FileIndex
from whoosh.scoring import BM25F

from index.columns import NO_FIRST_DAY, Columns, Integers
from index.contract import WordForms
from index.documents import Facts, facts_of
from index.engines.native.budget import Budget, TooCostly
from index.engines.native.finding import Finder
from index.engines.native.planning import UnknownNode
from index.engines.native.plans import Given, Plan
from index.engines.native.remembering import Remembered
from index.engines.native.segment import Segment
from index.engines.tally import left_to_whoosh
from index.engines.whoosh.codec import LENGTHS
from index.engines.whoosh.compiling import compile_tree
from index.engines.whoosh.fields import schema
from index.engines.whoosh.mapping import mapped
from index.engines.whoosh.storage import DamagedFiles, ListedStorage
from index.printed import Printed, printed_of
from index.query.syntax import Node
from index.schema import STEM_FIELDS, WORD_FIELDS

NewerPayload = Callable[[str], bytes | None]
"""What is to be served of a quote by its id; None if that is what is kept here."""

_ARTICLES = Remembered[int](256, lambda _: 1)
"""How many articles whole segments have, by their ids, which no other segment ever has: every commit asks again."""
_FEW_ARTICLES = 16
"""So many are looked for in a column one after the other: that costs less than to count all that it has."""


@dataclass(frozen=True, slots=True)
class Part:
    """One segment: its documents are numbered from 0. They never change, only which of them are `live` does (None: all
    are); `id` names it for caches."""

    id: str
    segment: Segment
    live: NDArray[np.bool_] | None
    newer: NewerPayload | None = None

    @property
    def columns(self) -> Columns:
        return self.segment.columns

    @property
    def documents(self) -> int:
        return self.segment.documents

    def expect(self, row: int) -> None:
        """Facts and payload of this document will soon be asked for."""
        self.segment.kept.expect(row)

    def facts(self, row: int) -> Facts:
        """Raises DamagedFiles."""
        with guarded():
            return facts_of(self.segment.kept.facts(row))

    def printed(self, row: int) -> Printed:
        """Raises DamagedFiles."""
        with guarded():
            return printed_of(self.segment.kept.facts(row))

    def payload(self, row: int) -> bytes:
        if self.newer and (newer := self.newer(self.columns.id_of(row))):
            return newer
        return self.segment.kept.payload(row)

    def without(self, quote_ids: Iterable[str], newer: NewerPayload | None) -> Part:
        rows = [row for one in quote_ids if (row := self.columns.row_of(one)) is not None]
        live = self.live
        if rows:
            live = np.ones(self.documents, dtype=np.bool_) if live is None else live.copy()
            live[rows] = False
        return replace(self, live=live, newer=newer)

    def undated(self, dated: str) -> int:
        """Documents that can be found and have no date, for `said` and `published`."""
        rows = self.columns.undated[dated]
        return len(rows) if self.live is None else int(np.count_nonzero(self.live[rows]))

    def published(self) -> tuple[date, date] | None:
        """The first and the last day on which documents that can be found may have been published."""
        first, last = self.columns.days("published")
        dated = first != NO_FIRST_DAY if self.live is None else (first != NO_FIRST_DAY) & self.live
        if not dated.any():
            return None
        return date.fromordinal(int(first[dated].min())), date.fromordinal(int(last[dated].max()))

    def counts(self, name: str) -> Integers:
        """By number of the value, how many documents that can be found have it in this dimension."""
        dimension = self.columns.dimension(name)
        return dimension.counts_of_all if self.live is None else dimension.counts(np.flatnonzero(self.live))

    def articles(self) -> list[bytes]:
        """The articles of the documents that can be found."""
        vocabulary = self.columns.dimension("article").vocabulary
        return [vocabulary.text(number) for number in np.flatnonzero(self.counts("article")).tolist()]

    def number_of_articles(self) -> int:
        """How many these are."""
        if self.live is None:
            return _ARTICLES.get(self.id, lambda: int(np.count_nonzero(self.counts("article"))))
        return int(np.count_nonzero(self.counts("article")))

    def number_among(self, articles: Collection[bytes]) -> int:
        """How many of these articles are among them."""
        dimension = self.columns.dimension("article")
        numbers = [number for article in articles if (number := dimension.vocabulary.number(article))]
        if self.live is None and len(numbers) < _FEW_ARTICLES:
            return sum(map(dimension.is_told, numbers))
        return int(np.count_nonzero(self.counts("article")[numbers]))

    def count(self) -> int:
        """Documents that can be found."""
        return self.documents if self.live is None else int(np.count_nonzero(self.live))


class Reading:
    """Every method can be called by several threads. `known` are segments that are open already, by id."""

    def __init__(self, folder: Path, files: Iterable[str], known: Sequence[Part] = ()) -> None:
        self._folder, self._files = folder, tuple(files)
        self._whoosh_is_used = threading.Lock()
        with guarded():
            storage = ListedStorage(folder, self._files)
            segments = [own for own in TOC.read(storage, "MAIN", schema=schema()).segments if own.doc_count_all()]
            open_already = {part.id: part.segment for part in known}
            self.parts = tuple(_part(storage, segment, open_already) for segment in segments)
            self._averages = {field: _average(segments, field) for field in (*STEM_FIELDS, *WORD_FIELDS)}
            self._finder = self._finder_of(self.parts)
        self._whole = self

    def _finder_of(self, parts: Sequence[Part]) -> Finder:
        return Finder([part.segment for part in parts], [part.live for part in parts], self._averages, LENGTHS)

    def without(self, quote_ids: Collection[str], newer: NewerPayload | None) -> Reading:
        """The same, with these quotes as if they were not there. It is open as long as this one is."""
        lessened = copy(self)
        lessened.parts = tuple(part.without(quote_ids, newer) for part in self.parts)
        lessened._finder = self._finder_of(lessened.parts)
        return lessened

    def count(self) -> int:
        """Quotes that can be found."""
        return sum(part.count() for part in self.parts)

    def articles(self) -> int:
        """Articles that have such quotes."""
        if not self.parts:
            return 0
        largest, *others = sorted(self.parts, key=lambda part: -part.documents)
        elsewhere = {article for part in others for article in part.articles()}
        return largest.number_of_articles() + len(elsewhere) - largest.number_among(elsewhere)

    def documents_with(self, field: str, word: str) -> int:
        """In how many documents a word, as it stands in `field`, can be found; deleted ones count too."""
        with guarded():
            return self._finder.documents_with(field, word.encode())

    def plans(self, tree: Node, match: WordForms, budget: Budget) -> list[Plan]:
        """How `tree` is answered on each of the parts. Raises TooCostly."""
        with guarded():
            try:
                return self._finder.plans(tree, match, budget)
            except UnknownNode:
                left_to_whoosh.add()
                return self.plans_of_whoosh(tree, match, budget)

    def plans_of_whoosh(self, tree: Node, match: WordForms, budget: Budget) -> list[Plan]:
        """The same, slowly: one Python call after another for every posting."""
        if not self.parts:
            return []
        collector = _Gather(budget, len(self.parts))
        with self._whoosh_is_used:
            searcher = self._whole._searcher
            searcher.search_with_collector(compile_tree(tree, match), collector, searcher.context())
        return [Given(scope, *found) for scope, found in zip(self._finder.scopes(budget), collector.found, strict=True)]

    def close(self) -> None:
        with self._whoosh_is_used:
            if "_searcher" in vars(self):
                self._searcher.close()

    @cached_property
    def _searcher(self) -> Any:
        index = FileIndex(ListedStorage(self._folder, self._files), schema=schema())
        return index.searcher(weighting=BM25F())


class guarded:
    """Anything that goes wrong in here means that files are not what was written."""

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, Exception) and not isinstance(error, UnknownNode | TooCostly):
            raise DamagedFiles(f"{type(error).__name__}: {error}") from error


def _part(storage: Any, segment: Any, known: dict[str, Segment]) -> Part:
    name, live = str(segment.segment_id()), None
    if segment.has_deletions():
        live = np.ones(segment.doc_count_all(), dtype=np.bool_)
        live[list(segment.deleted_docs())] = False
    arrays = known.get(name) or mapped(storage, segment)
    if arrays.documents != segment.doc_count_all():
        raise ValueError(f"{name} holds {arrays.documents} documents, not {segment.doc_count_all()}")
    return Part(name, arrays, live)


def _average(segments: Sequence[Any], field: str) -> float:
    """The mean length of a field in tokens, over all documents, deleted ones too."""
    documents = sum(segment.doc_count_all() for segment in segments)
    return float(sum(segment._fieldlengths.get(field, 0) for segment in segments) / (documents or 1))


class _Gather(Collector):
    """Every match with its score, segment by segment: no block is skipped, so that totals and facets are exact."""

    def __init__(self, budget: Budget, segments: int) -> None:
        self._budget = budget
        self.found = [(np.zeros(0, dtype=np.int32), np.zeros(0))] * segments
        self._segment = -1

    def set_subsearcher(self, subsearcher: Any, offset: int) -> None:
        super().set_subsearcher(subsearcher, offset)
        self._segment += 1

    def collect_matches(self) -> None:
        matcher = self.matcher
        rows, scores = [], []
        while matcher.is_active():
            self._budget.spend()
            rows.append(matcher.id())
            scores.append(matcher.score())
            matcher.next()
        self.found[self._segment] = np.array(rows, dtype=np.int32), np.array(scores, dtype=np.float64)

    def collect(self, sub_docnum: int) -> Any:
        raise NotImplementedError("matches are gathered whole")

    def sort_key(self, sub_docnum: int) -> Any:
        raise NotImplementedError("sorting is the index's own")

    def results(self) -> Any:
        raise NotImplementedError("`found` holds arrays")
