"""Records as they are served. The answer of a search is put together from bytes made when the index was built."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

import msgspec
import orjson

from corpus.model import Article, CitedArticle, Quotation, Quote, Speaker
from corpus.record import ArticleSummary, SpeakerSummary
from index.contract import Highlight, IndexState, SearchAnswer
from service import answers
from service.links import Links
from service.payloads import payload
from service.verifying import Judged, Verdict

encode = msgspec.json.Encoder().encode

SCORE_DIGITS = 4

# ------------------------------------------------------------------------------------------------ quotes


def spliced(payload: bytes, score: float | None, highlights: Iterable[Highlight]) -> bytes:
    """The record with `score` and `highlights` set in before its closing brace."""
    rounded = None if score is None else round(score, SCORE_DIGITS)
    return _extended(payload, {"score": rounded, "highlights": tuple(highlights)})


def quote_record(quote: Quote, links: Links) -> bytes:
    """The full record with its addresses."""
    own = answers.QuoteLinks(
        self=links.quote_api(quote.id),
        html=links.quote_page(quote.id),
        citation=links.quote_citation(quote.id),
        annotation=links.quote_annotation(quote.id),
        history=links.quote_history(quote.id),
        article=links.article_api(quote.citation.article.id),
        cluster=links.cluster_api(quote.cluster.id) if quote.cluster else None,
    )
    return _extended(payload(quote), {"links": own})


def quotes_page(
    answer: SearchAnswer, q: str, suggestion: str | None, wanted: Sequence[str], links: answers.SearchLinks
) -> answers.Quotes[msgspec.Raw]:
    """The answer of a search; with `wanted`, only those fields of each result, which takes longer."""
    found = (spliced(hit.payload, hit.score, hit.highlights) for hit in answer.hits)
    state = answer.state
    return answers.Quotes(
        query=answers.Understood(q, answer.interpreted, answer.warnings, suggestion),
        total=answer.total,
        results=tuple(msgspec.Raw(_only(wanted, each) if wanted else each) for each in found),
        facets=dict(answer.facets),
        index=answers.IndexFacts(state.version, state.built_at, state.quotes, state.articles),
        links=links,
    )


def _extended(record: bytes, members: dict[str, object]) -> bytes:
    """A JSON object in bytes with further members at its end."""
    return b"%b,%b" % (record[:-1], encode(members)[1:])


def _only(wanted: Sequence[str], record: bytes) -> bytes:
    members = orjson.loads(record)
    return orjson.dumps({name: members[name] for name in wanted})


# ------------------------------------------------------------------------------------------------ speakers, articles


def listed_speaker(summary: SpeakerSummary, links: Links) -> answers.ListedSpeaker:
    return answers.ListedSpeaker(
        **_members(summary.speaker, Speaker),
        quotes=summary.quotes,
        first=summary.first,
        last=summary.last,
        links=_speaker_links(summary.speaker, links),
    )


def speaker_record(
    speaker: Speaker, quotes: int, timeline: Iterable[tuple[str, int]], links: Links
) -> answers.SpeakerRecord:
    return answers.SpeakerRecord(
        **_members(speaker, Speaker),
        quotes=quotes,
        timeline=tuple(answers.Month(month, count) for month, count in timeline),
        links=_speaker_links(speaker, links),
    )


def _speaker_links(speaker: Speaker, links: Links) -> answers.Addresses:
    slug = speaker.slug
    return answers.Addresses(links.speaker_api(slug), links.speaker_page(slug), links.search_api(speaker=slug))


def listed_article(summary: ArticleSummary, links: Links) -> answers.ListedArticle:
    return answers.ListedArticle(**_article_members(summary.article, summary.quotes, links))


def article_record(article: Article, quotes: int, related: Iterable[Article], links: Links) -> answers.ArticleRecord:
    others = tuple(CitedArticle(**_members(other, CitedArticle)) for other in related)
    return answers.ArticleRecord(**_article_members(article, quotes, links), related=others)


def _article_members(article: Article, quotes: int, links: Links) -> dict[str, Any]:
    """What is served of an article: named one by one, so that its body is not among them."""
    own = answers.Addresses(
        links.article_api(article.id), links.article_page(article.id), links.search_api(article=article.id)
    )
    return {
        **_members(article, CitedArticle),
        "sha256": article.sha256,
        "length": article.length,
        "provenance": article.provenance,
        "missing_links": article.missing_links,
        "quotes": quotes,
        "links": own,
    }


# ------------------------------------------------------------------------------------------------ extraction


def extracted(text: str, quotations: Iterable[Quotation], extractor_version: str) -> answers.Extracted:
    return answers.Extracted(text, tuple(map(found_quotation, quotations)), extractor_version)


def found_quotation(quotation: Quotation) -> answers.FoundQuotation:
    return answers.FoundQuotation(**_members(quotation, Quotation), text=quotation.text)


# ------------------------------------------------------------------------------------------------ verification


def verified(verdict: Verdict, corpus: answers.CorpusFacts) -> answers.VerifiedOf[msgspec.Raw]:
    return answers.VerifiedOf(**_verdict(verdict), corpus=corpus)


def checked(
    text: str, found: Iterable[tuple[Quotation, Verdict]], corpus: answers.CorpusFacts
) -> answers.DraftOf[msgspec.Raw]:
    each = (
        answers.CheckedOf(found_quotation(quotation), answers.VerdictOf(**_verdict(verdict)))
        for quotation, verdict in found
    )
    return answers.DraftOf(text, tuple(each), corpus)


def corpus_facts(state: IndexState, published: tuple[date, date] | None) -> answers.CorpusFacts:
    first, last = (day.isoformat() for day in published) if published else (None, None)
    return answers.CorpusFacts(state.quotes, state.articles, first, last)


def _verdict(verdict: Verdict) -> dict[str, Any]:
    matches = (
        answers.MatchOf(
            **_matched(one),
            similarity=one.similarity,
            quote=msgspec.Raw(one.payload),
            diff=one.diff,
            brackets=one.brackets,
        )
        for one in verdict.matches
    )
    return {**_matched(verdict), "matches": tuple(matches)}


def _matched(found: Verdict | Judged) -> dict[str, Any]:
    return {
        "match": found.match,
        "text": answers.TextAnswer(found.text),
        "speaker": answers.SpeakerAnswer(found.speaker),
        "date": answers.DateAnswer(found.date),
    }


def _members(record: object, kind: type[Any]) -> dict[str, Any]:
    """The fields that `kind` has, of a record that has them too."""
    return {field.name: getattr(record, field.name) for field in fields(kind)}
