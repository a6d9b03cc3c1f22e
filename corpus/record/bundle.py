"""The quotes that come with the project: reviewed, cited, and without the articles they stand in.

One TOML file an article in corpus/data/quotes, written to be read by a reviewer. Loading is idempotent; what somebody
corrected here since is left as it is.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Literal

import msgspec

from corpus.citation import cite, cited, text_fragment_url
from corpus.model import (
    SEGMENT_JOINT,
    Article,
    AttributedSpeaker,
    Citation,
    Confidence,
    Cue,
    DeepLink,
    Fidelity,
    LeadIn,
    ProvenanceStep,
    Quotation,
    QuotationType,
    Quote,
    Review,
    Segment,
    Selector,
)
from corpus.model.quotation import Attribution, Channel, SaidAt
from corpus.record import articles
from corpus.record.answers import Loaded
from corpus.record.assembling import CONTEXT_WORDS
from corpus.record.enrolling import by_slug
from corpus.record.identity import same_by_spans
from corpus.record.redacting import hidden_in, without
from corpus.record.registering import changed_by_people
from corpus.record.writing import Writer
from corpus.speakers import Register

EDITORS = "onrecord editors"


@dataclass(frozen=True, slots=True)
class BundledSegment:
    """A segment with the characters that stand around it: at most 32 a side."""

    text: str
    start: int
    end: int
    paragraph: int
    type: QuotationType
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class BundledQuote:
    """A quotation as it was reviewed; the article's facts are said once, above."""

    id: str
    type: QuotationType
    segments: tuple[BundledSegment, ...]
    fidelity: Fidelity
    lead_in: LeadIn | None = None
    cue: Cue | None = None
    attribution: Attribution = Attribution()
    speakers: tuple[AttributedSpeaker, ...] = ()
    addressee: str | None = None
    channel: Channel = Channel()
    said_at: SaidAt = SaidAt()
    provenance: tuple[ProvenanceStep, ...] = ()
    original_lang: str | None = None
    blockers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BundledArticle:
    """One file of the bundle. `reviewed_at` is a day (ISO 8601)."""

    reviewed_at: str
    reviewed_by: Literal["onrecord editors"]
    article: Article
    quotes: tuple[BundledQuote, ...]


def read_bundle() -> Iterator[BundledArticle]:
    """The files of the bundle, by name."""
    folder = files("corpus").joinpath("data", "quotes")
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            yield msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), BundledArticle)


def load(writer: Writer) -> Loaded:
    """Bring the bundled speakers, articles and quotes into the record."""
    reviewed_here = changed_by_people(writer.connection)
    for speaker in Register.bundled():
        if speaker.slug not in reviewed_here and by_slug(writer.connection, speaker.slug) != speaker:
            writer.put_speaker(speaker)
    speakers = len(list(Register.bundled()))
    number = quotes = changed = 0
    for bundled in read_bundle():
        article = keep_article(writer, bundled.article)
        changed += keep_quotes(writer, bundled, article)
        number, quotes = number + 1, quotes + len(bundled.quotes)
    return Loaded(number, quotes, speakers, changed)


def keep_article(writer: Writer, article: Article) -> Article:
    """The bundled article as the record has it: with its text, if that was ever ingested."""
    before = articles.version_of(writer.connection, article.id, article.version)
    if before is not None:
        old = before.article
        article = replace(
            article, text=old.text, url=article.url or old.url, retrieved_at=article.retrieved_at or old.retrieved_at
        )
    extractor_version = before.extractor_version if before else None
    if before is None or not before.bundled or article != before.article:
        writer.put_article(article, bundled=True, extractor_version=extractor_version)
    return article


