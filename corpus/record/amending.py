"""What a person may correct of a quote: who said it, when, to whom, through what, and what must stand before it.

Never the words, nor where they stand: those are the article's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.model import (
    Article,
    AttributedSpeaker,
    Attribution,
    Channel,
    DatePrecision,
    LeadIn,
    ProvenanceStep,
    Quotation,
    Quote,
    SaidAt,
    Speaker,
)
from corpus.provenance import fidelity
from corpus.record.days import earliest

NEEDS_LEAD_IN = "partial_needs_lead_in"
PRECISION: tuple[tuple[str, DatePrecision], ...] = (
    (r"\d{4}-\d{2}-\d{2}[?~%]?", "day"),
    (r"\d{4}-(0[1-9]|1[0-2])[?~%]?", "month"),
    (r"\d{4}-2[1-4][?~%]?", "season"),
    (r"\d{4}[?~%]?", "year"),
    (r".*/.*", "interval"),
)


@dataclass(frozen=True, slots=True)
class Amendment:
    """The fields to correct; None leaves one as it is. No `speakers` means that nobody knows who said it; an empty
    `said_at`, `addressee` or `lead_in` takes it away."""

    speakers: tuple[Speaker, ...] | None = None
    said_at: SaidAt | None = None
    addressee: str | None = None
    channel: Channel | None = None
    lead_in: str | None = None


def dated(edtf: str) -> SaidAt | None:
    """A day or vaguer date (EDTF, ISO 8601-2:2019) that a person has found out; None if it is none."""
    precision = next((name for pattern, name in PRECISION if re.fullmatch(pattern, edtf)), None)
    if precision is None or earliest(edtf) is None:
        return None
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", edtf):
        try:
            date.fromisoformat(edtf)
        except ValueError:
            return None
    return SaidAt(edtf, precision, "stated")


def amended(quote: Quote, amendment: Amendment, article: Article, known: Sequence[Speaker]) -> Quote:
    """The quote with its corrections, and with all that follows from them. `known` are the register's entries of those
    who speak in it so far."""
    new = quote
    if amendment.speakers is not None:
        new = attributed(new, amendment.speakers)
    if amendment.said_at is not None:
        new = redated(new, amendment.said_at)
    if amendment.addressee is not None:
        new = replace(new, addressee=amendment.addressee or None)
    if amendment.channel is not None:
        new = replace(new, channel=amendment.channel)
    if amendment.lead_in is not None:
        new = introduced(new, amendment.lead_in)
    if amendment.speakers is not None or amendment.channel is not None:
        new = weighed(new, article, known if amendment.speakers is None else amendment.speakers)
    return replace(new, provenance=tuple(retold(new)))


def redated(quote: Quote, said_at: SaidAt) -> Quote:
    """The quote with another date, found from the same words of the article; or with none, from none."""
    if said_at.edtf is None:
        return replace(quote, said_at=said_at, confidence=replace(quote.confidence, date=None))
    printed = replace(said_at, text_as_printed=quote.said_at.text_as_printed)
    return replace(quote, said_at=printed, confidence=replace(quote.confidence, date=1.0))


def attributed(quote: Quote, speakers: Sequence[Speaker]) -> Quote:
    before = {speaker.slug: speaker for speaker in quote.speakers if speaker.slug}
    only = quote.speakers[0] if len(quote.speakers) == len(speakers) == 1 else None
    spoken = tuple(before.get(speaker.slug) or speaking(speaker, only) for speaker in speakers)
    status = Attribution("resolved" if spoken else "unknown")
    if (spoken, status.status) == (quote.speakers, quote.attribution.status):
        return quote
    return replace(
        quote,
        speakers=spoken,
        attribution=status,
        confidence=replace(quote.confidence, speaker=1.0 if spoken else None),
    )


def speaking(speaker: Speaker, instead_of: AttributedSpeaker | None) -> AttributedSpeaker:
    """A register entry as the speaker of a quote: the mention stays as printed, whomever it was taken to name."""
    mention = instead_of.mention_as_printed if instead_of else None
    how = instead_of.resolution if instead_of else "inferred"
    return AttributedSpeaker(speaker.name, speaker.kind, speaker.slug, speaker.qid, mention, resolution=how)


def introduced(quote: Quote, words: str) -> Quote:
    """The quote with an editor's note before it, or without: a fragment without one is not quotable."""
    lead_in = LeadIn(words, "editor_note") if words else None
    others = tuple(blocker for blocker in quote.blockers if blocker != NEEDS_LEAD_IN)
    blockers = (*others, NEEDS_LEAD_IN) if quote.type == "partial" and lead_in is None else others
    return replace(quote, lead_in=lead_in, blockers=blockers, quotable_verbatim=not blockers)


def weighed(quote: Quote, article: Article, speakers: Sequence[Speaker]) -> Quote:
    """The quote with its fidelity as it follows from who said it through what."""
    quotation = Quotation(
        quote.type,
        quote.segments,
        quote.cue,
        attribution=quote.attribution,
        channel=quote.channel,
        lead_in=quote.lead_in,
    )
    measure, original_lang, quotable, blockers, _ = fidelity(article, quotation, speakers)
    return replace(
        quote, fidelity=measure, original_lang=original_lang, quotable_verbatim=quotable, blockers=tuple(blockers)
    )


def retold(quote: Quote) -> Iterator[ProvenanceStep]:
    """Said, told, and then the article's own way, as before."""
    before = {step.step: step for step in quote.provenance}
    date = quote.said_at.edtf
    if quote.speakers:
        actor = " and ".join(speaker.name for speaker in quote.speakers)
        yield replace(before.get("said", ProvenanceStep("said")), actor=actor, date=date)
    if quote.addressee:
        told = before.get("told", ProvenanceStep("told"))
        same = told.actor == quote.addressee
        if not same:
            told = replace(told, evidence_text=None, start=None, end=None)
        yield replace(told, actor=quote.addressee, date=date)
    yield from (step for step in quote.provenance if step.step not in ("said", "told"))
