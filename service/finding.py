"""Searches as they are answered: from the index, less what the record has taken back since the index last followed it.

A change is committed before the index has it. Until then what was withdrawn or merged is left out here, with all that
is counted of it, and what changed otherwise is served as the record has it now.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from corpus import Record
from corpus.errors import NotInRecord, OnrecordError
from index import Index, Lessened, Searchable, SearchAnswer, SearchRequest, correction, search
from index.contract import Hit, Suggestion
from index.suggesting import suggest
from service.presenters import payload

log = logging.getLogger("onrecord.finding")


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
        self._lag = Lag(0, 0)

    def search(self, request: SearchRequest) -> SearchAnswer:
        """One page of quotes, as `index.search`. A speaker who was merged into another is looked for as that one."""
        index, (request, warnings) = self._archive.index, self._with_present_speakers(request)
        while True:
            lag = self.lag()
            answer = search(Lessened(index, lag.gone) if lag.gone else index, request)
            if answer.state.sequence >= lag.indexed:  # else an older state has stood in meanwhile
                break
        hits = tuple(self._as_they_are(answer.hits, lag)) if lag.is_any else answer.hits
        return replace(answer, hits=hits, warnings=(*answer.warnings, *warnings))

    def correction(self, request: SearchRequest) -> str | None:
        """What to search for instead where this finds nothing, if anything like it finds something."""
        return correction(self.index(), self._with_present_speakers(request)[0]) if request.q else None

    def suggest(self, typed: str, limit: int = 10) -> list[Suggestion]:
        """Speakers and phrases that go on from what was typed."""
        return suggest(self.index(), typed, limit=limit)

    def index(self) -> Searchable:
        """The index without what is gone, and with what changed otherwise as it is now."""
        lag, index = self.lag(), self._archive.index
        return Lessened(index, lag.gone, self._newer) if lag.is_any else index

    def version(self) -> str:
        """Differs whenever an answer may."""
        lag = self.lag()
        return f"{lag.version}+{lag.sequence}" if lag.is_any else lag.version

    def lag(self) -> Lag:
        """How far the index is behind the record."""
        state, known = self._archive.index.state, self._lag
        try:
            sequence = self._archive.record.sequence()
            if (known.version, known.sequence) != (state.version, sequence):
                indexed = state.sequence
                gone = self._archive.record.gone_since(indexed) if sequence > indexed else frozenset[str]()
                self._lag = known = Lag(indexed, sequence, gone, state.version)
        except OnrecordError as error:
            log.warning("the record cannot be asked what has changed: %s", error)
            return replace(known, version=state.version)
        return known

    def _newer(self, quote_id: str) -> bytes | None:
        quote = self._archive.record.changed_since(self._lag.indexed, [quote_id]).get(quote_id)
        return payload(quote) if quote else None

    def _as_they_are(self, hits: tuple[Hit, ...], lag: Lag) -> Iterator[Hit]:
        """The hits with what the record has of them now; where it has something else nothing is marked."""
        changed = self._archive.record.changed_since(lag.indexed, [hit.id for hit in hits])
        for hit in hits:
            quote = changed.get(hit.id)
            yield replace(hit, payload=payload(quote), highlights=()) if quote else hit

    def _with_present_speakers(self, request: SearchRequest) -> tuple[SearchRequest, tuple[str, ...]]:
        """The request with the slugs that former ones lead to, and a warning for each that nobody has."""
        present, warnings = list[str](), list[str]()
        for slug in request.speaker:
            try:
                present.append(self._archive.record.speaker(slug).slug)
            except NotInRecord:
                present.append(slug)
                warnings.append(f"no speaker has the slug or Wikidata id “{slug}”")
            except OnrecordError:
                present.append(slug)
        return replace(request, speaker=tuple(present)), tuple(warnings)
