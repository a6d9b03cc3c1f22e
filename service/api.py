"""Every endpoint of the API. Each view parses, looks up, presents: what it takes is in schemas.py, what it gives in
answers.py, how a record becomes an answer in presenters.py, and how it is refused in errors.py."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import Response

from corpus import extract_quotes
from corpus.citation.annotation import MEDIA_TYPE as ANNOTATION
from corpus.citation.annotation import annotation as annotation_of
from corpus.citation.rendering import render
from corpus.extraction import EXTRACTOR_VERSION
from index import Searchable, SearchRequest
from service import answers, clusters, drafts, histories, presenters, schemas, verifying
from service.answering import json, page_links, page_of, search_links
from service.caching import never_kept, not_modified, note_state, still_held, tag_of, tagged
from service.current import current_archive, current_finder, current_index
from service.exporting import export_lines
from service.openapi import Blueprint
from service.request_links import RequestLinks
from service.verifying import Claim

blueprint = Blueprint("v1", __name__, url_prefix="/v1", description="Quotes, their speakers and their articles")
blueprint.before_request(note_state)

# ------------------------------------------------------------------------------------------------ quotes


@blueprint.endpoint("/quotes", takes=schemas.SearchParameters, gives="QuotesPage", is_found=True)
def quotes(asked: schemas.AskedSearch) -> Response:
    """Search and browse the quotes

    Without `q` the newest come first. Follow `links.next` for more.
    """
    finder, request = current_finder(), asked.request
    answer, links = finder.search(request), RequestLinks.of_request()
    suggestion = None if answer.total else finder.correction(request)
    page = presenters.quotes_page(answer, request.q, suggestion, asked.wanted, search_links(answer.next_cursor, links))
    return json(page, html=page.links.html, next=page.links.next)


@blueprint.endpoint("/quotes/<quote_id>", gives="QuoteRecord", of_one_quote=True)
def quote(quote_id: str) -> Response:
    """The full record of a quote"""
    found, links = current_archive().quote(quote_id), RequestLinks.of_request()
    return tagged(json(presenters.quote_record(found, links), html=links.quote_page(quote_id)))


@blueprint.endpoint(
    "/quotes/<quote_id>/citation",
    takes=schemas.CitationParameters,
    gives={"type": "string"},
    media_types=[name.partition(";")[0] for form, name in schemas.CITATION_FORMATS.items() if form != "csl"],
    also={schemas.CITATION_FORMATS["csl"]: {"type": "array"}},
    of_one_quote=True,
)
def citation(asked: dict[str, Any], quote_id: str) -> Response:
    """A quote's citation, ready to print or for a reference manager"""
    rendered = render(current_archive().quote(quote_id), asked["style"], asked["format"])
    return tagged(Response(rendered, content_type=schemas.CITATION_FORMATS[asked["format"]]))


@blueprint.endpoint(
    "/quotes/<quote_id>/annotation",
    gives={"type": "object"},
    media_types=["application/ld+json"],
    of_one_quote=True,
)
def annotation(quote_id: str) -> Response:
    """A quote as a W3C Web Annotation of the page it stands on"""
    found, links = current_archive().quote(quote_id), RequestLinks.of_request()
    own, article_page = links.quote_annotation(quote_id), links.article_page(found.citation.article.id)
    made = annotation_of(found, address=own, page=links.quote_page(quote_id), article_page=article_page)
    return tagged(Response(presenters.encode(made), content_type=ANNOTATION))


@blueprint.endpoint("/quotes/<quote_id>/history", gives="QuoteHistory", of_one_quote=True)
def history(quote_id: str) -> Response:
    """Every revision of a quote: when, by whom, why, and what it changed"""
    archive, links = current_archive(), RequestLinks.of_request()
    archive.quote(quote_id)
    return tagged(json(histories.history(archive.record.revisions(quote_id), links), html=links.quote_page(quote_id)))


@blueprint.endpoint("/corrections", takes=schemas.CorrectionsParameters, gives="CorrectionsPage")
def corrections(asked: dict[str, Any]) -> Response:
    """What was corrected, withdrawn or merged, the newest first; never words or names"""
    links, limit = RequestLinks.of_request(), asked["limit"]
    after = histories.place_of(asked["cursor"]) if asked["cursor"] else None
    found = current_archive().record.corrections(kind=asked["kind"], after=after, limit=limit + 1)
    last = histories.cursor_of(found[limit - 1]) if len(found) > limit else None
    page = answers.CorrectionsPage(tuple(found[:limit]), page_links(last, links))
    return tagged(json(page, next=page.links.next))


# ------------------------------------------------------------------------------------------------ speakers


@blueprint.endpoint("/speakers", takes=schemas.SpeakersParameters, gives="SpeakersPage")
def speakers(asked: dict[str, Any]) -> Response:
    """Who speaks, by slug"""
    links, limit = RequestLinks.of_request(), asked["limit"]
    found = current_archive().record.speakers(q=asked["q"], kind=asked["kind"], after=asked["cursor"], limit=limit + 1)
    last = found[limit - 1].speaker.slug if len(found) > limit else None
    page = answers.SpeakersPage(
        tuple(presenters.listed_speaker(one, links) for one in found[:limit]), page_links(last, links)
    )
    return tagged(json(page, next=page.links.next))


