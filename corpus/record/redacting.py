"""Words that a person withdrew, out of what is kept around their neighbours: context and selectors' surroundings; and
back, when they are reinstated.

A quote whose own words hold them is left as it is: that is another decision.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from corpus.citation import text_fragment_url
from corpus.model import Article, Citation, Context, Quote, Selector, Span
from corpus.reading.segments import paragraphs
from corpus.record import articles, quotes
from corpus.record.answers import SHOWN
from corpus.record.assembling import context_of
from corpus.record.identity import spans_of
from corpus.record.moving import moved
from corpus.record.writing import Writer

NAME = 120
"""Code points beside withdrawn words that are taken to tell whose they are, where the text is not at hand."""


def redact(writer: Writer, article: Article, context_words: int) -> None:
    """Rewrite the surroundings of every quote that is shown of this version of an article."""
    hidden = hidden_in(writer.connection, article)
    for quote in articles.all_quotes_of(writer.connection, article.id, article.version):
        if quote.state in SHOWN:
            new = without(uncut(writer.connection, quote), hidden, article.text, context_words)
            if new != quote:
                writer.revise(quote, new, article.text, kind="redacted")


def uncut(connection: Connection, quote: Quote) -> Quote:
    """The quote with the surroundings that it had before any were cut off."""
    for one in quotes.revisions(connection, quote.id):
        first = one.record
        if first.segments == quote.segments and first.citation.article.version == quote.citation.article.version:
            whole = first.citation
            link = replace(quote.citation.deep_link, url=whole.deep_link.url)
            cited = replace(quote.citation, selector=whole.selector, selectors=whole.selectors, deep_link=link)
            return replace(quote, citation=cited, context=first.context)
    return quote


@dataclass(frozen=True, slots=True, order=True)
class Hidden:
    """A stretch of withdrawn `words`, and the paragraphs `around` it that say whose they are."""

    words: Span
    around: Span


def hidden_in(connection: Connection, article: Article) -> list[Hidden]:
    """Where the words stand in this version of an article that a person withdrew from any version of it."""
    every = articles.all_quotes_of(connection, article.id)
    return sorted({one for quote in every if is_hidden(connection, quote) for one in places_of(quote, article)})


def is_hidden(connection: Connection, quote: Quote) -> bool:
    """Whether a person withdrew a quote, or the one that it was merged into."""
    while quote.state == "merged" and quote.merged_into:
        quote = quotes.quote(connection, quote.merged_into)
    return quote.state == "withdrawn" and quote.review.method == "human"


def places_of(quote: Quote, article: Article) -> Iterator[Hidden]:
    here: Quote | None = quote
    if quote.citation.article.version != article.version:
        text = article.text or ""
        here = moved(quote, text, None) or moved(replace(quote, cue=None), text, None)
    if here is not None:
        around = around_of(here, article.text)
        yield from (Hidden(span, around) for span in spans_of(here))


def around_of(quote: Quote, text: str | None) -> Span:
    """The paragraphs of the words and of their cue; without the text, as many characters as a name takes."""
    spans = [*spans_of(quote), *([Span(quote.cue.start, quote.cue.end)] if quote.cue else [])]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    if text is None:
        return Span(whole.start - NAME, whole.end + NAME)
    near = [one for one in paragraphs(text) if one.overlaps(whole)]
    return Span(min(one.start for one in near), max(one.end for one in near)) if near else whole


# ------------------------------------------------------------------------------------------------ cutting


def without(quote: Quote, hidden: Sequence[Hidden], text: str | None, context_words: int) -> Quote:
    """The quote with its surroundings cut off where what is hidden begins."""
    window = clear(hidden, quote.segments[0].start, quote.segments[-1].end)
    citation = cut_citation(quote.citation, hidden, text)
    if window == (0, None) and citation == quote.citation:
        return quote
    return replace(quote, citation=citation, context=cut_context(quote, *window, text, context_words))


def clear(hidden: Sequence[Hidden], start: int, end: int) -> tuple[int, int | None]:
    """From where to where text may be shown around words that stand from `start` to `end`."""
    after = (min(one.around.end, start) for one in hidden if one.words.end <= start)
    before = (max(one.around.start, end) for one in hidden if one.words.start >= end)
    return max(after, default=0), min(before, default=None)


def cut_context(quote: Quote, after: int, before: int | None, text: str | None, words: int) -> Context | None:
    if quote.context is None or text is None:
        return quote.context
    segments = [replace(one, start=one.start - after, end=one.end - after) for one in quote.segments]
    context = context_of(text[after:before], segments, words)
    return replace(context, truncated=context.truncated or after > 0 or before is not None)


def cut_citation(citation: Citation, hidden: Sequence[Hidden], text: str | None) -> Citation:
    selectors = tuple(cut_selector(selector, hidden) for selector in citation.selectors)
    if selectors == citation.selectors:
        return citation
    link, url = citation.deep_link, citation.article.url
    if link.url and url:
        link = replace(link, url=text_fragment_url(url, selectors, text=text))
    return replace(citation, selector=selectors[0], selectors=selectors, deep_link=link)


def cut_selector(selector: Selector, hidden: Sequence[Hidden]) -> Selector:
    after, before = clear(hidden, selector.start, selector.end)
    prefix = selector.prefix[max(0, after - selector.start + len(selector.prefix)) :]
    suffix = selector.suffix if before is None else selector.suffix[: before - selector.end]
    return replace(selector, prefix=prefix, suffix=suffix)
