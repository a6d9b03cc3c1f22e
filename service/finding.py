"""Searches as they are answered: from the index, less what the record has taken back since the index last followed it.

A change is committed before the index has it. Until then what was withdrawn or merged is left out here, with all that
is counted of it, and what changed otherwise is served as the record has it now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from corpus.errors import RecordUnavailable
from index import Lessened, Searchable, SearchAnswer, SearchRequest, correction, search
from index.contract import Hit, Suggestion
from index.suggesting import suggest
from service.following import Following, Lag, Shelf
from service.payloads import payload
from service.standing import Merged, standing


class Finder:
    """The searches of one archive. Thread-safe. Every method raises IndexUnavailable; without the record it answers
    from the index alone."""

    def __init__(self, shelf: Shelf, following: Following | None = None, seen: object = None) -> None:
        self._shelf, self._following, self._seen = shelf, following or Following(shelf), seen

    def of_request(self, seen: object) -> Finder:
        """The same for one request, for which record and index were looked at already (`Shelf.seen`): what was taken
        back before is not found."""
        return Finder(self._shelf, self._following, seen)

    def search(self, request: SearchRequest) -> SearchAnswer:
        """One page of quotes, as `index.search`. A speaker or a quote to be like that was merged into another stands
        for that one. Raises Withdrawn for such a quote that was withdrawn, NotInRecord for one that never was."""
        index, lag, (present, warnings) = self._shelf.index, self._lag(), self._as_present(request)
        answer = search(Lessened(index, lag.gone) if lag.gone else index, present)
        if answer.state.sequence < lag.indexed:  # an older state has stood in meanwhile: look again
            return self.of_request(None).search(request)
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
        lag, index = self._lag(), self._shelf.index
        return Lessened(index, lag.gone, partial(self._following.newer, lag)) if lag.is_any else index

    def version(self, speakers: Iterable[str] = ()) -> str:
        """Differs whenever an answer may, one to a search for these speakers too."""
        lag = self._lag()
        version = f"{lag.version}+{lag.sequence}" if lag.is_any else lag.version
        return " ".join((version, *(f"{slug}={self._present(slug)}" for slug in speakers)))

    def _lag(self) -> Lag:
        return self._following.lag(self._look())

    def _look(self) -> object:
        return self._shelf.seen() if self._seen is None else self._seen

    def _present(self, asked: str) -> str | None:
        return self._following.slug(self._look(), asked)

    def _as_they_are(self, hits: tuple[Hit, ...], lag: Lag) -> Iterator[Hit]:
        """The hits with what the record has of them now; where it has something else nothing is marked."""
        changed = self._following.changed(lag, [hit.id for hit in hits])
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

    def _present_quote(self, quote_id: str) -> str:
        """The quote that this one has become part of, or itself. Raises NotInRecord and Withdrawn."""
        try:
            return standing(self._shelf.record.quote(quote_id)).id
        except Merged as merged:
            return self._present_quote(merged.into)
        except RecordUnavailable:
            return quote_id
