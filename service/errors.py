"""One error body for every refusal: RFC 9457, Problem Details for HTTP APIs.

`problem_of` says what went wrong, once, for the API (as ``application/problem+json``) and for the pages (as HTML).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal
from urllib.parse import quote

import msgspec
from flask import Flask, Response, redirect, request
from rfc9457 import Problem
from werkzeug.exceptions import HTTPException, InternalServerError
from werkzeug.wrappers import Response as AnyResponse

from corpus.errors import (
    CursorExpired,
    Gone,
    IndexUnavailable,
    InvalidRequest,
    NotInRecord,
    OnrecordError,
    QuerySyntaxError,
    RecordUnavailable,
    Refused,
    UnreadableArticle,
    Withdrawn,
)
from service.notes import request_id
from service.request_links import RequestLinks
from service.standing import Merged

log = logging.getLogger("onrecord.errors")

TYPE = "urn:problem-type:onrecord:{type}"
MEDIA_TYPE = "application/problem+json"
RETRY_AFTER = "2"
API_PATHS = (
    "/v1", "/openapi.json", "/healthz", "/readyz", "/metrics",
    "/oembed", "/search.atom", "/search.rss", "/search.feed.json", "/opensearch.xml",
)  # fmt: skip

Place = Literal["query", "body", "path"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a request: where, under which name, why, and the allowed name or value most like it."""

    place: Place
    name: str
    detail: str
    nearest: str | None = None


class BadRequest(OnrecordError):
    """Parameters or a body that break the contract; `faults` names each."""

    kind = "invalid-parameter"

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(_told(fault) for fault in faults))
        self.faults = faults


def _told(fault: Fault) -> str:
    hint = f" (did you mean {fault.nearest}?)" if fault.nearest else ""
    return f"{fault.name}: {fault.detail}{hint}"


class ProblemDetails(msgspec.Struct, frozen=True, omit_defaults=True):
    """The error body as documented: `position` counts code points of `q`; `first` begins the search anew."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    request_id: str
    errors: tuple[Fault, ...]
    position: int | None = None
    links: dict[str, str] | None = None
    withdrawn_at: str | None = None
    reason: str | None = None


_STATUS: dict[type[OnrecordError], tuple[int, str]] = {
    BadRequest: (400, "The request is not understood"),
    InvalidRequest: (400, "The request is not understood"),
    QuerySyntaxError: (400, "The search is not understood"),
    UnreadableArticle: (400, "No article can be read from this"),
    NotInRecord: (404, "Not in the record"),
    Refused: (409, "Not possible as things stand"),
    CursorExpired: (409, "The search has to begin again"),
    Withdrawn: (410, "Withdrawn"),
    Gone: (410, "Withdrawn"),
    IndexUnavailable: (503, "The search is not available"),
    RecordUnavailable: (503, "The record is not available"),
}
_OF_HTTP = {
    400: ("bad-request", "Bad request", "The request is malformed."),
    404: ("not-found", "Not found", "Nothing is at this address."),
    405: ("method-not-allowed", "Method not allowed", "This address does not answer that method."),
    408: ("request-timeout", "Request timeout", "The request did not arrive whole in time. Send it again."),
    413: ("content-too-large", "Content too large", "The body is larger than is accepted."),
    414: ("uri-too-long", "URI too long", "The address is longer than is accepted."),
    415: ("unsupported-media-type", "Unsupported media type", "The body must be JSON, sent as application/json."),
    429: ("too-many-requests", "Too many requests", "This is more than one client may ask for. Try again later."),
    500: ("internal-error", "Internal error", "The fault is ours. It was logged under the request id given here."),
}
_UNAVAILABLE = "This cannot be answered at the moment. Try again soon."


def problem_of(error: Exception) -> Problem:
    """What is told about an error: `title`, `status`, `detail`, `headers`, and in `extras` `errors` and, with some,
    `position`, `links`, `withdrawn_at` and `reason`. Only what a caller may know: no path, no trace."""
    if isinstance(error, OnrecordError):
        return _problem_of_ours(error)
    code = (error.code if isinstance(error, HTTPException) else None) or 500
    kind, title, detail = _OF_HTTP.get(code) or _of_http(HTTPStatus(code))
    return Problem(title, kind, detail, code, _headers(error, code), errors=())


def _of_http(status: HTTPStatus) -> tuple[str, str, str]:
    return status.phrase.lower().replace(" ", "-"), status.phrase, status.description or status.phrase


def _problem_of_ours(error: OnrecordError) -> Problem:
    status, title = next((known for kind, known in _STATUS.items() if isinstance(error, kind)), (500, ""))
    if status == 500:
        return problem_of(InternalServerError())
    told = _UNAVAILABLE if status == 503 else error.message or title
    return Problem(title, error.kind, told, status, _headers(error, status), errors=_faults(error), **_extras(error))


def _faults(error: OnrecordError) -> tuple[Fault, ...]:
    if isinstance(error, BadRequest):
        return error.faults
    if isinstance(error, InvalidRequest):
        return (Fault("query", error.parameter, error.message, error.nearest),)
    if isinstance(error, QuerySyntaxError):
        return (Fault("query", "q", error.message),)
    return ()


def _extras(error: OnrecordError) -> dict[str, object]:
    if isinstance(error, QuerySyntaxError):
        return {"position": error.position}
    if isinstance(error, Withdrawn):
        return {"withdrawn_at": error.at, "reason": error.reason}
    if isinstance(error, CursorExpired):
        return {"links": {"first": RequestLinks.of_request().here(cursor=None)}}
    return {}


def _headers(error: Exception, status: int) -> dict[str, str]:
    given = error.get_headers() if isinstance(error, HTTPException) else []
    kept = {name: value for name, value in given if name in ("Allow", "Retry-After")}
    return kept if status != 503 else {"Retry-After": RETRY_AFTER, **kept}


# ------------------------------------------------------------------------------------------------ answering


def is_api(path: str) -> bool:
    """Whether an address answers programs, and not people."""
    return any(path == own or path.startswith(f"{own}/") for own in API_PATHS)


def problem_answer(problem: Problem) -> Response:
    """The problem as the API gives it."""
    body = {**problem.marshal(uri=TYPE), "instance": quote(request.path), "request_id": request_id()}
    encoded = msgspec.json.encode(msgspec.convert(body, ProblemDetails, from_attributes=True))
    return Response(encoded, problem.status, problem.headers, content_type=MEDIA_TYPE)


def add_errors(app: Flask, page_of: Callable[[Problem], Response]) -> None:
    """Answer every error of `app`: below /v1 with the error body, elsewhere with the page that `page_of` makes."""

    def answer(error: Exception) -> AnyResponse:
        if isinstance(error, Merged):
            return redirect(RequestLinks().here(at=request.path.replace(error.quote_id, error.into)), 308)
        if isinstance(error, HTTPException) and (error.code is None or error.code < 400):
            return error.get_response()
        problem = problem_of(error)
        if problem.status == 503:
            log.warning("request %s: %s", request_id(), error)
        elif problem.status >= 500:
            log.error("request %s failed", request_id(), exc_info=error)
        if is_api(request.path):
            return problem_answer(problem)
        page = page_of(problem)
        page.headers.update(problem.headers or {})
        return page

    app.register_error_handler(Exception, answer)
    app.register_error_handler(HTTPException, answer)
