"""How many of a speaker's quotes there are of each kind, each count a link to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from index import FacetValue
from service.links import Links
from service.pages import wording
from service.pages.filters import labels, value_label

FACETS = ("type", "publisher")


@dataclass(frozen=True, slots=True)
class Count:
    label: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class Tally:
    title: str
    counts: tuple[Count, ...]


def tallies(slug: str, facets: Mapping[str, list[FacetValue]], links: Links) -> Iterator[Tally]:
    """A tally for each facet in which the speaker's quotes differ or say something."""
    known = labels(facets, {})
    for name in FACETS:
        if values := facets.get(name):
            counts = tuple(
                Count(
                    value_label(name, value.value, known),
                    links.search_page(speaker=[slug], **{name: [value.value]}),
                    value.count,
                )
                for value in values
            )
            yield Tally(wording.FACETS[name], counts)
