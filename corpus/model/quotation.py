"""What is found in an article: its quotations, each with cue, mention, attribution and circumstances."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from msgspec import Struct

from corpus.model.article import DateBasis
from corpus.model.speaker import SpeakerKind

QuotationType = Literal["direct", "partial", "indirect"]
Stance = Literal["asserts", "denies", "asks", "unknown"]
AttributionStatus = Literal["resolved", "ambiguous", "unknown"]
Resolution = Literal["explicit", "surname", "pronoun", "title", "inferred"]
ChannelType = Literal[
    "told_reporters", "statement", "speech", "interview", "briefing", "social_post", "document", "unknown"
]
DatePrecision = Literal["day", "week", "month", "season", "year", "interval", "unknown"]

SEGMENT_JOINT = " … "


class Span(Struct, frozen=True, order=True, gc=False):
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


@dataclass(frozen=True, slots=True)
class SaidAt:
    """When words were said. `text_as_printed` is the phrase ("late last month"); `edtf` is null if it has no anchor."""

    edtf: str | None = None
    precision: DatePrecision = "unknown"
    basis: DateBasis = "unknown"
    text_as_printed: str | None = None


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
    """A speaker as one quotation has them. `slug` is null for anonymous speakers and for those in no register;
    `role_then` is the office that the register has for them when it was said."""

    name: str
    kind: SpeakerKind
    slug: str | None = None
    qid: str | None = None
    mention_as_printed: str | None = None
    role_as_printed: str | None = None
    resolution: Resolution = "explicit"
    anonymous: Anonymous | None = None
    role_then: str | None = None


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
