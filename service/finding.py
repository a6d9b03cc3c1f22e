"""Searches as they are answered: from the index, less what the record has taken back since the index last followed it.

A change is committed before the index has it. Until then what was withdrawn or merged is left out here, with all that
is counted of it, and what changed otherwise is served as the record has it now.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from corpus import Record
from corpus.errors import NotInRecord, OnrecordError, RecordUnavailable
from index import Index, IndexState, Lessened, Searchable, SearchAnswer, SearchRequest, correction, search
from index.contract import Hit, Suggestion
from index.suggesting import suggest
from service.payloads import payload
from service.standing import Merged, standing

log = logging.getLogger("onrecord.finding")

SPEAKERS_KEPT = 4096
"""Slugs of which it is kept where they lead, until somebody writes."""


class Shelf(Protocol):
    """What is searched: an index, and the record that it was made from."""

    @property
    def record(self) -> Record: ...

    @property
    def index(self) -> Index: ...


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


class Finder:
    """The searches of one archive. Thread-safe. Every method raises IndexUnavailable; without the record it answers
    from the index alone."""

    def __init__(self, archive: Shelf) -> None:
        self._archive = archive
        self._known: tuple[object, Lag] = (None, Lag(0, 0))
        self._slug = lru_cache(SPEAKERS_KEPT)(self._slug_now)

    def search(self, request: SearchRequest) -> SearchAnswer:
        """One page of quotes, as `index.search`. A speaker or a quote to be like that was merged into another stands
        for that one. Raises Withdrawn for such a quote that was withdrawn, NotInRecord for one that never was."""
        index, (request, warnings) = self._archive.index, self._as_present(request)
        while True:
            lag = self.lag()
            answer = search(Lessened(index, lag.gone) if lag.gone else index, request)
            if answer.state.sequence >= lag.indexed:  # else an older state has stood in meanwhile
                break
        hits = tuple(self._as_they_are(answer.hits, lag)) if lag.is_any else answer.hits
        return replace(answer, hits=hits, warnings=(*answer.warnings, *warnings))

    def correction(self, request: SearchRequest) -> str | None:
        """What to search for instead where this finds nothing, if anything like it finds something."""
        return correction(self.index(), self._as_present(request)[0]) if request.q else None

    def suggest(self, typed: str, limit: int = 10) -> list[Suggestion]:
        """Speakers and phrases that go on from what was typed."""
        return suggest(self.index(), typed, limit=limit)

    def index(self) -> Searchable:
        """The index without what is gone, and with what changed otherwise as it is now."""
        lag, index = self.lag(), self._archive.index
        return Lessened(index, lag.gone, self._newer) if lag.is_any else index

    def version(self, speakers: Iterable[str] = ()) -> str:
        """Differs whenever an answer may, one to a search for these speakers too."""
        lag = self.lag()
        version = f"{lag.version}+{lag.sequence}" if lag.is_any else lag.version
        return " ".join((version, *(f"{slug}={self._present(slug)}" for slug in speakers)))

    def lag(self) -> Lag:
        """How far the index is behind the record."""
        index, (before, known) = self._archive.index, self._known
        try:
            record = self._archive.record
            seen = record.look(), index.look()
            if seen != before:
                self._known = seen, (known := _lag(record, index.state))
        except OnrecordError as error:
            log.warning("the record cannot be asked what has changed: %s", error)
            return replace(known, version=index.state.version)
        return known

    def _newer(self, quote_id: str) -> bytes | None:
        quote = self._archive.record.changed_since(self._known[1].indexed, [quote_id]).get(quote_id)
        return payload(quote) if quote else None

    def _as_they_are(self, hits: tuple[Hit, ...], lag: Lag) -> Iterator[Hit]:
        """The hits with what the record has of them now; where it has something else nothing is marked."""
        changed = self._archive.record.changed_since(lag.indexed, [hit.id for hit in hits])
        for hit in hits:
            quote = changed.get(hit.id)
            yield replace(hit, payload=payload(quote), highlights=()) if quote else hit

    def _as_present(self, request: SearchRequest) -> tuple[SearchRequest, tuple[str, ...]]:
        """The request with the slugs and the quote that former ones lead to, and a warning for each slug that nobody
        has."""
        if request.like is not None:
            request = replace(request, like=self._present_quote(request.like))
        if not request.speaker:
            return request, ()
        found = [(asked, self._present(asked)) for asked in request.speaker]
        warnings = (f"no speaker has the slug or Wikidata id “{asked}”" for asked, slug in found if slug is None)
        return replace(request, speaker=tuple(slug or asked for asked, slug in found)), tuple(warnings)

    def _present(self, asked: str) -> str | None:
        """The slug that a slug or Wikidata id leads to; itself where the record cannot be asked, None if to nobody."""
        try:
            return self._slug(self._archive.record.look(), asked)
        except OnrecordError:
            return asked

    def _slug_now(self, _: object, asked: str) -> str | None:
        try:
            return self._archive.record.speaker(asked).slug
        except NotInRecord:
            return None

    def _present_quote(self, quote_id: str) -> str:
        """The quote that this one has become part of, or itself. Raises NotInRecord and Withdrawn."""
        try:
            return standing(self._archive.record.quote(quote_id)).id
        except Merged as merged:
            return self._present_quote(merged.into)
        except RecordUnavailable:
            return quote_id


def _lag(record: Record, state: IndexState) -> Lag:
    sequence, indexed = record.sequence(), state.sequence
    gone = record.gone_since(indexed) if sequence > indexed else frozenset[str]()
    return Lag(indexed, sequence, gone, state.version)
