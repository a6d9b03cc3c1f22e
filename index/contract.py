"""What goes into the index and what comes out of it: frozen types, no behaviour.

Dates are `datetime.date`; offsets count Unicode code points, half-open, as everywhere in the house.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import msgspec

from corpus.model import Quote, Speaker

WordForms = Literal["stemmed", "exact"]
Match = Literal["stemmed", "exact", "fuzzy"]
Sort = Literal["relevance", "-said_at", "said_at", "-published_at"]
Republished = Literal["include", "exclude", "only"]
Group = Literal["none", "cluster"]
HighlightField = Literal["text", "speaker", "title"]

MAX_LIMIT = 100
FACETS = ("speaker", "publisher", "type", "attribution", "fidelity", "channel", "year", "month")
ATTRIBUTIONS = ("named", "anonymous", "organization", "joint", "ambiguous", "unknown")


# ------------------------------------------------------------------------------------------------ in


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of the record: the quote as it now is, the register's entries of its speakers, and the bytes of its
    JSON answer. A quote whose state is withdrawn or merged is to be removed."""

    seq: int
    quote: Quote
    speakers: tuple[Speaker, ...]
    payload: bytes


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One search. Repeated values of a filter are alternatives; different filters must all hold; ranges include
    their ends. `like` is the id of a quote: others that share words with it, those first that share the most telling
    ones. `year` and `month` (EDTF) are of the saying, or else of the publication. `sort` is relevance where `q` has
    words or `like` is given, else newest published first. `page` counts from 1. With `group` *cluster* the quotes of a
    cluster are one hit, the fullest of those found, and count once."""

    q: str = ""
    match: Match = "stemmed"
    like: str | None = None
    speaker: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    attribution: tuple[str, ...] = ()
    fidelity: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    lang: tuple[str, ...] = ()
    original_lang: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    month: tuple[str, ...] = ()
    said_from: date | None = None
    said_to: date | None = None
    published_from: date | None = None
    published_to: date | None = None
    republished: Republished = "include"
    min_confidence: float | None = None
    reviewed: bool | None = None
    group: Group = "none"
    sort: Sort | None = None
    limit: int = 20
    cursor: str | None = None
    page: int | None = None
    facets: tuple[str, ...] = ()
    highlight: bool = True


# ------------------------------------------------------------------------------------------------ out


@dataclass(frozen=True, slots=True)
class IndexState:
    """Which state of the index answers. `version` differs whenever the answers may; `sequence` is the last change of
    the record that is in it; `problem` says what is wrong when an earlier generation has to stand in."""

    version: str
    generation: str
    built_at: str
    quotes: int
    articles: int
    sequence: int
    problem: str | None = None


class Highlight(msgspec.Struct, frozen=True, order=True, gc=False):
    """Characters that made a quote match: offsets in `Quote.text`, in the speakers' names joined by ", ", or in the
    article's title. The phrase of a phrase search is one highlight."""

    field: HighlightField
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A quote that was found. `score` is null where relevance was not asked for."""

    id: str
    payload: bytes
    score: float | None
    highlights: tuple[Highlight, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetValue:
    """`value` is what the filter of that name takes; `label` is for people."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """One page of hits; `total` is exact. `interpreted` tells in words how `q` was understood."""

    interpreted: str
    warnings: tuple[str, ...]
    total: int
    hits: tuple[Hit, ...]
    state: IndexState
    facets: Mapping[str, list[FacetValue]] = field(default_factory=dict)
    next_cursor: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to search for: a speaker (`value` is the slug) or a phrase that was said. `count` is of quotes."""

    kind: Literal["speaker", "phrase"]
    value: str
    label: str
    count: int
