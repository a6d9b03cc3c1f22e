"""What a request may ask for. A wrong value is named, with the nearest right one; none is silently replaced."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import get_args

from corpus.errors import InvalidRequest
from corpus.model import ChannelType, Fidelity, QuotationType
from index.contract import ATTRIBUTIONS, FACETS, MAX_LIMIT, Group, Match, Republished, SearchRequest, Sort

ALLOWED: Mapping[str, tuple[str, ...]] = {
    "match": get_args(Match),
    "sort": get_args(Sort),
    "republished": get_args(Republished),
    "group": get_args(Group),
    "type": get_args(QuotationType),
    "attribution": ATTRIBUTIONS,
    "fidelity": get_args(Fidelity),
    "channel": get_args(ChannelType),
    "facets": FACETS,
}


def check(request: SearchRequest) -> None:
    """Raise InvalidRequest, naming the parameter, for a value that has no meaning."""
    for parameter, allowed in ALLOWED.items():
        given = getattr(request, parameter)
        for value in given if isinstance(given, tuple) else (given,):
            if value is not None and value not in allowed:
                raise _not_allowed(value, parameter, allowed)
    if not 1 <= request.limit <= MAX_LIMIT:
        raise InvalidRequest(f"{request.limit} is not between 1 and {MAX_LIMIT}", parameter="limit")
    if request.page is not None and request.page < 1:
        raise InvalidRequest(f"{request.page} is no page: they count from 1", parameter="page")
    if request.page is not None and request.cursor is not None:
        raise InvalidRequest("a page and a cursor cannot both be asked for", parameter="cursor")
    if request.min_confidence is not None and not 0 <= request.min_confidence <= 1:
        raise InvalidRequest(f"{request.min_confidence} is not between 0 and 1", parameter="min_confidence")


def _not_allowed(value: str, parameter: str, allowed: tuple[str, ...]) -> InvalidRequest:
    nearest = next(iter(get_close_matches(value, allowed, n=1, cutoff=0.5)), None)
    return InvalidRequest(f"“{value}” is none of {', '.join(allowed)}", parameter=parameter, nearest=nearest)
