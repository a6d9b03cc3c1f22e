"""Article and quotation to quote: the record that is kept and cited."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.citation import cite
from corpus.errors import InvalidQuote
from corpus.model import Article, AttributedSpeaker, Context, Quotation, Quote, Review, Segment, Speaker
from corpus.provenance import fidelity

CONTEXT_WORDS = 60
LONGEST_WORD = 80
"""Code points allowed for each word of context, so that looking for sixty of them reads no whole book."""


def assemble(
    article: Article,
    quotation: Quotation,
    speakers: tuple[AttributedSpeaker, ...],
    known: Sequence[Speaker],
    *,
    quote_id: str,
    at: str,
    extractor_version: str,
    context_words: int = CONTEXT_WORDS,
) -> Quote:
    """The first revision of a quote. `speakers` are the quotation's with their slugs, `known` their register entries.

    Raises InvalidQuote if the article has no text, or a segment or the mention does not stand in it.
    """
    if article.text is None:
        raise InvalidQuote("its article has no text", where=quote_id)
    if quotation.mention and not is_at(article.text, quotation.mention.start, quotation.mention.text):
        raise InvalidQuote(f"mention: {quotation.mention.text!r} does not stand where it says", where=quote_id)
    measure, original_lang, quotable, blockers, steps = fidelity(article, quotation, known)
    return Quote(
        id=quote_id,
        revision=1,
        state="active",
        type=quotation.type,
        text=quotation.text,
        segments=quotation.segments,
        citation=cite(article, quotation.segments),
        lead_in=quotation.lead_in,
        cue=quotation.cue,
        attribution=quotation.attribution,
        speakers=speakers,
        addressee=quotation.addressee,
        channel=quotation.channel,
        said_at=quotation.said_at,
        provenance=tuple(steps),
        missing_links=article.missing_links,
        lang=article.lang,
        original_lang=original_lang,
        fidelity=measure,
        quotable_verbatim=quotable,
        blockers=tuple(blockers),
        context=context_of(article.text, quotation.segments, context_words),
        confidence=quotation.confidence,
        review=Review(method="rule", at=at, extractor_version=extractor_version),
        created_at=at,
        updated_at=at,
    )


def context_of(text: str, segments: Sequence[Segment], words: int = CONTEXT_WORDS) -> Context:
    """At most that many words of the article on each side; `truncated` if it goes on beyond them."""
    start, end, window = segments[0].start, segments[-1].end, words * LONGEST_WORD
    before, more_before = last_words(text[max(0, start - window) : start], words)
    after, more_after = first_words(text[end : end + window], words)
    return Context(before, after, more_before or more_after or start > window or len(text) > end + window)


def last_words(text: str, words: int) -> tuple[str, bool]:
    """The last so many words, as they are printed, and whether there are more."""
    pieces = text.rsplit(maxsplit=words)
    more = len(pieces) > words
    return (text[len(pieces[0]) :] if more else text).strip(), more


def first_words(text: str, words: int) -> tuple[str, bool]:
    """The first so many words, as they are printed, and whether there are more."""
    pieces = text.split(maxsplit=words)
    more = len(pieces) > words
    return (text[: len(text) - len(pieces[-1])] if more else text).strip(), more


def is_at(text: str, start: int, words: str) -> bool:
    return text.startswith(words, start)
