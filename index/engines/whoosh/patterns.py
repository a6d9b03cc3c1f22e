# mypy: disable-error-code="no-untyped-call"
"""Queries for the words that a pattern stands for, and for days.

Whoosh makes of a prefix a binary tree of as many matchers as there are words, and walks it document by document: among
negations that took minutes. Here the documents of all the words are read once, and each scores 1.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any

import numpy as np
from whoosh.matching.mcore import ListMatcher, Matcher, NullMatcher
from whoosh.query.qcore import Query
from whoosh.query.terms import Wildcard

from index.engines.whoosh.mapping import mapped


class _Pattern(Query):
    def __init__(self, fieldname: str, text: str) -> None:
        self.fieldname, self.text = fieldname, text

    def terms_in(self, reader: Any) -> Iterable[Any]:
        """The words of the field in one segment that the pattern stands for."""
        raise NotImplementedError

    def estimate_size(self, ixreader: Any) -> int:
        return int(ixreader.doc_count())

    def matcher(self, searcher: Any, context: Any = None) -> Matcher:
        reader = searcher.reader()
        numbers: set[int] = set()
        for term in self.terms_in(reader):
            numbers.update(reader.postings(self.fieldname, term).all_ids())
        return ListMatcher(array("I", sorted(numbers)), all_weights=1.0) if numbers else NullMatcher()


class StartingWith(_Pattern):
    """Documents with a word that begins with `text`."""

    def terms_in(self, reader: Any) -> Iterable[Any]:
        return reader.expand_prefix(self.fieldname, self.text)  # type: ignore[no-any-return]


class OfShape(_Pattern):
    """Documents with a word of a shape, as Whoosh's own wildcards read it."""

    def terms_in(self, reader: Any) -> Iterable[Any]:
        return Wildcard(self.fieldname, self.text)._btexts(reader)


class CloseTo(_Pattern):
    """Documents with a word at most `edits` letters away from `text`."""

    def __init__(self, fieldname: str, text: str, edits: int) -> None:
        super().__init__(fieldname, text)
        self.edits = edits

    def terms_in(self, reader: Any) -> Iterable[Any]:
        return list(reader.terms_within(self.fieldname, self.text, self.edits))


class Within(Query):
    """Documents whose days overlap a range."""

    def __init__(self, dated: str, first: int, last: int) -> None:
        self.dated, self.first, self.last = dated, first, last

    def estimate_size(self, ixreader: Any) -> int:
        return int(ixreader.doc_count())

    def matcher(self, searcher: Any, context: Any = None) -> Matcher:
        reader = searcher.reader()
        begun, over = mapped(reader.storage(), reader.segment()).columns.days(self.dated)
        rows = np.flatnonzero((begun <= self.last) & (over >= self.first))
        alive = [row for row in rows.tolist() if not reader.is_deleted(row)]
        return ListMatcher(array("I", alive), all_weights=1.0) if alive else NullMatcher()
