"""What the endpoints give. The types are those of `corpus.model` with little added; OpenAPI's schemas and the JSON are
both made from them (openapi.py, presenters.py), so a field is written down once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import msgspec

from corpus.inserting import Brackets
from corpus.model import CitedArticle, ProvenanceStep, Quotation, Quote, Speaker
from corpus.record import LoggedCorrection, RevisionKind
from corpus.verification import SpeakerMatch, TextMatch
from index.contract import FacetValue, Highlight, Suggestion
from service.verifying import DateMatch, Match, Run

# ------------------------------------------------------------------------------------------------ quotes


@dataclass(frozen=True, slots=True)
class FoundQuote(Quote):
    """The quote record as a search finds it. `score` is null where relevance was not asked for."""

    score: float | None = None
    highlights: tuple[Highlight, ...] = ()


class QuoteLinks(msgspec.Struct, frozen=True):
    self: str
    html: str
    citation: str
    annotation: str
    history: str
    article: str
    cluster: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRecord(Quote):
    """The quote record at its own address."""

    links: QuoteLinks


class Understood(msgspec.Struct, frozen=True):
    """The search as it was given and as it was understood, in words. `suggestion`, where nothing was found, is another
    `q` that finds something."""

    q: str
    interpreted: str
    warnings: tuple[str, ...]
    suggestion: str | None = None


class IndexFacts(msgspec.Struct, frozen=True):
    """Which state of the index answered."""

    version: str
    built_at: str
    quotes: int
    articles: int


class SearchLinks(msgspec.Struct, frozen=True):
    self: str
    next: str | None
    html: str


Found = TypeVar("Found")


class Quotes(msgspec.Struct, Generic[Found], frozen=True):
    """One page of a search. `total` is exact."""

    query: Understood
    total: int
    results: tuple[Found, ...]
    facets: dict[str, list[FacetValue]]
    index: IndexFacts
    links: SearchLinks


class QuotesPage(Quotes[FoundQuote], frozen=True):  # documents what is served as Quotes[msgspec.Raw]
    """One page of a search, with all its fields."""


# ------------------------------------------------------------------------------------------------ lists


class PageLinks(msgspec.Struct, frozen=True):
    self: str
    next: str | None


class Addresses(msgspec.Struct, frozen=True):
    """Of a speaker or an article, for programs and for people, and of the search for its quotes."""

    self: str
    html: str
    quotes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSpeaker(Speaker):
    """A speaker with the number of their quotes and the days (EDTF) of the first and the last."""

    quotes: int
    first: str | None
    last: str | None
    links: Addresses


class SpeakersPage(msgspec.Struct, frozen=True):
    results: tuple[ListedSpeaker, ...]
    links: PageLinks


class Month(msgspec.Struct, frozen=True):
    """`month` as YYYY-MM, of the saying, or else of the publication."""

    month: str
    quotes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRecord(Speaker):
    """A speaker at their own address, with their quotes month by month."""

    quotes: int
    timeline: tuple[Month, ...]
    links: Addresses


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedArticle(CitedArticle):
    """An article's facts, never its body. `sha256` is of the UTF-8 text, `length` its code points."""

    sha256: str
    length: int
    provenance: tuple[ProvenanceStep, ...]
    missing_links: tuple[str, ...]
    quotes: int
    links: Addresses


class ArticlesPage(msgspec.Struct, frozen=True):
    results: tuple[ListedArticle, ...]
    links: PageLinks


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecord(ListedArticle):
    """An article at its own address. `related` are copies of one another, and originals."""

    related: tuple[CitedArticle, ...]


class Suggestions(msgspec.Struct, frozen=True):
    suggestions: tuple[Suggestion, ...]


# ------------------------------------------------------------------------------------------------ extraction


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundQuotation(Quotation):
    """A quotation of a draft, with its segments joined."""

    text: str = field()  # explicit, or the property of that name would be taken for the default


class Extracted(msgspec.Struct, frozen=True):
    """The quotations of a draft; every offset counts code points of `text`."""

    text: str
    quotations: tuple[FoundQuotation, ...]
    extractor_version: str


# ------------------------------------------------------------------------------------------------ verification


class TextAnswer(msgspec.Struct, frozen=True):
    match: TextMatch


class SpeakerAnswer(msgspec.Struct, frozen=True):
    match: SpeakerMatch


class DateAnswer(msgspec.Struct, frozen=True):
    match: DateMatch


Record = TypeVar("Record")


class MatchOf(msgspec.Struct, Generic[Record], frozen=True):
    """A quote beside a claim. `similarity`: the share of all words that both have, in order. `diff` has both whole."""

    match: Match
    text: TextAnswer
    speaker: SpeakerAnswer
    date: DateAnswer
    similarity: float
    quote: Record
    diff: tuple[Run, ...]
    brackets: Brackets


class CorpusFacts(msgspec.Struct, frozen=True):
    """What was compared with: how much, and the days on which the first and the last of it were published."""

    quotes: int
    articles: int
    first: str | None = msgspec.field(name="from")
    last: str | None = msgspec.field(name="to")


class VerdictOf(msgspec.Struct, Generic[Record], frozen=True):
    """What the record has on a claim. `match` is the first that holds; `matches` are the quotes most like it."""

    match: Match
    text: TextAnswer
    speaker: SpeakerAnswer
    date: DateAnswer
    matches: tuple[MatchOf[Record], ...]


class VerifiedOf(VerdictOf[Record], Generic[Record], frozen=True):
    """A verdict, and what it was made with."""

    corpus: CorpusFacts


class CheckedOf(msgspec.Struct, Generic[Record], frozen=True):
    """A quotation of a draft, with the verdict on it."""

    quotation: FoundQuotation
    verdict: VerdictOf[Record]


class DraftOf(msgspec.Struct, Generic[Record], frozen=True):
    """A draft, quotation by quotation; every offset counts code points of `text`."""

    text: str
    quotations: tuple[CheckedOf[Record], ...]
    corpus: CorpusFacts


class Verified(VerifiedOf[Quote], frozen=True):  # documents what is served as VerifiedOf[msgspec.Raw]
    """What the record has on a claim: evidence, never a verdict on truth."""


class CheckedDraft(DraftOf[Quote], frozen=True):
    """A draft, quotation by quotation; every offset counts code points of `text`."""


# ------------------------------------------------------------------------------------------------ corrections


class FieldChange(msgspec.Struct, frozen=True):
    """One field of the record, as it was before a revision and after."""

    field: str
    before: Any
    after: Any


class QuoteRevision(msgspec.Struct, frozen=True):
    """What a revision changed. `by` is a person, or the extractor with its version."""

    revision: int
    at: str
    by: str
    kind: RevisionKind
    reason: str | None
    changes: tuple[FieldChange, ...]


class HistoryLinks(msgspec.Struct, frozen=True):
    self: str
    quote: str


class QuoteHistory(msgspec.Struct, frozen=True):
    """Every revision of a quote, first to last."""

    id: str
    revisions: tuple[QuoteRevision, ...]
    links: HistoryLinks


class CorrectionsPage(msgspec.Struct, frozen=True):
    """The log of corrections, the newest first. Never words or names."""

    results: tuple[LoggedCorrection, ...]
    links: PageLinks
