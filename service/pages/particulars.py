"""The smaller facts of a quote and its article, in sentences or links; None where there is nothing to say."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from corpus.model import Article, AttributedSpeaker, CitedArticle, Confidence, Quote, Review
from service.pages import wording
from service.pages.readers import share, web_address

_STATUSES = {
    "resolved": "The article says whose words they are",
    "ambiguous": "The article leaves more than one speaker possible",
    "unknown": "The article does not say whose words they are",
}


_BLOCKERS = {
    "indirect": "It is a paraphrase.",
    "translated": "It is a translation.",
    "back_translated": "It was translated, and translated back.",
    "wording_unknown": "Whether these are the very words is not known.",
    "partial_needs_lead_in": "It is a fragment, and misleads without the words before it.",
    "ambiguous_speaker": "The article leaves open whose words they are.",
    "unknown_speaker": "The article does not say whose words they are.",
}
_MISSING = {
    "original_publisher": "who first published it",
    "original_url": "where it was first published",
    "publisher": "who published this page",
    "published_at": "when this page was published",
}


def attribution(quote: Quote) -> str:
    """Who is taken to have said it and by which rule."""
    status = _STATUSES[quote.attribution.status]
    rule = quote.attribution.rule
    return f"{status} (rule: {_spaced(rule)})" if rule and quote.review.method == "rule" else status


def mention(speaker: AttributedSpeaker) -> str:
    """How the article names a speaker."""
    words = [f"printed as “{speaker.mention_as_printed}”"] if speaker.mention_as_printed else []
    if speaker.kind != "anonymous":
        words.append(wording.RESOLUTIONS[speaker.resolution])
    if speaker.anonymous and (claimed := speaker.anonymous.count_claimed):
        words.append("one person" if claimed == 1 else f"{claimed} people")
    if speaker.anonymous and speaker.anonymous.terms_as_printed:
        words.append(f"“{speaker.anonymous.terms_as_printed}”")
    return ", ".join(words)


def vouched(review: Review) -> str:
    """Who answers for the attribution."""
    if review.method == "human":
        return f"{review.by or 'a person'}, who read it"
    return "a rule of the extractor" + (f", version {review.extractor_version}" if review.extractor_version else "")


def confidence(known: Confidence) -> str | None:
    """The probabilities that were claimed, as percentages."""
    claims = {"words": known.span, "speaker": known.speaker, "type": known.type, "date": known.date}
    words = [f"{name} {share(value)}" for name, value in claims.items() if value is not None]
    return ", ".join(words) or None


def article_link(article: CitedArticle, url: str) -> Markup:
    """The article's title, or what stands for it, linked to its page here."""
    return Markup('<a href="{}" dir="auto">{}</a>').format(url, article.title or "The page prints no title")


def original_link(article: Article | CitedArticle) -> Markup | None:
    """The publication that an article was copied or translated from, as far as it is known."""
    original = article.original
    if original is None:
        return None
    url = web_address(original.url)
    name = original.publisher or ("its page" if url else "not named on the page")
    shown = Markup('<a href="{}" rel="external">{}</a>').format(url, name) if url else Markup.escape(name)
    notes = [wording.language(original.lang), f"shown by “{original.basis}”" if original.basis else None]
    told = ", ".join(note for note in notes if note)
    return shown + (Markup(' <span class="note">({})</span>').format(told) if told else "")


def blockers(quote: Quote) -> tuple[str, ...]:
    """Why the words may not stand in quotation marks in print, a sentence each."""
    return tuple(_BLOCKERS.get(blocker) or f"{wording.capitalised(_spaced(blocker))}." for blocker in quote.blockers)


def missing(links: Iterable[str]) -> tuple[str, ...]:
    """What the page does not tell of the way that words came."""
    return tuple(_MISSING.get(link) or _spaced(link) for link in links)


def _spaced(word: str) -> str:
    return word.replace("_", " ").rstrip(".")
