"""How far the index is behind the record, and who is meant by a former slug: found out once for each state of the two,
for all requests."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from corpus import Record
from corpus.errors import NotInRecord, OnrecordError
from corpus.model import Quote
from index import Index, IndexState
from service.payloads import payload

log = logging.getLogger("onrecord.following")

SPEAKERS_KEPT = 4096
"""Slugs of which it is kept where they lead, until somebody writes."""


class Shelf(Protocol):
    """What is searched: an index, and the record that it was made from. `seen` is a value that stays equal as long as
    neither is written, another each time where that cannot be told."""

    @property
    def record(self) -> Record: ...

    @property
    def index(self) -> Index: ...

    def seen(self) -> object: ...


@dataclass(frozen=True, slots=True)
class Lag:
    """What the index does not know yet: the record has reached `sequence`, and these quotes are gone. `version` is
    that of the index."""

    indexed: int
    sequence: int
    gone: frozenset[str] = frozenset()
    version: str = ""

    @property
    def is_any(self) -> bool:
        return self.sequence > self.indexed


class Following:
    """What is known of an index that follows a record. Thread-safe."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._known: tuple[object, Lag] = (None, Lag(0, 0))
        self._slug = lru_cache(SPEAKERS_KEPT)(self._slug_now)

    def lag(self, seen: object) -> Lag:
        """How far the index was behind when this was seen, or is now; without the record, as far as was known before.
        Raises IndexUnavailable."""
        before, known = self._known
        if seen == before:
            return known
        state = self._shelf.index.state
        try:
            self._known = seen, (known := _lag(self._shelf.record, state))
        except OnrecordError as error:
            log.warning("the record cannot be asked what has changed: %s", error)
            return replace(known, indexed=state.sequence, version=state.version)
        return known

    def changed(self, lag: Lag, quote_ids: Sequence[str]) -> Mapping[str, Quote]:
        """Those of some quotes that an index so far behind has otherwise than the record; none without the record."""
        try:
            return self._shelf.record.changed_since(lag.indexed, quote_ids)
        except OnrecordError:
            return {}

    def newer(self, lag: Lag, quote_id: str) -> bytes | None:
        """What is to be served of a quote, if that is not what an index so far behind has."""
        quote = self.changed(lag, [quote_id]).get(quote_id)
        return payload(quote) if quote else None

    def slug(self, seen: object, asked: str) -> str | None:
        """The slug that a slug or Wikidata id leads to; itself where the record cannot be asked, None if to nobody."""
        try:
            return self._slug(seen, asked)
        except OnrecordError:
            return asked

    def _slug_now(self, _: object, asked: str) -> str | None:
        try:
            return self._shelf.record.speaker(asked).slug
        except NotInRecord:
            return None


def _lag(record: Record, state: IndexState) -> Lag:
    sequence, indexed = record.sequence(), state.sequence
    gone = record.gone_since(indexed) if sequence > indexed else frozenset[str]()
    return Lag(indexed, sequence, gone, state.version)
