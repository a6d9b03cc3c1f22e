# mypy: disable-error-code="no-untyped-call"
"""A query whose scores are multiplied. Whoosh's own boosts are lost on some kinds of query; its matchers keep them."""

from __future__ import annotations

from typing import Any

from whoosh.matching.mcore import Matcher, NullMatcherClass
from whoosh.matching.wrappers import WrappingMatcher
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
