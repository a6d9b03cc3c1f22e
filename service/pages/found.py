"""What a search found, as its page shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from corpus.model import Span
from index import Hit, SearchAnswer
from service.finding import Finder
from service.links import Links
from service.pages import timeline as timelines
from service.pages.cards import Card
from service.pages.filters import ActiveFilter, Group, Labels, active, groups, labels
from service.pages.nothing import Nothing, nothing_found
from service.pages.paging import Pages
from service.pages.readers import counted, number
from service.pages.state import FACETS, PAGE_SIZE, SearchState
from service.pages.timeline import Timeline
from service.payloads import quote_of

CARDS_KEPT = 1000
"""Cards that a worker keeps, each under all that it is made of: a changed quote is another card."""


@dataclass(frozen=True, slots=True)
class Found:
    """One page of results, with all that stands around it. `nothing` is there only where nothing was found."""

    total: int
    grouped: bool
    interpreted: str
    warnings: tuple[str, ...]
    cards: tuple[Card, ...]
    pages: Pages
    groups: tuple[Group, ...]
    active: tuple[ActiveFilter, ...]
    timeline: Timeline | None
    nothing: Nothing | None

    @property
    def count_in_words(self) -> str:
        """ "3 quotes", "11 to 20 of 45 quotes"; utterances where each counts once."""
        total = counted(self.total, "utterance" if self.grouped else "quote")
        if self.pages.last == 1 or not self.cards:
            return total
        end = self.pages.start + len(self.cards) - 1
        return f"{number(self.pages.start)} to {number(end)} of {total}"


def find(state: SearchState, finder: Finder, links: Links, names: Labels) -> Found:
    """Run the search that `state` holds; `names` are those of the speakers and articles that it is narrowed to. Raises
    what `index.search` raises."""
    answer = finder.search(state.request(facets=(*FACETS, *timelines.FACETS)))
    known = labels(answer.facets, names)
    return Found(
        total=answer.total,
        grouped=state.first("group") == "cluster",
        interpreted=answer.interpreted,
        warnings=(
            *answer.warnings,
            *(f"“{name}” is no parameter of a search; it was ignored" for name in state.unknown),
        ),
        cards=cards(answer.hits),
        pages=pages(state, answer, links),
        groups=tuple(groups(state, answer.facets, known)),
        active=tuple(active(state, known, links)),
        timeline=timelines.timeline(state, answer.facets, links),
        nothing=None if answer.total else nothing_found(state, finder, links, known),
    )


def cards(hits: Iterable[Hit]) -> tuple[Card, ...]:
    """Hits as cards, with what matched in their words marked."""
    return tuple(
        _card(hit.payload).listed(Span(mark.start, mark.end) for mark in hit.highlights if mark.field == "text")
        for hit in hits
    )


@lru_cache(CARDS_KEPT)
def _card(payload: bytes) -> Card:
    return Card.of(quote_of(payload))


def pages(state: SearchState, answer: SearchAnswer, links: Links) -> Pages:
    """The pages of a search."""
    return Pages.of(state.page, answer.total, PAGE_SIZE, lambda page: links.search_page(**state.at(page).parameters()))
