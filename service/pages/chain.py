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
    after = [step for step in quote.provenance if step.step not in ("said", "told")]
    steps = [_said(quote), *(_step(step) for step in after)]
    if after and after[-1].step == "translated":
        steps[-1] = _translated(after[-1], article)
    if not after:
        steps.append(_published(article))
    return tuple(steps)


def saying(channel: Channel, addressee: str | None) -> str:
    """How words were said: "said to reporters in Brussels", "posted on X"."""
    words = _SAID_THROUGH[channel.type]
    if channel.type == "told_reporters":
        words = f"said to {addressee or 'reporters'}"
    elif addressee:
        words += f" to {addressee}"
    if channel.venue and channel.venue not in (channel.event or ""):
        words += f" {'on' if channel.type == 'social_post' else 'in'} {channel.venue}"
    return f"{words} during {channel.event}" if channel.event else words


def _said(quote: Quote) -> Step:
    step = next((step for step in quote.provenance if step.step == "said"), ProvenanceStep("said"))
    told = next((step.actor for step in quote.provenance if step.step == "told"), None)
    return Step(saying(quote.channel, told or quote.addressee), step.evidence_text, step.url, step.date)


def _step(step: ProvenanceStep) -> Step:
    words = f"{_BY[step.step]} {step.actor}" if step.actor else _BY_NOBODY_NAMED[step.step]
    return Step(words, step.evidence_text, step.url, step.date)


def _translated(step: ProvenanceStep, article: CitedArticle) -> Step:
    """The last step where the page itself is a translation, of whose original the language may be known."""
    lang = language(article.original.lang) if article.original else None
    words = f"translated from {lang}" if lang else "translated"
    return Step(f"{words} by {step.actor}" if step.actor else words, step.evidence_text, step.url, step.date)


def _published(article: CitedArticle) -> Step:
    return Step(f"published by {article.publisher or 'an outlet that the page does not name'}", url=article.url)
