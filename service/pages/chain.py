"""The hands that words went through, in one line: *said to reporters in Brussels → reported by … → copied by …*."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import Channel, ChannelType, CitedArticle, ProvenanceKind, ProvenanceStep, Quote
from service.pages.wording import language

_SAID_THROUGH: dict[ChannelType, str] = {
    "told_reporters": "said",
    "statement": "said in a statement",
    "speech": "said in a speech",
    "interview": "said in an interview",
    "briefing": "said at a briefing",
    "social_post": "posted",
    "document": "written in a document",
    "unknown": "said",
}
_BY: dict[ProvenanceKind, str] = {
    "said": "said by",
    "told": "told to",
    "reported": "reported by",
    "republished": "copied by",
    "translated": "translated by",
}
_BY_NOBODY_NAMED: dict[ProvenanceKind, str] = {
    "said": "said",
    "told": "told to somebody not named",
    "reported": "reported by an outlet that the page does not name",
    "republished": "copied by a site that the page does not name",
    "translated": "translated",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One hand: what it did; the words of the article that show it; a link to it and a date (EDTF), if known."""

    words: str
    evidence: str | None = None
    url: str | None = None
    date: str | None = None


def chain(quote: Quote) -> tuple[Step, ...]:
    """From the saying of the words to the page where they were found."""
    article = quote.citation.article
    steps = [_said(quote), *(_step(step, article) for step in quote.provenance if not _is_said(step, quote))]
    if not any(step.step in ("reported", "republished", "translated") for step in quote.provenance):
        steps.append(_published(article))
    return tuple(steps)


def saying(channel: Channel, addressee: str | None) -> str:
    """How words were said: "said to reporters in Brussels", "posted on X"."""
    words = _SAID_THROUGH[channel.type]
    if channel.type == "told_reporters":
        words = f"said to {addressee or 'reporters'}"
    elif addressee:
        words += f" to {addressee}"
    if channel.venue:
        words += f" {'on' if channel.type == 'social_post' else 'in'} {channel.venue}"
    if channel.event:
        words += f", {channel.event}"
    return words


def _said(quote: Quote) -> Step:
    step = next((step for step in quote.provenance if step.step == "said"), ProvenanceStep("said"))
    return Step(saying(quote.channel, quote.addressee), step.evidence_text, step.url, step.date)


def _is_said(step: ProvenanceStep, quote: Quote) -> bool:
    """Whether the step is the saying itself, or tells again to whom it was said."""
    return step.step == "said" or (step.step == "told" and step.actor == quote.addressee)


def _step(step: ProvenanceStep, article: CitedArticle) -> Step:
    words = f"{_BY[step.step]} {step.actor}" if step.actor else _BY_NOBODY_NAMED[step.step]
    if step.step == "translated" and (lang := language(article.original.lang if article.original else None)):
        words = words.replace("translated", f"translated from {lang}", 1)
    return Step(words, step.evidence_text, step.url, step.date)


def _published(article: CitedArticle) -> Step:
    return Step(f"published by {article.publisher or 'an outlet that the page does not name'}", url=article.url)
