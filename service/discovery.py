"""What programs look for by themselves: the search for browsers, what robots may read, whom to tell of a weakness."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from flask import Blueprint, Response, abort, current_app, make_response, render_template

from service.request_links import RequestLinks

OPENSEARCH = "application/opensearchdescription+xml; charset=utf-8"
VALID_FOR = timedelta(days=180)
"""How long the contact in security.txt may be relied on; RFC 9116 advises less than a year."""

blueprint = Blueprint("discovery", __name__)


@blueprint.get("/opensearch.xml")
def opensearch() -> Response:
    """OpenSearch 1.1: browsers offer the search in their address bar."""
    return described("opensearch.xml", OPENSEARCH)


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Robots Exclusion Protocol (RFC 9309): quotes may be indexed, searches without end need not be."""
    return described("robots.txt", "text/plain; charset=utf-8")


@blueprint.get("/.well-known/security.txt")
def security_txt() -> Response:
    """RFC 9116, where ONRECORD_CONTACT says whom to write to; else there is no such file."""
    contact = current_app.config["ONRECORD"].contact
    if contact is None:
        abort(404)
    expires = (datetime.now(UTC) + VALID_FOR).strftime("%Y-%m-%dT00:00:00Z")
    return described("security.txt", "text/plain; charset=utf-8", contact=contact, expires=expires)


def described(template: str, media_type: str, **facts: object) -> Response:
    answer = make_response(render_template(f"discovery/{template}", links=RequestLinks.of_request(), **facts))
    answer.content_type = media_type
    return answer