@blueprint.endpoint("/speakers/<slug>", gives="SpeakerRecord", may_have_moved=True)
def speaker(slug: str) -> Response:
    """A speaker, by slug or Wikidata id: aliases, dated roles, quotes month by month"""
    record, found = current_archive().record, current_archive().speaker(slug)
    count = current_finder().search(SearchRequest(speaker=(found.slug,), limit=1, highlight=False)).total
    timeline = record.speaker_timeline(found.slug)
    return tagged(json(presenters.speaker_record(found, count, timeline, RequestLinks.of_request())))


# ------------------------------------------------------------------------------------------------ articles


@blueprint.endpoint("/articles", takes=schemas.ArticlesParameters, gives="ArticlesPage")
def articles(asked: dict[str, Any]) -> Response:
    """What was read, by id; never the body"""
    links, limit = RequestLinks.of_request(), asked["limit"]
    found = current_archive().record.articles(after=asked["cursor"], limit=limit + 1, publisher=asked["publisher"])
    last = found[limit - 1].article.id if len(found) > limit else None
    page = answers.ArticlesPage(
        tuple(presenters.listed_article(one, links) for one in found[:limit]), page_links(last, links)
    )
    return tagged(json(page, next=page.links.next))


@blueprint.endpoint("/articles/<article_id>", gives="ArticleRecord")
def article(article_id: str) -> Response:
    """An article's facts and its copies; never the body"""
    record = current_archive().record
    found = record.article(article_id)
    count, related = len(record.quotes_of(article_id)), record.related_articles(article_id)
    return tagged(json(presenters.article_record(found, count, related, RequestLinks.of_request())))


# ------------------------------------------------------------------------------------------------ clusters


@blueprint.endpoint("/clusters/<cluster_id>", takes=schemas.ClusterParameters, gives="ClusterRecord", of_one_quote=True)
def cluster(asked: dict[str, Any], cluster_id: str) -> Response:
    """One utterance in several articles: word-level differences, independent reports"""

    def page(ids: Sequence[str]) -> tuple[slice, str | None]:
        return page_of(ids, asked["cursor"], asked["limit"])

    found, fullest = current_archive().cluster(cluster_id, lambda ids: page(ids)[0])
    links = page_links(page(found.quote_ids)[1], RequestLinks.of_request())
    record = clusters.cluster_record(found, fullest, links)
    return tagged(json(record, next=record.links.next))


# ------------------------------------------------------------------------------------------------ while writing


@blueprint.endpoint("/suggest", takes=schemas.SuggestParameters, gives="Suggestions", is_found=True)
def suggest(asked: dict[str, Any]) -> Response:
    """Speakers and phrases that go on from what was typed"""
    found = current_finder().suggest(asked["q"], limit=asked["limit"])
    return json(answers.Suggestions(tuple(found)))


@blueprint.endpoint("/verify", body=schemas.ClaimedQuote, gives="Verified")
def verify(claim: Claim) -> Response:
    """Is this quote right? The quotes most like it, and what differs

    Evidence, not a verdict on truth. Nothing is kept or logged.
    """
    index = current_index()
    return never_kept(json(presenters.verified(verifying.verify(index, claim), corpus_of(index))))


@blueprint.endpoint("/check", body=schemas.Draft, gives="CheckedDraft")
def check(draft: dict[str, str]) -> Response:
    """A whole draft: every quotation in it, held against the record

    Nothing is kept or logged.
    """
    index, read = current_index(), drafts.read_draft(**draft)
    found = zip(read.quotations, drafts.check(index, read), strict=True)
    return never_kept(json(presenters.checked(read.text, found, corpus_of(index))))


def corpus_of(index: Searchable) -> answers.CorpusFacts:
    return index.use(lambda snapshot: presenters.corpus_facts(snapshot.state, snapshot.published))


@blueprint.endpoint("/extract", body=schemas.Draft, gives="Extracted")
def extract(draft: dict[str, str]) -> Response:
    """The quotations in a text or page, with their speakers and offsets

    Nothing is kept or logged.
    """
    text = drafts.text_of(**draft)
    return never_kept(json(presenters.extracted(text, extract_quotes(text), EXTRACTOR_VERSION)))


@blueprint.endpoint("/export.ndjson", gives={"type": "string"}, media_types=["application/x-ndjson"])
def export() -> Response:
    """Every quote, a line each; of withdrawn ones id, date and class of reason"""
    record = current_archive().record
    tag = tag_of([str(record.sequence())])
    if still_held(tag):
        return not_modified(tag)
    answer = Response(export_lines(record), content_type="application/x-ndjson")
    answer.set_etag(tag, weak=True)
    return answer
