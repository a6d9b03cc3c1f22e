"""Two speakers on a topic, side by side. The address holds all that was asked."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response, make_response, request

from corpus.errors import InvalidRequest, NotInRecord, QuerySyntaxError
from corpus.model import Speaker
from index import FacetValue, SearchRequest
from service.current import current_archive, current_finder
from service.links import Links
from service.pages import wording
from service.pages.cards import Card
from service.pages.found import cards
from service.pages.problems import Refusal, refusal
from service.pages.rendering import links, page
from service.pages.state import SearchState
from service.schemas import MAX_NAME

SHOWN = 5
OFFERED = 40
"""Speakers of most quotes that the boxes offer while one types."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: what was typed, whom it stands for, and the newest that they said on the topic. `candidates` are
    there where a name stands for several or for nobody; `name` where what was typed is no name but means that one."""

    typed: str
    speaker: Speaker | None = None
    candidates: tuple[Speaker, ...] = ()
    total: int = 0
    cards: tuple[Card, ...] = ()
    url: str = ""
    name: str | None = None

    @property
    def shown(self) -> str:
        """What its field shows."""
        return self.name or self.typed


def compare_page() -> Response:
    """A form for two speakers and words, and what each said."""
    q = request.args.get("q", "").strip()
    typed = request.args.get("left", "").strip(), request.args.get("right", "").strip()
    sides, error, status = [Side(one) for one in typed], None, 200
    try:
        sides = [side(one, q, links()) for one in typed]
    except QuerySyntaxError as wrong:
        error, status = refusal(wrong), 400
    except InvalidRequest as wrong:
        error, status = Refusal(wording.capitalised(wrong.message)), 400
    answer = page("compare.html", q=q, sides=sides, error=error, asked=any(typed), offered=_offered())
    return make_response(answer, status)


def side(typed: str, q: str, links: Links) -> Side:
    """Raises what a search for `q` raises."""
    if not typed:
        return Side(typed)
    if len(typed) > MAX_NAME:
        raise InvalidRequest(
            f"a speaker’s name of {len(typed)} characters; at most {MAX_NAME} are read", parameter="left"
        )
    known = who(typed)
    if len(known) != 1:
        return Side(typed, candidates=known)
    speaker = known[0]
    state = SearchState((*((("q", q),) if q else ()), ("speaker", speaker.slug)))
    answer = current_finder().search(state.request(limit=SHOWN, facets=()))
    found = cards(answer.hits)
    address = links.search_page(**state.parameters())
    return Side(typed, speaker, (), answer.total, found, address, readable(typed, speaker))


def readable(typed: str, speaker: Speaker) -> str | None:
    """The name instead of a slug, which links have and no reader types; None where it may mean somebody else too."""
    return speaker.name if typed == speaker.slug and who(speaker.name) == (speaker,) else None


def who(typed: str) -> tuple[Speaker, ...]:
    """The speakers that go by a slug, a Wikidata id, a whole name or alias, or else a part of one; the most quoted
    first."""
    record = current_archive().record
    try:
        return (record.speaker(typed),)
    except NotInRecord:
        named = record.speakers(q=typed, limit=SHOWN)
    exact = [one.speaker for one in named if typed.casefold() in map(str.casefold, _names(one.speaker))]
    if exact:
        return tuple(exact)
    return tuple(one.speaker for one in sorted(named, key=lambda one: -one.quotes))


def _names(speaker: Speaker) -> tuple[str, ...]:
    return (speaker.name, *speaker.aliases)


def _offered() -> list[FacetValue]:
    answer = current_finder().search(SearchRequest(limit=1, facets=("speaker",), highlight=False))
    return answer.facets.get("speaker", [])[:OFFERED]
