"""The nouns of the house: frozen, slotted types that every room shares.

`Article`, `Quotation` and `Quote` are what goes in, what is found in it, and what is kept. Field names are those of
the quote record as it is served, so a `Quote` turned into JSON *is* the API's record. Enumerations are closed sets
of strings; where nothing is known the value is ``unknown`` or ``None``, never a guess.

Every offset in this module counts Unicode code points of `Article.text`, half-open: ``text[start:end]``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

QuotationType = Literal["direct", "partial", "indirect"]
Stance = Literal["asserts", "denies", "asks", "unknown"]
AttributionStatus = Literal["resolved", "ambiguous", "unknown"]
SpeakerKind = Literal["person", "organization", "group", "anonymous", "document"]
Resolution = Literal["explicit", "surname", "pronoun", "title", "inferred"]
ChannelType = Literal[
    "told_reporters", "statement", "speech", "interview", "briefing", "social_post", "document", "unknown"
]
DateBasis = Literal["stated", "inferred_from_weekday", "inferred_from_publication", "inferred_from_content", "unknown"]
DatePrecision = Literal["day", "week", "month", "season", "year", "interval", "unknown"]
ArticleRelation = Literal["original", "republication", "syndication", "translation", "rewrite", "unknown"]
Fidelity = Literal["verbatim_as_published", "translated", "back_translated", "paraphrase", "unknown"]
QuoteState = Literal["active", "corrected", "disputed", "withdrawn", "merged"]
ProvenanceKind = Literal["said", "told", "reported", "republished", "translated"]
Difference = Literal["identical", "punctuation", "truncated", "wording", "translation"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points; its order is that of the text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words this span covers in `text`."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


# ------------------------------------------------------------------------------------------------ dates


@dataclass(frozen=True, slots=True)
class PublishedAt:
    """When an article was published: an EDTF (ISO 8601-2:2019) string and how it is known."""

    edtf: str | None = None
    basis: DateBasis = "unknown"


@dataclass(frozen=True, slots=True)
class SaidAt:
    """When words were said. `text_as_printed` is the phrase ("late last month"); `edtf` is null if it has no anchor."""

    edtf: str | None = None
    precision: DatePrecision = "unknown"
    basis: DateBasis = "unknown"
    text_as_printed: str | None = None


# ------------------------------------------------------------------------------------------------ article


@dataclass(frozen=True, slots=True)
class Original:
    """The publication that an article was copied, syndicated or translated from."""

    publisher: str | None = None
    url: str | None = None
    lang: str | None = None
    basis: str | None = None
    """The words of the article that show it ("Source link")."""


@dataclass(frozen=True, slots=True)
class ProvenanceStep:
    """One hand that words went through, with the words of the article that show it."""

    step: ProvenanceKind
    actor: str | None = None
    evidence_text: str | None = None
    url: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A published document as read. `text` never changes after ingest; it is null for bundled articles, whose text is
    not ours to carry: `sha256` (of the UTF-8 text) and `length` (code points) then stand for it."""

    id: str
    sha256: str
    length: int
    text: str | None = None
    version: int = 1
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    published_at: PublishedAt = PublishedAt()
    retrieved_at: str | None = None
    lang: str | None = None
    relation: ArticleRelation = "unknown"
    original: Original | None = None
    provenance: tuple[ProvenanceStep, ...] = ()
    missing_links: tuple[str, ...] = ()


# ------------------------------------------------------------------------------------------------ quotation


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of what was said, without its quotation marks. `paragraph` counts from 0."""

    text: str
    start: int
    end: int
    paragraph: int
    type: QuotationType


@dataclass(frozen=True, slots=True)
class LeadIn:
    """Words without which a partial quotation misleads."""

    text: str
    basis: Literal["as_printed", "editor_note"]


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that signal speech, as printed: *said*, *warned*, *according to*."""

    text: str
    start: int
    end: int
    stance: Stance = "asserts"


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that name the speaker, as printed: *Kirby*, *he*, *a second U.S. official*."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Anonymous:
    """An unnamed speaker of one article. `ordinal` tells several apart; `count_claimed` is the number printed
    ("two officials"): 1 stays 1."""

    descriptor: str
    ordinal: int = 1
    count_claimed: int | None = None
    terms_as_printed: str | None = None


@dataclass(frozen=True, slots=True)
class AttributedSpeaker:
    """A speaker as one quotation has them. `slug` is null for anonymous speakers and for those in no register."""

    name: str
    kind: SpeakerKind
    slug: str | None = None
    qid: str | None = None
    mention_as_printed: str | None = None
    role_as_printed: str | None = None
    resolution: Resolution = "explicit"
    anonymous: Anonymous | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is taken to have said it, by which rule, and how surely. `candidates` names those left when ambiguous."""

    status: AttributionStatus = "unknown"
    rule: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Channel:
    """Through what it was said: `venue` is a place or platform ("Brussels", "X"), `event` an occasion."""

    type: ChannelType = "unknown"
    venue: str | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Confidence:
    """Probabilities from 0 to 1 that span, speaker, type and date are right; null where nothing was claimed."""

    span: float | None = None
    speaker: float | None = None
    type: float | None = None
    date: float | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that an article presents as somebody's, with all that the article says of their saying."""

    type: QuotationType
    segments: tuple[Segment, ...]
    cue: Cue | None = None
    mention: Mention | None = None
    attribution: Attribution = Attribution()
    speakers: tuple[AttributedSpeaker, ...] = ()
    lead_in: LeadIn | None = None
    addressee: str | None = None
    channel: Channel = Channel()
    said_at: SaidAt = SaidAt()
    confidence: Confidence = Confidence()

    @property
    def text(self) -> str:
        """The segments, joined by an ellipsis between spaces."""
        return SEGMENT_JOINT.join(segment.text for segment in self.segments)

    @property
    def spans(self) -> Iterator[Span]:
        return (Span(segment.start, segment.end) for segment in self.segments)


SEGMENT_JOINT = " … "


# ------------------------------------------------------------------------------------------------ speaker


@dataclass(frozen=True, slots=True)
class Role:
    """An office held from `since` until `until` (EDTF; null where open or not known)."""

    title: str
    organization: str | None = None
    since: str | None = None
    until: str | None = None
    cited_from: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """An entry of the speaker register. `reviewed` is false for entries that an ingested article opened."""

    slug: str
    name: str
    kind: SpeakerKind
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    qid: str | None = None
    lang: str | None = None
    reviewed: bool = False


# ------------------------------------------------------------------------------------------------ quote


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
    """One revision as readers see it."""

    revision: int
    at: str
    kind: str
    reason: str | None = None


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
