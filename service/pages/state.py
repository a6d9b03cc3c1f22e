"""The state of a search, all of which its URL holds: read from it, and written into the links that change it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from marshmallow import ValidationError

from corpus.errors import InvalidRequest
from index import SearchRequest
from service.pages.paging import number_of
from service.pages.wording import label
from service.schemas import AskedSearch, SearchParameters

PAGE_SIZE = 10
FACETS = ("speaker", "type", "attribution", "publisher", "fidelity", "channel")
FILTERS = (*FACETS, "article", "lang", "original_lang", "year", "month")
DATES = ("said_from", "said_to", "published_from", "published_to")
SINGLE = ("match", "like", "republished", "group", *DATES, "min_confidence", "reviewed", "sort")
KNOWN = ("q", *FILTERS, *SINGLE)
WITH_A_CONTROL = ("q", *FACETS, *DATES, "match", "republished", "group", "sort")
"""Parameters that a page with results shows a control for; the form carries the others hidden."""

MOST_REPEATED = 240
"""Characters of an address that stands on a page for every filter and every bar of the timeline."""

Pair = tuple[str, str]

_PARAMETERS = SearchParameters()


@dataclass(frozen=True, slots=True)
class SearchState:
    """The parameters that say something, in the order of `KNOWN`; the page, 0 if what was given is none; and the names
    that are no parameter."""

    pairs: tuple[Pair, ...] = ()
    page: int = 1
    unknown: tuple[str, ...] = ()

    @classmethod
    def read(cls, parameters: Iterable[Pair]) -> SearchState:
        """From a query string's pairs, empty ones dropped."""
        said = [(name, value.strip()) for name, value in parameters if value.strip()]
        pages = [value for name, value in said if name == "page"]
        known = tuple(
            sorted(dict.fromkeys(pair for pair in said if pair[0] in KNOWN), key=lambda pair: KNOWN.index(pair[0]))
        )
        unknown = tuple(dict.fromkeys(name for name, _ in said if name not in (*KNOWN, "page")))
        return cls(known, number_of(pages[-1]) if pages else 1, unknown)

    def first(self, name: str) -> str:
        """The value of a parameter that is given once, or an empty string."""
        return next((value for known, value in self.pairs if known == name), "")

    def all(self, name: str) -> tuple[str, ...]:
        return tuple(value for known, value in self.pairs if known == name)

    def without(self, name: str, value: str | None = None) -> SearchState:
        """This search without a parameter, or without one of its values; from the first page."""
        kept = tuple(pair for pair in self.pairs if pair[0] != name or (value is not None and pair[1] != value))
        return replace(self, pairs=kept, page=1)

    def having(self, name: str, value: str) -> SearchState:
        """This search with a parameter set to one value; from the first page."""
        return replace(self, pairs=(*self.without(name).pairs, (name, value)), page=1)

    def at(self, page: int) -> SearchState:
        return replace(self, page=page)

    def parameters(self) -> dict[str, list[str]]:
        """For the link to this search: every parameter with its values, and the page after the first."""
        found: dict[str, list[str]] = {}
        for name, value in self.pairs:
            found.setdefault(name, []).append(value)
        if self.page > 1:
            found["page"] = [str(self.page)]
        return found

    def hidden(self, shown: Container[str] = WITH_A_CONTROL) -> tuple[Pair, ...]:
        """What the form must carry besides the parameters that it shows."""
        return tuple(pair for pair in self.pairs if pair[0] not in shown)

    def request(self, *, limit: int = PAGE_SIZE, facets: tuple[str, ...] = FACETS) -> SearchRequest:
        """What the index is asked. Raises InvalidRequest for a value that the API would refuse too."""
        if self.page < 1:
            raise InvalidRequest("this is no page; pages count from 1", parameter="page")
        given = {name: self.first(name) for name in ("q", *SINGLE)} | {name: list(self.all(name)) for name in FILTERS}
        try:
            asked: AskedSearch = _PARAMETERS.load({name: value for name, value in given.items() if value})
        except ValidationError as error:
            name, reason = first_fault(error.messages_dict)
            raise InvalidRequest(f"{label(name)}: {reason}", parameter=name) from None
        return replace(asked.request, limit=limit, page=self.page, facets=facets)


def repeatable(address: str) -> str | None:
    """An address that a page may hold many times; None of a search so long that the page would be all addresses."""
    return address if len(address) <= MOST_REPEATED else None


def first_fault(messages: Mapping[str, Any]) -> tuple[str, str]:
    """The first parameter that marshmallow refuses, and why, of ``{name: [reason, …] or {number: [reason, …]}}``."""
    name, reasons = next(iter(messages.items()))
    while isinstance(reasons, Mapping):
        reasons = next(iter(reasons.values()))
    return name, reasons[0]
