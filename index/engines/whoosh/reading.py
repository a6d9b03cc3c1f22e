# mypy: disable-error-code="no-untyped-call"
"""An opened state of the index: which documents a tree finds and how well, and what is kept of each.

Documents are found over the arrays beside Whoosh's segments; Whoosh itself finds what no plan can be made for.
"""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.collectors import Collector
from whoosh.index import FileIndex
from whoosh.scoring import BM25F

from index.contract import Match
from index.documents import Facts, facts_of
from index.engines.native import Finder, UnknownNode, mapped
from index.engines.whoosh.codec import LENGTHS, arrays_file
from index.engines.whoosh.compiling import compile_tree
from index.engines.whoosh.fields import schema
from index.engines.whoosh.storage import DamagedFiles, ListedStorage
from index.query.syntax import Node
from index.schema import ARTICLE, FACTS, PAYLOAD, STEM_FIELDS, WORD_FIELDS


@dataclass(frozen=True, slots=True)
class SegmentRows:
    """The documents of one segment. A segment's documents never change, only which of them are `live` does: `id`
    names it for caches. `facts` reads them all, deleted ones too."""

    id: str
    live: NDArray[np.bool_]
    facts: Callable[[], list[Facts]]


class Reading:
    """Whoosh readers keep one file cursor for all comers: every method takes the lock. Document numbers count over
    all segments, in the order of `segments`."""

    def __init__(self, folder: Path, files: Iterable[str]) -> None:
        self._lock = threading.RLock()
        self._reading = _Guarded(self._lock)
        with self._reading:
            index = FileIndex(ListedStorage(folder, files), schema=schema())
            self._searcher = index.searcher(weighting=BM25F())
            leaves = [(leaf, base) for leaf, base in self._searcher.reader().leaf_readers() if leaf.doc_count_all()]
            self._leaves = [reader for reader, _ in leaves]
            self._bases = [base for _, base in leaves]
            self._facts = [reader.column_reader(FACTS) for reader in self._leaves]
            self._payloads = [reader.column_reader(PAYLOAD) for reader in self._leaves]
            self._live = [_live(reader) for reader in self._leaves]
            self._finder = self._arrays(folder)
        self.left_to_whoosh = 0
        """Searches that were left to Whoosh."""

    def count(self) -> int:
        """Quotes that can be found."""
        with self._reading:
            return int(self._searcher.doc_count())

    def articles(self) -> int:
        """Articles that have such quotes."""
        with self._reading:
            reader = self._searcher.reader()
            return sum(reader.postings(ARTICLE, term).is_active() for term in reader.lexicon(ARTICLE))

    def segments(self) -> list[SegmentRows]:
        with self._reading:
            return [self._segment_rows(number) for number in range(len(self._leaves))]

    def find(self, tree: Node, match: Match, *, scored: bool) -> tuple[NDArray[np.int64], NDArray[np.float64] | None]:
        """The numbers of the documents that `tree` finds, rising, and, if `scored`, their BM25F scores."""
        try:
            with _Guarded():
                return self._finder.find(tree, match, scored=scored)
        except UnknownNode:
            self.left_to_whoosh += 1
            return self.find_with_whoosh(tree, match, scored=scored)

    def find_with_whoosh(
        self, tree: Node, match: Match, *, scored: bool
    ) -> tuple[NDArray[np.int64], NDArray[np.float64] | None]:
        """The same, slowly: one Python call after another for every posting."""
        with self._reading:
            collector = _Gather(scored=scored)
            context = self._searcher.context() if scored else self._searcher.boolean_context()
            self._searcher.search_with_collector(compile_tree(tree, match), collector, context)
            return collector.found()

    def facts(self, number: int) -> Facts:
        with self._reading:
            segment, row = self._place(number)
            return facts_of(bytes(self._facts[segment][row]))

    def payload(self, number: int) -> bytes:
        with self._reading:
            segment, row = self._place(number)
            return bytes(self._payloads[segment][row])

    def close(self) -> None:
        with self._lock:
            self._searcher.close()

    def _arrays(self, folder: Path) -> Finder:
        segments = [mapped(arrays_file(folder, reader.segment())) for reader in self._leaves]
        averages = {field: float(self._searcher.avg_field_length(field)) for field in (*STEM_FIELDS, *WORD_FIELDS)}
        return Finder(segments, self._live, averages, LENGTHS)

    def _segment_rows(self, number: int) -> SegmentRows:
        reader = self._leaves[number]
        count = reader.doc_count_all()

        def facts() -> list[Facts]:
            with self._reading:
                column = self._facts[number]
                return [facts_of(bytes(column[row])) for row in range(count)]

        segment: Any = reader.segment()
        return SegmentRows(str(segment.segment_id()), self._live[number], facts)

    def _place(self, number: int) -> tuple[int, int]:
        segment = bisect_right(self._bases, number) - 1
        return segment, number - self._bases[segment]


class _Guarded:
    """Anything that goes wrong in here means that files are not what was written. Holds the lock, if there is one."""

    def __init__(self, lock: threading.RLock | None = None) -> None:
        self._lock = lock

    def __enter__(self) -> None:
        if self._lock is not None:
            self._lock.acquire()

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if self._lock is not None:
            self._lock.release()
        if isinstance(error, Exception) and not isinstance(error, UnknownNode):
            raise DamagedFiles(f"{type(error).__name__}: {error}") from error


def _live(reader: Any) -> NDArray[np.bool_]:
    live = np.ones(reader.doc_count_all(), dtype=np.bool_)
    if reader.has_deletions():
        live[[row for row in range(len(live)) if reader.is_deleted(row)]] = False
    return live


class _Gather(Collector):
    """Every match with its score: no block is skipped, so that totals and facets are exact."""

    def __init__(self, *, scored: bool) -> None:
        self._scored = scored
        self._numbers: list[int] = []
        self._scores: list[float] = []

    def collect_matches(self) -> None:
        matcher, offset = self.matcher, self.offset
        if not self._scored:
            self._numbers += [offset + row for row in matcher.all_ids()]
            return
        while matcher.is_active():
            self._numbers.append(offset + matcher.id())
            self._scores.append(matcher.score())
            matcher.next()

    def collect(self, sub_docnum: int) -> Any:
        raise NotImplementedError("matches are gathered whole")

    def sort_key(self, sub_docnum: int) -> Any:
        raise NotImplementedError("sorting is the index's own")

    def results(self) -> Any:
        raise NotImplementedError("found() gives arrays")

    def found(self) -> tuple[NDArray[np.int64], NDArray[np.float64] | None]:
        numbers = np.array(self._numbers, dtype=np.int64)
        return numbers, np.array(self._scores, dtype=np.float64) if self._scored else None
