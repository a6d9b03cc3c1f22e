"""What a worker does before its first request, so that this one costs no more than the next: the first search opens
record and index, and much is made when it is first needed (statements, templates, tables of words)."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from flask import Flask

from index import SearchRequest
from service.current import archive_of
from service.notes import REQUEST_ID
from service.payloads import quote_of

log = logging.getLogger("onrecord.warming")

NOBODY = {REQUEST_ID: "warming", "REMOTE_ADDR": "warming"}
"""Who asks: a client of its own, where clients are limited."""
WORDS = 3
"""Of a text, in a phrase."""


def warm(app: Flask) -> None:
    """Answer, to nobody, what people ask for: not counted, not kept, not logged. Whatever fails is logged, and fails
    again when it is asked for."""
    try:
        newest = archive_of(app).finder.search(SearchRequest(limit=1, highlight=False)).hits
        for asked in questions(quote_of(newest[0].payload).text if newest else "nothing was said"):
            with app.test_request_context(**asked, environ_overrides=NOBODY):
                app.full_dispatch_request()
    except Exception:  # a worker that cannot answer everything must still start
        log.warning("not everything could be answered beforehand", exc_info=True)


def questions(text: str) -> Iterator[dict[str, Any]]:
    """One of each kind, about a text."""
    words = re.findall(r"\w+", text.lower())[:WORDS] or ["said"]
    first, together = words[0], " ".join(words)
    for q in (first, " OR ".join(words), together, f'"{together}"', f"{first[:3]}*", f"{first}~1"):
        yield {"path": "/v1/quotes", "query_string": {"q": q}}
    yield {"path": "/v1/quotes", "query_string": {"q": first, "facets": "speaker,publisher", "sort": "-published_at"}}
    yield {"path": "/v1/suggest", "query_string": {"q": first[:3]}}
    for path in ("/", "/search"):
        yield {"path": path, "query_string": {"q": first}}
    draft = f"“{text}” said Ada Lund.\n\n“{text} It always was,” she added."
    yield {"path": "/v1/verify", "method": "POST", "json": {"text": text}}
    yield {"path": "/v1/check", "method": "POST", "json": {"text": draft}}
