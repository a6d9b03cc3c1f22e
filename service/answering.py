"""Answers of the API as HTTP has them: JSON in UTF-8, and the links between pages (RFC 8288)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import Response, request

from corpus.errors import InvalidRequest
from service import answers
from service.presenters import encode
from service.request_links import RequestLinks

ONLY_FOR_PROGRAMS = ("limit", "cursor", "facets", "fields", "highlight")
"""Parameters that the search page does not know."""


def json(body: Any, *, html: str | None = None, next: str | None = None) -> Response:
    """`body`, encoded unless it is bytes already, with a ``Link`` to the same thing for people and to the next page."""
    answer = Response(body if isinstance(body, bytes) else encode(body), content_type="application/json")
    if html:
        answer.headers.add("Link", f'<{html}>; rel="alternate"; type="text/html"')
    if next:
        answer.headers.add("Link", f'<{next}>; rel="next"')
    return answer


def search_links(next_cursor: str | None, links: RequestLinks) -> answers.SearchLinks:
    for_people = {name: values for name, values in request.args.lists() if name not in ONLY_FOR_PROGRAMS}
    further = links.here(cursor=next_cursor) if next_cursor else None
    return answers.SearchLinks(links.here(), further, links.search_page(**for_people))


def page_of(ids: Sequence[str], cursor: str | None, limit: int) -> tuple[slice, str | None]:
    """Which of a list come after the id that a cursor is, and the id that the next page comes after. Raises
    InvalidRequest if the list has no such id."""
    if cursor is not None and cursor not in ids:
        raise InvalidRequest("is no cursor of this list", parameter="cursor")
    start = 0 if cursor is None else ids.index(cursor) + 1
    end = start + limit
    return slice(start, end), ids[end - 1] if end < len(ids) else None


def page_links(last: str | None, links: RequestLinks) -> answers.PageLinks:
    """`last` is the id that the next page comes after; None if there is no further page."""
    return answers.PageLinks(links.here(), links.here(cursor=last) if last else None)
