"""The five pages. Each view asks the record or the index, puts what it found in words, and renders it."""

from __future__ import annotations

from contextlib import suppress

from flask import Blueprint, Response, make_response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from corpus.citation.rendering import STYLES, render
from corpus.errors import InvalidRequest, NotInRecord, QuerySyntaxError, Withdrawn
from corpus.model import Quote
from index import SearchRequest
from service.caching import note_state, tagged
from service.current import current_archive, current_finder
from service.linked_data import as_script, quotation
from service.pages import dates, particulars, wording
from service.pages import timeline as timelines
from service.pages.assets import add_assets
from service.pages.cards import Card
from service.pages.chain import saying
from service.pages.checking import check_page
from service.pages.clusters import cluster_page
from service.pages.comparing import compare_page
from service.pages.documenting import answers_page, docs_page
from service.pages.found import cards, find
from service.pages.paging import Pages
from service.pages.problems import Refusal, refusal
from service.pages.rendering import add_words, links, page, snippet
from service.pages.state import Pair, SearchState
from service.pages.tallies import FACETS, tallies
from service.request_links import RequestLinks
from service.standing import Merged

NEWEST = 5
SPEAKERS_ON_HOME = 16
QUOTES_OF_SPEAKER = 8
QUOTES_OF_ARTICLE = 10
FACTS_OF_SPEAKER = 12
"""Other names of a speaker that a page shows, and offices; the record as JSON has them all."""
LABEL_LENGTH = 80
"""Characters of a quote that names itself among the filters in use."""

blueprint = Blueprint("pages", __name__)
add_assets(blueprint)
add_words(blueprint)
blueprint.before_request(note_state)
blueprint.add_url_rule("/check", view_func=check_page, methods=["GET", "POST"])
blueprint.add_url_rule("/compare", view_func=compare_page)
blueprint.add_url_rule("/docs", view_func=docs_page)
blueprint.add_url_rule("/docs/answers", view_func=answers_page)
blueprint.add_url_rule("/clusters/<cluster_id>", view_func=cluster_page)


@blueprint.after_request
def tag(answer: Response) -> Response:
    """A page that has not changed is not sent twice."""
    may_be_kept = answer.status_code == 200 and not answer.cache_control.no_store
    return tagged(answer) if may_be_kept and answer.get_etag() == (None, None) else answer


@blueprint.get("/")
def home() -> str:
    """The search box, what this is and how much it holds, and the newest quotes."""
    answer = current_finder().search(SearchRequest(limit=NEWEST, facets=("speaker",), highlight=False))
    speakers = answer.facets.get("speaker", [])[:SPEAKERS_ON_HOME]
    return page("home.html", counts=current_archive().record.counts(), cards=cards(answer.hits), speakers=speakers)


@blueprint.get("/search")
def search_page() -> Response:
    """Results, and everything that narrows them; a search that cannot be run says why, at the place."""
    state = SearchState.read(request.args.items(multi=True))
    try:
        found = find(state, current_finder(), links(), _names(state))
        return make_response(page("search.html", state=state, found=found, error=None))
    except QuerySyntaxError as wrong:
        error = refusal(wrong)
    except InvalidRequest as wrong:
        error = Refusal(wording.capitalised(wrong.message))
    return make_response(page("search.html", state=state, found=None, error=error), 400)


def _names(state: SearchState) -> dict[Pair, str]:
    """What the speakers, articles and quotes are called that a search is narrowed to."""
    record, names = current_archive().record, dict[Pair, str]()
    for name, value in state.pairs:
        with suppress(NotInRecord, Withdrawn, Merged):
            if name == "speaker":
                names[name, value] = record.speaker(value).name
            elif name == "article":
                names[name, value] = record.article(value).title or value
            elif name == "like":
                names[name, value] = Card.of(current_archive().quote(value)).shortened(LABEL_LENGTH)
    return names


@blueprint.get("/q/<quote_id>")
def quote_page(quote_id: str) -> AnyResponse:
    """Everything that is kept of one quote."""
    try:
        quote = current_archive().quote(quote_id)
    except Merged as merged:
        return redirect(links().quote_page(merged.into), 308)
    return make_response(page("quote.html", **_quote(quote)))


def _quote(quote: Quote) -> dict[str, object]:
    article = quote.citation.article
    return {
        "card": Card.of(quote),
        "permanent": RequestLinks.of_request().quote_page(quote.id),
        "citation": render(quote),
        "citations": {style: render(quote, style) for style in STYLES},
        "snippet": snippet(quote),
        "oembed": RequestLinks.of_request().oembed(RequestLinks.of_request().quote_page(quote.id)),
        "linked_data": as_script(quotation(quote, RequestLinks.of_request())),
        "saying": wording.capitalised(saying(quote.channel, quote.addressee)),
        "selectors": quote.citation.selectors or (quote.citation.selector,),
        "title_link": particulars.article_link(article, links().article_page(article.id)),
        "original_link": particulars.original_link(article),
        "attribution": particulars.attribution(quote),
        "vouched": particulars.vouched(quote.review),
        "confidence": particulars.confidence(quote.confidence),
        "caution": None if quote.quotable_verbatim else wording.NOT_VERBATIM,
        "blockers": particulars.blockers(quote),
    }


@blueprint.get("/speakers/<slug>")
def speaker_page(slug: str) -> str:
    """Who a speaker is, and what they are reported to have said, newest first."""
    speaker = current_archive().speaker(slug)
    newest = SearchRequest(
        speaker=(speaker.slug,),
        sort="-said_at",
        limit=QUOTES_OF_SPEAKER,
        facets=(*FACETS, *timelines.FACETS),
        highlight=False,
    )
    answer = current_finder().search(newest)
    return page(
        "speaker.html",
        speaker=speaker,
        most=FACTS_OF_SPEAKER,
        total=answer.total,
        cards=cards(answer.hits),
        timeline_of_speaker=timelines.timeline(SearchState((("speaker", speaker.slug),)), answer.facets, links()),
        tallies=tallies(speaker.slug, answer.facets, links()),
    )


@blueprint.get("/articles/<article_id>")
def article_page(article_id: str) -> str:
    """What is known of an article and its quotes in text order; never its text."""
    article = current_archive().record.article(article_id)
    quotes = current_archive().record.quotes_of(article_id)
    pages = Pages.asked(len(quotes), QUOTES_OF_ARTICLE, lambda number: links().article_page(article_id, page=number))
    return page(
        "article.html",
        article=article,
        heading=article.title or "An article without a printed title",
        total=len(quotes),
        cards=[Card.of(quote).listed() for quote in quotes[pages.start - 1 :][:QUOTES_OF_ARTICLE]],
        pages=pages,
        related=current_archive().record.related_articles(article_id),
        published=dates.published(article.published_at),
        original_link=particulars.original_link(article),
    )
