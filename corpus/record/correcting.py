"""A person's changes of a quote: corrected, disputed, withdrawn, merged into another, and back. Each is a revision; the
words stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from corpus.errors import Refused
from corpus.model import Article, Quote, QuoteState, Review, WithdrawalClass
from corpus.record import articles, quotes
from corpus.record.amending import Amendment, amended
from corpus.record.answers import SHOWN
from corpus.record.days import earliest, latest
from corpus.record.redacting import redact
from corpus.record.writing import Writer


def preview(writer: Writer, quote_id: str, amendment: Amendment) -> Quote:
    """The quote as it would be. Raises NotInRecord, Refused."""
    old = shown(writer, quote_id)
    known = tuple(quotes.entries_of(writer.connection, [quote_id]).values())
    new = amended(old, amendment, article_of(writer, old), known)
    if new == old:
        raise Refused("this is what the record says already", where=quote_id)
    if amendment.said_at is not None and foretold(new):
        said, published = new.said_at.edtf, new.citation.article.published_at.edtf
        raise Refused(f"cannot have been said {said}: its article was published {published}", where=quote_id)
    return new


def foretold(quote: Quote) -> bool:
    """Whether words would have been printed before they were said; a day is left between, for other time zones."""
    published = quote.citation.article.published_at
    said, printed = earliest(quote.said_at.edtf), latest(published.edtf)
    if said is None or printed is None or published.basis != "stated":
        return False
    return said > (date.fromisoformat(printed) + timedelta(days=1)).isoformat()


def correct(writer: Writer, quote_id: str, amendment: Amendment, *, reason: str) -> Quote:
    """Correct a quote. Raises NotInRecord, Refused, InvalidQuote."""
    old, new = shown(writer, quote_id), preview(writer, quote_id, amendment)
    text = article_of(writer, old).text
    state: QuoteState = "disputed" if old.state == "disputed" else "corrected"
    return writer.revise(old, vouched(writer, replace(new, state=state)), text, kind="corrected", reason=reason)


def withdraw(writer: Writer, quote_id: str, *, reason_class: WithdrawalClass, reason: str, context_words: int) -> Quote:
    """Take a quote out of all that is served, its words out of what is kept around its neighbours too."""
    old = shown(writer, quote_id)
    article = article_of(writer, old)
    gone = writer.revise(
        old,
        vouched(writer, replace(old, state="withdrawn")),
        article.text,
        kind="withdrawn",
        reason=reason,
        reason_class=reason_class,
    )
    for one in (gone, *quotes.merged_into(writer.connection, quote_id)):
        redact(writer, article_of(writer, one), context_words)
    return gone


def reinstate(writer: Writer, quote_id: str, *, reason: str, context_words: int) -> Quote:
    """Serve a quote that was withdrawn, or merged into another, again by itself, as it stood before, its words around
    its neighbours too."""
    old = quotes.quote(writer.connection, quote_id)
    if old.state in SHOWN:
        raise Refused(f"this quote is {old.state}, neither withdrawn nor merged", where=quote_id)
    history = quotes.revisions(writer.connection, quote_id)
    state = next(one.record.state for one in reversed(history) if one.record.state in SHOWN)
    back = vouched(writer, replace(old, state=state, merged_into=None))
    writer.revise(old, back, article_of(writer, old).text, kind="reinstated", reason=reason)
    if old.merged_into:
        part(writer, old.merged_into, reason)
    for one in (old, *quotes.merged_into(writer.connection, quote_id)):
        redact(writer, article_of(writer, one), context_words)
    return quotes.quote(writer.connection, quote_id)


def dispute(writer: Writer, quote_id: str, *, reason: str) -> Quote:
    old = shown(writer, quote_id)
    if old.state == "disputed":
        raise Refused("this quote is disputed already", where=quote_id)
    new = vouched(writer, replace(old, state="disputed"))
    return writer.revise(old, new, article_of(writer, old).text, kind="disputed", reason=reason)


def settle(writer: Writer, quote_id: str, *, reason: str) -> Quote:
    old = shown(writer, quote_id)
    if old.state != "disputed":
        raise Refused(f"this quote is {old.state}, not disputed", where=quote_id)
    corrected = any(one.kind == "corrected" for one in old.corrections)
    new = vouched(writer, replace(old, state="corrected" if corrected else "active"))
    return writer.revise(old, new, article_of(writer, old).text, kind="settled", reason=reason)


def merge(writer: Writer, quote_id: str, into_id: str, *, reason: str) -> Quote:
    """Make a quote part of another that says the same. From then on both are a person's, and no extractor's."""
    if quote_id == into_id:
        raise Refused("a quote cannot be merged into itself", where=quote_id)
    old, into = shown(writer, quote_id), shown(writer, into_id)
    gone = vouched(writer, replace(old, state="merged", merged_into=into_id))
    merged = writer.revise(old, gone, article_of(writer, old).text, kind="merged", reason=reason)
    writer.revise(into, vouched(writer, into), article_of(writer, into).text, kind="joined", reason=reason)
    return merged


def part(writer: Writer, into_id: str, reason: str) -> None:
    """Say in the history of a quote that another is no longer part of it. One that is not shown says nothing."""
    into = quotes.quote(writer.connection, into_id)
    if into.state in SHOWN:
        writer.revise(into, vouched(writer, into), article_of(writer, into).text, kind="parted", reason=reason)


def shown(writer: Writer, quote_id: str) -> Quote:
    """A quote that can be changed: it is neither withdrawn nor merged. Raises NotInRecord, Refused."""
    quote = quotes.quote(writer.connection, quote_id)
    if quote.state not in SHOWN:
        into = f" into {quote.merged_into}" if quote.merged_into else ""
        raise Refused(f"this quote was {quote.state}{into}; `reinstate` it first", where=quote_id)
    return quote


def vouched(writer: Writer, quote: Quote) -> Quote:
    """The quote as one that a person has reviewed: no extractor overwrites or withdraws it."""
    return replace(quote, review=Review("human", writer.by, writer.at, quote.review.extractor_version))


def article_of(writer: Writer, quote: Quote) -> Article:
    cited = quote.citation.article
    kept = articles.version_of(writer.connection, cited.id, cited.version)
    assert kept is not None, "the database lets no quote be without its article"
    return kept.article
