"""Quotes on other people's pages: a static card for frames, oEmbed 1.0, and a script for those who want no frame.

Content systems strip queries from addresses, so a card's address is only a path. It needs no cookie and no script, and
is as neutral when its quote is gone as when it never was.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any
from urllib.parse import urlsplit

import marshmallow as ma
from flask import Blueprint, Response, make_response, redirect, request
from marshmallow.validate import Length, Range
from werkzeug.exceptions import NotImplemented as FormatNotImplemented
from werkzeug.wrappers import Response as AnyResponse

from corpus.errors import InvalidRequest, NotInRecord, Withdrawn
from corpus.model import Quote
from service.caching import REVALIDATED, note_state, tagged
from service.card_height import card_height
from service.current import current_archive
from service.dates import in_words
from service.pages.assets import ASSETS
from service.pages.cards import Card
from service.pages.rendering import page
from service.parsing import StrictParser
from service.presenters import encode
from service.request_links import RequestLinks
from service.standing import Merged

WIDTH = 600
"""CSS pixels: how wide a card is where nobody says."""
ADDRESS = re.compile(r"/(?:embed/)?q/(q_[a-z2-7]{1,40})/?")

blueprint = Blueprint("embedding", __name__)
blueprint.before_request(note_state)
parser = StrictParser()


@blueprint.get("/embed/q/<quote_id>")
def embed(quote_id: str) -> AnyResponse:
    """A quote as a card of its own, for a frame on another site."""
    try:
        quote = current_archive().quote(quote_id)
    except Merged as merged:
        return redirect(RequestLinks.of_request().embed(merged.into), 308)
    except (Withdrawn, NotInRecord) as gone:
        status = 410 if isinstance(gone, Withdrawn) else 404
        at = gone.at[:10] if isinstance(gone, Withdrawn) else ""
        return make_response(page("embed_gone.html", withdrawn=in_words(at) if at else None, status=status), status)
    return tagged(make_response(page("embed.html", card=Card.of(quote), permanent=address_of(quote))))


@blueprint.get("/embed/onrecord.js")
def script() -> Response:
    """The elements ``<quote-card>`` and ``<quote-search>``, at an address that stays."""
    asset = ASSETS["embed.js"]
    answer = Response(asset.content, content_type=asset.media_type)
    answer.set_etag(asset.digest)
    answer.headers["Cache-Control"] = REVALIDATED
    answer.make_conditional(request)
    return answer


# ------------------------------------------------------------------------------------------------ oEmbed


class OembedParameters(ma.Schema):
    """What oEmbed 1.0 (section 2.2) lets a consumer ask."""

    url = ma.fields.String(required=True, validate=Length(1, 2048))
    maxwidth = ma.fields.Integer(load_default=None, validate=Range(1, 10_000))
    maxheight = ma.fields.Integer(load_default=None, validate=Range(1, 10_000))
    format = ma.fields.String(load_default="json")


@blueprint.get("/oembed")
@parser.use_args(OembedParameters, location="query", unknown=ma.EXCLUDE)
def oembed(asked: dict[str, Any]) -> AnyResponse:
    """A quote's card as oEmbed's ``rich`` type (section 2.3.4.4): one frame in one line. Only JSON (501 for XML)."""
    if asked["format"] != "json":
        raise FormatNotImplemented
    quote_id = quote_id_of(asked["url"])
    try:
        quote = current_archive().quote(quote_id)
    except Merged as merged:
        quote = current_archive().quote(merged.into)
    width = min(WIDTH, asked["maxwidth"] or WIDTH)
    height = min(card_height(Card.of(quote), width), asked["maxheight"] or 10_000)
    return tagged(Response(encode(rich(quote, width, height)), content_type="application/json"))


def quote_id_of(address: str) -> str:
    """The id in an address of one of our quotes. Raises NotInRecord for an address that is none of ours."""
    try:
        there, here = urlsplit(address), urlsplit(RequestLinks.of_request().home())
    except ValueError:
        raise InvalidRequest("this is no address", parameter="url") from None
    found = ADDRESS.fullmatch(there.path)
    if there.scheme not in ("http", "https") or there.netloc.lower() != here.netloc.lower() or not found:
        raise NotInRecord("no quote has this address")
    return found[1]


def rich(quote: Quote, width: int, height: int) -> dict[str, Any]:
    links, card = RequestLinks.of_request(), Card.of(quote)
    title = f"Words of {card.who}"
    frame = (
        f'<iframe src="{escape(links.embed(quote.id))}" title="{escape(title)}" width="{width}" height="{height}" '
        'loading="lazy" frameborder="0"></iframe>'
    )
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "author_name": card.who,
        "provider_name": "onrecord",
        "provider_url": links.home(),
        "cache_age": 60,
        "width": width,
        "height": height,
        "html": frame,
    }


def address_of(quote: Quote) -> str:
    return RequestLinks.of_request().quote_page(quote.id)
