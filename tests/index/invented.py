"""Quotes invented for the tests of the index: nobody ever said these."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from corpus.model import (
    SEGMENT_JOINT,
    ArticleRelation,
    AttributedSpeaker,
    Attribution,
    AttributionStatus,
    Channel,
    ChannelType,
    Citation,
    CitedArticle,
    ClusterMembership,
    Confidence,
    PublishedAt,
    QuotationType,
    Quote,
    QuoteState,
    Review,
    SaidAt,
    Segment,
    Selector,
    Speaker,
)
from index import Entry

ADA = Speaker("ada-quill", "Ada Quill", "person", ("Minister Quill", "A. B. Quill"), qid="Q101")
BORIS = Speaker("boris-o-marsh", "Boris O’Marsh", "person", ("Ambassador O'Marsh",))
COUNCIL = Speaker("harbour-council", "Harbour Council", "organization")
REGISTER = {speaker.slug: speaker for speaker in (ADA, BORIS, COUNCIL)}


@dataclass(frozen=True)
class Invented:
    """What a test wants of a quote; everything else is filled in."""

    text: str | tuple[str, ...]
    speakers: tuple[Speaker | AttributedSpeaker, ...] = (ADA,)
    said: str | None = None
    published: str | None = None
    publisher: str | None = "The Tidewater Gazette"
    title: str | None = None
    article: str = "a_one"
    type: QuotationType = "direct"
    status: AttributionStatus = "resolved"
    channel: ChannelType = "unknown"
    relation: ArticleRelation = "original"
    lang: str | None = "en"
    confidence: float | None = None
    reviewed: bool = False
    state: QuoteState = "active"
    cluster: str | None = None


def quote(number: int, wanted: Invented) -> Quote:
    """The quote with the id ``q_<number>``."""
    texts = (wanted.text,) if isinstance(wanted.text, str) else wanted.text
    segments = tuple(Segment(text, 0, len(text), 0, wanted.type) for text in texts)
    selectors = tuple(Selector(text, "", "", 0, len(text), "0" * 64) for text in texts)
    article = CitedArticle(
        wanted.article,
        title=wanted.title,
        publisher=wanted.publisher,
        published_at=PublishedAt(wanted.published, "stated" if wanted.published else "unknown"),
        relation=wanted.relation,
    )
    return Quote(
        id=f"q_{number:04d}",
        revision=1,
        state=wanted.state,
        type=wanted.type,
        text=SEGMENT_JOINT.join(texts),
        segments=segments,
        citation=Citation(article, selectors[0], selectors),
        attribution=Attribution(wanted.status),
        speakers=tuple(map(_attributed, wanted.speakers)),
        said_at=SaidAt(wanted.said),
        channel=Channel(wanted.channel),
        lang=wanted.lang,
        cluster=ClusterMembership(wanted.cluster) if wanted.cluster else None,
        confidence=Confidence(speaker=wanted.confidence),
        review=Review("human" if wanted.reviewed else "rule"),
    )


def entry(seq: int, number: int, wanted: Invented) -> Entry:
    """The change numbered `seq`, which is about the quote with that number."""
    made = quote(number, wanted)
    known = tuple(REGISTER[speaker.slug] for speaker in made.speakers if speaker.slug in REGISTER)
    return Entry(seq, made, known, f'{{"id":"{made.id}","seq":{seq}}}'.encode())


def entries(*wanted: Invented | str) -> list[Entry]:
    """Entries of quotes 1, 2, 3, …; a bare text is said by Ada Quill."""
    quotes = [Invented(one) if isinstance(one, str) else one for one in wanted]
    return [entry(number, number, one) for number, one in enumerate(quotes, 1)]


def gone(seq: int, number: int) -> Entry:
    """The withdrawal of a quote."""
    made = entry(seq, number, Invented("forget this"))
    return replace(made, quote=replace(made.quote, state="withdrawn"))


def numbers(ids: Iterable[str]) -> list[int]:
    """Quote ids as the numbers they were made from."""
    return [int(quote_id.removeprefix("q_")) for quote_id in ids]


def _attributed(speaker: Speaker | AttributedSpeaker) -> AttributedSpeaker:
    if isinstance(speaker, AttributedSpeaker):
        return speaker
    return AttributedSpeaker(speaker.name, speaker.kind, speaker.slug, speaker.qid)
