"""An index as if some of its quotes were not there: what the record has taken back before the index could follow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from index.contract import IndexState
from index.engines import NewerPayload
from index.snapshot import Snapshot

T = TypeVar("T")


class Searchable(Protocol):
    """What searches are answered from."""

    @property
    def state(self) -> IndexState:
        """The state that the next search would be answered from. Raises IndexUnavailable."""

    def use(self, work: Callable[[Snapshot], T]) -> T:
        """What `work` makes of that state, which stays open meanwhile. Raises IndexUnavailable."""


class Lessened:
    """`index` without the quotes of these ids: neither found nor counted. `newer` gives what is to be served of a quote
    by its id, or None if that is what the index has."""

    def __init__(self, index: Searchable, quote_ids: frozenset[str], newer: NewerPayload | None = None) -> None:
        self._index, self._quote_ids, self._newer = index, quote_ids, newer

    @property
    def state(self) -> IndexState:
        return self._index.state

    def use(self, work: Callable[[Snapshot], T]) -> T:
        return self._index.use(lambda snapshot: work(snapshot.without(self._quote_ids, self._newer)))