def keep_quotes(writer: Writer, bundled: BundledArticle, article: Article) -> int:
    """Bring the quotes of one file into the record; how many were new or changed."""
    stored = {quote.id: quote for quote in articles.all_quotes_of(writer.connection, article.id)}
    here = [quote for quote in stored.values() if quote.citation.article.version == article.version]
    same = same_by_spans(here, [quotation_of(quote) for quote in bundled.quotes])
    hidden = hidden_in(writer.connection, article)
    changed = 0
    for number, entry in enumerate(bundled.quotes):
        new = quote_of(entry, article, at=bundled.reviewed_at, by=bundled.reviewed_by)
        new = without(replace(new, speakers=present(writer, new.speakers)), hidden, article.text, CONTEXT_WORDS)
        old = stored.get(entry.id) or same.get(number)
        if old is None:
            writer.add(new, article.text, reason="bundled")
        elif old in here and is_ours(old) and not same_review(old, new):
            kept = replace(new, state="active", context=old.context)
            writer.revise(old, kept, article.text, kind="bundled", reason="the bundled quote was reviewed again")
        else:
            continue
        changed += 1
    return changed


def present(writer: Writer, speakers: tuple[AttributedSpeaker, ...]) -> tuple[AttributedSpeaker, ...]:
    """The speakers under the entries that theirs were merged into here, if they were."""
    return tuple(
        replace(speaker, slug=entry.slug, qid=entry.qid, name=entry.name)
        if speaker.slug and (entry := by_slug(writer.connection, speaker.slug)) and entry.slug != speaker.slug
        else speaker
        for speaker in speakers
    )


def is_ours(quote: Quote) -> bool:
    """Whether the bundle may change a quote: nobody reviewed it but the editors of the bundle."""
    return quote.review.method == "rule" or quote.review.by == EDITORS


def same_review(old: Quote, new: Quote) -> bool:
    """Whether a kept quote says what the bundle says, whatever became of it since."""
    kept = {"id", "revision", "state", "context", "corrections", "created_at", "updated_at"}
    return old == replace(new, **{name: getattr(old, name) for name in kept})


def quote_of(entry: BundledQuote, article: Article, *, at: str, by: str) -> Quote:
    """A bundled quotation as a quote of `article`. Everything in it was read by a person, and nothing is guessed."""
    segments = tuple(segment_of(segment) for segment in entry.segments)
    sure = 1.0 if entry.attribution.status == "resolved" else None
    return Quote(
        id=entry.id,
        revision=1,
        state="active",
        type=entry.type,
        text=SEGMENT_JOINT.join(segment.text for segment in segments),
        segments=segments,
        citation=citation_of(entry, article, segments),
        lead_in=entry.lead_in,
        cue=entry.cue,
        attribution=entry.attribution,
        speakers=entry.speakers,
        addressee=entry.addressee,
        channel=entry.channel,
        said_at=entry.said_at,
        provenance=entry.provenance,
        missing_links=article.missing_links,
        lang=article.lang,
        original_lang=entry.original_lang,
        fidelity=entry.fidelity,
        quotable_verbatim=not entry.blockers,
        blockers=entry.blockers,
        confidence=Confidence(span=1.0, speaker=sure, type=1.0, date=1.0 if entry.said_at.edtf else None),
        review=Review(method="human", by=by, at=at),
        created_at=at,
        updated_at=at,
    )


def citation_of(entry: BundledQuote, article: Article, segments: tuple[Segment, ...]) -> Citation:
    if article.text is not None:
        return cite(article, segments)
    selectors = tuple(
        Selector(segment.text, segment.prefix, segment.suffix, segment.start, segment.end, article.sha256)
        for segment in entry.segments
    )
    link = DeepLink(text_fragment_url(article.url, selectors), "unchecked") if article.url else DeepLink()
    return Citation(cited(article), selectors[0], selectors, link)


def segment_of(segment: BundledSegment) -> Segment:
    return Segment(segment.text, segment.start, segment.end, segment.paragraph, segment.type)


def quotation_of(entry: BundledQuote) -> Quotation:
    """Its spans, as quotations are compared."""
    return Quotation(entry.type, tuple(segment_of(segment) for segment in entry.segments))
