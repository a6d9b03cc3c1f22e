"""What is kept and cited: the quote record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from corpus.model.article import ArticleRelation, Original, ProvenanceStep, PublishedAt
from corpus.model.quotation import (
    AttributedSpeaker,
    Attribution,
    Channel,
    Confidence,
    Cue,
    LeadIn,
    QuotationType,
    SaidAt,
    Segment,
)

Fidelity = Literal["verbatim_as_published", "translated", "back_translated", "paraphrase", "unknown"]
QuoteState = Literal["active", "corrected", "disputed", "withdrawn", "merged"]
TRANSLATIONS: frozenset[Fidelity] = frozenset({"translated", "back_translated"})
Difference = Literal["identical", "punctuation", "truncated", "wording", "translation"]
WithdrawalClass = Literal[
    "not_said",
    "wrong_speaker",
    "wrong_wording",
    "not_a_quotation",
    "article_retracted",
    "privacy",
    "legal",
    "no_longer_found",
    "other",
]
"""Why a quote was withdrawn: all that readers are told. `no_longer_found`: by a later extractor, or a later text."""


@dataclass(frozen=True, slots=True)
class CitedArticle:
    """What a citation says of the article: what the page does not print is null, or says how it was inferred."""

    id: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    published_at: PublishedAt = PublishedAt()
    retrieved_at: str | None = None
    lang: str | None = None
    relation: ArticleRelation = "unknown"
    original: Original | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Selector:
    """Where the words stand, twice (W3C Web Annotation, 4.2.4 and 4.2.5): by position (`start`, `end`, and the
    `sha256` of the article text they count in) and by words (`exact`, with 32 characters before and after).
    One selector covers one segment: ``text[start:end] == exact``."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    sha256: str


@dataclass(frozen=True, slots=True)
class DeepLink:
    """A link that lands on the words (`state` says whether a landing was ever checked)."""

    url: str | None = None
    state: Literal["unchecked", "verified", "broken", "unavailable"] = "unavailable"


@dataclass(frozen=True, slots=True)
class Citation:
    """Article facts and the selectors that find the words again. `selector` is the first segment's; a split
    quotation has one for each of its segments in `selectors`."""

    article: CitedArticle
    selector: Selector
    selectors: tuple[Selector, ...] = ()
    deep_link: DeepLink = DeepLink()


@dataclass(frozen=True, slots=True)
class Context:
    """A capped number of the article's words on each side; null for bundled quotes."""

    before: str
    after: str
    truncated: bool


@dataclass(frozen=True, slots=True)
class ClusterMembership:
    """The cluster of a quote: its id, how many quotes report the same utterance, in how many independent reports, and
    how this one differs from the fullest of them."""

    id: str
    appearances: int = 1
    independent_reports: int = 1
    difference: Difference = "identical"


@dataclass(frozen=True, slots=True)
class Review:
    """Who vouches for the attribution: a rule of the extractor, or a person."""

    method: Literal["rule", "human"] = "rule"
    by: str | None = None
    at: str | None = None
    extractor_version: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """One revision as readers see it. A withdrawal has a `reason_class`; its `reason` is for editors alone."""

    revision: int
    at: str
    kind: str
    reason: str | None = None
    reason_class: WithdrawalClass | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """The record that is kept and cited: quotation, attribution, citation, when, where and to whom."""

    id: str
    revision: int
    state: QuoteState
    type: QuotationType
    text: str
    segments: tuple[Segment, ...]
    citation: Citation
    lead_in: LeadIn | None = None
    cue: Cue | None = None
    attribution: Attribution = Attribution()
    speakers: tuple[AttributedSpeaker, ...] = ()
    addressee: str | None = None
    channel: Channel = Channel()
    said_at: SaidAt = SaidAt()
    provenance: tuple[ProvenanceStep, ...] = ()
    missing_links: tuple[str, ...] = ()
    lang: str | None = None
    original_lang: str | None = None
    fidelity: Fidelity = "unknown"
    quotable_verbatim: bool = False
    blockers: tuple[str, ...] = ()
    context: Context | None = None
    cluster: ClusterMembership | None = None
    confidence: Confidence = Confidence()
    review: Review = field(default_factory=Review)
    corrections: tuple[Correction, ...] = ()
    merged_into: str | None = None
    created_at: str | None = None
    updated_at: str | None = None

    @property
    def fullness(self) -> tuple[bool, int, bool]:
        """What makes one appearance of an utterance fuller than another: that its words stand in marks, then how many
        there are, then that nobody translated them."""
        return self.type != "indirect", len(self.text.split()), self.fidelity not in TRANSLATIONS
