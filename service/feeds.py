"""Feeds of any search: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1, newest first, with what was corrected or withdrawn.

An entry's id is the quote's permanent address, so a reader that has it shows the correction in its place. Which search
a withdrawn quote belonged to would tell of it, so every feed has the newest withdrawals: id, date, class of reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from feedgenerator import Atom1Feed, Rss201rev2Feed
from flask import Blueprint, Response, request

from corpus.citation.rendering import render
from corpus.model import Quote
from service.caching import not_modified, note_state, still_held, tag_of
from service.current import current_archive, current_finder
from service.links import Links
from service.pages.cards import Card
from service.pages.rendering import part
from service.pages.state import SearchState
from service.pages.wording import STATES
from service.payloads import quote_of
from service.presenters import encode
from service.request_links import RequestLinks

NEWEST = 50
WITHDRAWALS = 20
TITLE_LENGTH = 120
NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold (XML 1.0, 2.2)."""

blueprint = Blueprint("feeds", __name__)
blueprint.before_request(note_state)


@dataclass(frozen=True, slots=True)
class Entry:
    """`address` is its id and where it leads; `text` and `html` say the same."""

    address: str
    title: str
    text: str
    html: str
    published: datetime
    updated: datetime
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    title: str
    address: str
    page: str
    entries: tuple[Entry, ...]


@blueprint.get("/search.atom")
def atom() -> Response:
    return answered(lambda feed: xml(Atom1Feed, feed), "application/atom+xml; charset=utf-8")


@blueprint.get("/search.rss")
def rss() -> Response:
    return answered(lambda feed: xml(Rss201rev2Feed, feed), "application/rss+xml; charset=utf-8")


@blueprint.get("/search.feed.json")
def json_feed() -> Response:
    return answered(lambda feed: encode(as_json(feed)), "application/feed+json")


def answered(write: Callable[[Feed], str | bytes], media_type: str) -> Response:
    """The feed of the search that the address holds, or 304 where nothing has changed since."""
    state = SearchState.read(request.args.items(multi=True))
    tag = tag_of([current_finder().version()])
    if still_held(tag):
        return not_modified(tag)
    answer = Response(write(feed_of(state)), content_type=media_type)
    answer.set_etag(tag, weak=True)
    return answer


def feed_of(state: SearchState) -> Feed:
    """Raises what the search raises."""
    links, asked = RequestLinks.of_request(), state.having("sort", "-published_at")
    answer = current_finder().search(replace(asked.request(limit=NEWEST, facets=()), highlight=False))
    found = (entry_of(quote_of(hit.payload), links) for hit in answer.hits)
    gone = withdrawals(links)
    entries = sorted([*found, *gone], key=lambda entry: entry.updated, reverse=True)
    words = state.first("q")
    title = f"onrecord: {words}" if words else "onrecord: newest quotes"
    return Feed(title, links.here(), links.here(at=Links().search_page()), tuple(entries))


def entry_of(quote: Quote, links: Links) -> Entry:
    card = Card.of(quote)
    standing = f"{STATES[quote.state]}: " if quote.state in ("corrected", "disputed") else ""
    created = moment(quote.created_at)
    return Entry(
        address=links.quote_page(quote.id),
        title=standing + card.shortened(TITLE_LENGTH),
        text=f"{card.attributed}\n\n{render(quote)}",
        html=part("feed_entry.html", card=card, citation=render(quote, format="html")),
        published=created,
        updated=moment(quote.updated_at) if quote.updated_at else created,
        lang=quote.lang,
    )


def withdrawals(links: Links) -> Iterator[Entry]:
    for logged in current_archive().record.corrections(kind="withdrawn", limit=WITHDRAWALS):
        reason = (logged.reason_class or "other").replace("_", " ")
        words = f"This quote was withdrawn. Class of reason: {reason}."
        at = moment(logged.at)
        yield Entry(links.quote_page(logged.id), "Withdrawn quote", words, f"<p>{words}</p>", at, at)


def moment(at: str | None) -> datetime:
    return datetime.fromisoformat(at) if at else datetime.fromtimestamp(0, UTC)


# ------------------------------------------------------------------------------------------------ formats


def xml(kind: type[Atom1Feed] | type[Rss201rev2Feed], feed: Feed) -> str:
    written = kind(
        title=clean(feed.title), link=feed.page, description="Who said what, when, and where it is written",
        feed_url=feed.address, feed_guid=feed.address, author_name="onrecord", language="en",
    )  # fmt: skip
    for entry in feed.entries:
        written.add_item(
            title=clean(entry.title), link=entry.address, description=clean(entry.html), unique_id=entry.address,
            unique_id_is_permalink=True, pubdate=entry.published, updateddate=entry.updated,
        )  # fmt: skip
    return str(written.writeString("utf-8"))


def clean(text: str) -> str:
    return NOT_XML.sub("\ufffd", text)


def as_json(feed: Feed) -> dict[str, Any]:
    """JSON Feed 1.1."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.address,
        "language": "en",
        "items": [
            {
                "id": entry.address,
                "url": entry.address,
                "title": entry.title,
                "content_text": entry.text,
                "content_html": entry.html,
                "date_published": entry.published.isoformat(),
                "date_modified": entry.updated.isoformat(),
                **({"language": entry.lang} if entry.lang else {}),
            }
            for entry in feed.entries
        ],
    }
