# mypy: disable-error-code="no-untyped-call"
"""Queries whose scores are multiplied or added to. Whoosh's own boosts are lost on some kinds of query, its matchers
keep them; and its AndMaybe, told to skip to a document, forgets what stands between that and the one it comes to."""

from __future__ import annotations

from typing import Any

from whoosh.matching.binary import AndMaybeMatcher
from whoosh.matching.mcore import Matcher, NullMatcherClass
from whoosh.matching.wrappers import WrappingMatcher
from whoosh.query.compound import AndMaybe
from whoosh.query.qcore import Query
from whoosh.query.wrappers import WrappingQuery


class Weighted(WrappingQuery):
    """What `child` finds, its scores multiplied by `weight`."""

    def __init__(self, child: Query, weight: float) -> None:
        super().__init__(child)
        self.weight = weight

    def matcher(self, searcher: Any, context: Any = None) -> Matcher:
        found = self.child.matcher(searcher, context)
        return found if isinstance(found, NullMatcherClass) else WrappingMatcher(found, boost=self.weight)


class PreferringMatcher(AndMaybeMatcher):
    """Both children stand at the same document, or the second one behind the first."""

    def skip_to(self, id: int) -> None:
        self.a.skip_to(id)
        self._first_b()


class Preferring(AndMaybe):
    """What the first query finds, the scores of the second added where it finds the same."""

    matcherclass = PreferringMatcher
