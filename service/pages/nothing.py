"""What to tell a reader whose search found nothing: what there is to find, and which looser searches find something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from corpus.errors import OnrecordError
from index import IndexState, SearchRequest
from service.finding import Finder
from service.links import Links
from service.pages.filters import Labels, label_of
from service.pages.readers import counted
from service.pages.state import SearchState

MOST_LOOSER = 8
MOST_SUGGESTED = 5
_PLAIN_WORDS = re.compile(r"[\w\s'’.,-]+")


@dataclass(frozen=True, slots=True)
class Way:
    """A search that finds something: in words, its link, and how many quotes it finds."""

    label: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class Nothing:
    """`corpus` says how much was searched and from which years."""

    corpus: str
    looser: tuple[Way, ...]
    suggestions: tuple[Way, ...]


def nothing_found(state: SearchState, finder: Finder, links: Links, known: Labels) -> Nothing:
    """Counts every looser search before offering it, so that no link leads to nothing again."""
    ways = tuple(_ways(_looser(state, known, finder), finder, links))
    return Nothing(_extent(finder), ways, tuple(_suggestions(state.first("q"), finder, links)))


def _extent(finder: Finder) -> str:
    answer = finder.search(SearchRequest(limit=1, facets=("year",), highlight=False))
    years = sorted(value.value for value in answer.facets.get("year", []) if value.value.isdigit())
    span = "" if not years else f" of {years[0]}" if len(years) == 1 else f" of {years[0]} to {years[-1]}"
    return f"{_held(answer.state)}{span}"


def _held(state: IndexState) -> str:
    return f"{counted(state.quotes, 'quote')} from {counted(state.articles, 'article')}"


def _ways(searches: Iterator[tuple[str, SearchState]], finder: Finder, links: Links) -> Iterator[Way]:
    for label, looser in islice(searches, MOST_LOOSER):
        if count := _total(looser, finder):
            yield Way(label, links.search_page(**looser.parameters()), count)


def _looser(state: SearchState, known: Labels, finder: Finder) -> Iterator[tuple[str, SearchState]]:
    """The search that was probably meant; searches that leave out one condition each, then all filters; that ask for
    any of the words; and then both."""
    q = state.first("q")
    if meant := _meant(state, finder):
        yield f"Did you mean: {meant}", state.having("q", meant)
    unfiltered = replace(state, pairs=tuple(pair for pair in state.pairs if pair[0] in ("q", "sort")), page=1)
    filters = [(pair, label) for pair in state.pairs if (label := label_of(*pair, known))]
    for (name, value), label in filters:
        yield f"Without “{label}”", state.without(name, value)
    if len(filters) > 1:
        yield "Without any filter", unfiltered
    words = re.sub(r'["“”„«»]', " ", q).split()
    if len(words) > 1 and _PLAIN_WORDS.fullmatch(" ".join(words)):
        if " ".join(words) != q:
            yield f"All of the words: {' '.join(words)}", state.having("q", " ".join(words))
        any_of = f"Any of the words: {', '.join(words)}"
        yield any_of, state.having("q", " OR ".join(words))
        if filters:
            yield f"{any_of}, without any filter", unfiltered.having("q", " OR ".join(words))


def _meant(state: SearchState, finder: Finder) -> str | None:
    try:
        return finder.correction(state.request(limit=1, facets=()))
    except OnrecordError:
        return None


def _total(state: SearchState, finder: Finder) -> int:
    """How many quotes a search finds; none where the index refuses it."""
    try:
        return finder.search(replace(state.request(limit=1, facets=()), highlight=False)).total
    except OnrecordError:
        return 0


def _suggestions(q: str, finder: Finder, links: Links) -> Iterator[Way]:
    """Speakers and phrases that begin like the search, as searches of their own."""
    for found in finder.suggest(q, limit=MOST_SUGGESTED):
        if found.label.casefold() == q.strip('"').casefold():
            continue
        name, value = ("speaker", found.value) if found.kind == "speaker" else ("q", f'"{found.value}"')
        yield Way(found.label, links.search_page(**{name: value}), found.count)
