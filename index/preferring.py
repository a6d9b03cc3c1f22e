"""A speaker's name in a query: what that speaker said goes before what others said. docs/search.md has the queries that
decided how.

A surname that is a word like any other (*may*, *brown*) is a name only where it is typed as one, with a capital.
Whether it is such a word is seen from how the quotes themselves print it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from index.analysis import analyse, tokens_of
from index.engines import Budget, Reading
from index.query import Name, Parsed, names_among
from index.query.syntax import Boosted, Both, Either, Node, Preferring, Words
from index.schema import CALLED

SAMPLE = 12
"""Quotes of each segment in which it is looked up how a word is printed."""


class Preferences:
    """Whom queries name, in one state of the index. Thread-safe."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._is_called = lru_cache(8192)(lambda name: reading.documents_with(CALLED, name) > 0)
        self._is_common = lru_cache(1024)(self._is_printed_small)

    def preferring(self, parsed: Parsed) -> Node:
        """The tree that finds what was asked for, and puts first what speakers said who are named there. Raises
        TooCostly."""
        meant = [name for name in parsed.names if self._is_called(name.spelled) and self._is_meant(name)]
        return _preferring(parsed.tree, meant) if meant else parsed.tree

    def _is_meant(self, name: Name) -> bool:
        return not name.may_be_a_word or not self._is_common(name.spelled)

    def _is_printed_small(self, word: str) -> bool:
        """Whether the quotes that have a word mostly print it without a capital."""
        plans = self._reading.plans(Words(tuple(analyse(word)), word, 0, "text"), "exact", Budget())
        small = [
            run[token.start].islower()
            for part, plan in zip(self._reading.parts, plans, strict=True)
            for row in plan.rows[:SAMPLE].tolist()
            for segment in part.printed(row).segments
            for run in segment.split()
            for token in tokens_of(run)
            if token.plain == word
        ]
        return 2 * sum(small) > len(small)


def _preferring(tree: Node, meant: Collection[Name]) -> Node:
    match tree:
        case Words():
            return _first(tree, names_among((tree,)), meant)
        case Both(parts):
            inner = tuple(part if isinstance(part, Words) else _preferring(part, meant) for part in parts)
            return _first(Both(inner), names_among(parts), meant)
        case Either(parts):
            return Either(tuple(_preferring(part, meant) for part in parts))
        case Boosted(part, weight):
            return Boosted(_preferring(part, meant), weight)
    return tree


def _first(tree: Node, names: Iterable[Name], meant: Collection[Name]) -> Node:
    spelled = tuple(dict.fromkeys(name.spelled for name in names if name in meant))
    return Preferring(tree, spelled) if spelled else tree
