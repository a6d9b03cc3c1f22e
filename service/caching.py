"""How long an answer may be kept, and how a client learns that its copy still holds (RFC 9110, 8.8.3; RFC 9111)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from functools import wraps
from typing import TypeVar

from flask import Flask, Response, request

from service.current import current_archive, current_finder
from service.notes import STATE

SHARED = "public, max-age=60, stale-while-revalidate=300"
REVALIDATED = "no-cache"
NEVER_KEPT = "no-store"
REVALIDATED_PATHS = (
    "/v1/quotes/",
    "/v1/clusters/",
    "/v1/corrections",
    "/v1/export.ndjson",
    "/q/",
    "/clusters/",
    "/embed/",
)
"""Where a withdrawal must be seen at once."""

View = TypeVar("View", bound=Callable[..., Response])


def note_state() -> None:
    """Let the answer to the current request be kept as long as the archive is as it is now (kept_answers.py): it must
    follow from that and from the request alone."""
    request.environ[STATE] = current_archive().look()


def tagged_beforehand(view: View) -> View:
    """The view, its entity tag that of the state of the archive and of what was asked: where the client says that it
    has the answer, none is made."""

    @wraps(view)
    def answered(*given: object, **of_rule: object) -> Response:
        tag = tag_of([current_finder().version(request.args.getlist("speaker"))])
        if still_held(tag):
            return not_modified(tag)
        answer = view(*given, **of_rule)
        answer.set_etag(tag, weak=True)
        return answer

    return answered  # type: ignore[return-value]


def tag_of(parts: Iterable[str]) -> str:
    """An entity tag that changes when one of `parts` does, for the address and the host that were asked for."""
    normalised = sorted((name, value) for name, values in request.args.lists() for value in values)
    said = "\0".join([*parts, request.host_url, request.path, repr(normalised)])
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def still_held(tag: str) -> bool:
    """Whether the client says that it has the answer of this tag, so that none need be made."""
    return request.if_none_match.contains_weak(tag)


def not_modified(tag: str) -> Response:
    answer = Response(status=304)
    answer.set_etag(tag, weak=True)
    return answer


def tagged(answer: Response) -> Response:
    """The answer with a weak entity tag of its content; a 304 if the client has it already."""
    answer.set_etag(hashlib.sha256(answer.get_data()).hexdigest()[:24], weak=True)
    answer.make_conditional(request)
    return answer


def never_kept(answer: Response) -> Response:
    """The answer, to be kept nowhere: drafts are unpublished work."""
    answer.headers["Cache-Control"] = NEVER_KEPT
    return answer


def add_caching(app: Flask) -> None:
    """Say of every answer that does not say so itself how long it may be kept."""

    @app.after_request
    def keep(answer: Response) -> Response:
        answer.headers.setdefault("Cache-Control", _policy(answer.status_code))
        answer.headers["Vary"] = "Accept, Accept-Encoding"
        return answer


def _policy(status: int) -> str:
    if status >= 400:
        return NEVER_KEPT
    return REVALIDATED if request.path.startswith(REVALIDATED_PATHS) else SHARED
