"""What no request may be, and what every answer says to the browser that shows it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal
from urllib.parse import unquote_to_bytes

from flask import Flask, request
from flask_cors import CORS
from werkzeug.exceptions import BadRequest as MalformedRequest
from werkzeug.exceptions import RequestURITooLarge

from service.config import Config
from service.errors import BadRequest, Fault, is_api

MAX_REQUEST_TARGET = 16 * 1024
"""Characters of path and query. gunicorn is told to accept any (gunicorn_conf.py), so that our error body answers."""
OPEN_TO_ALL_ORIGINS: list[str | re.Pattern[str]] = [
    r"/v1/.*", r"/openapi\.json", r"/oembed", r"/search\.(atom|rss|feed\.json)", r"/embed/onrecord\.js",
]  # fmt: skip

_OPEN = re.compile("|".join(f"(?:{pattern})" for pattern in OPEN_TO_ALL_ORIGINS))

FOR_PROGRAMS = "default-src 'none'; frame-ancestors 'none'"
FOR_PAGES = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
FOR_EMBEDS = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
"""Without frame-ancestors, whose ``*`` stands for hosts alone: a card may stand in a file and in an app, too."""

OF_EVERY_ANSWER = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",  # or a card could not stand in a page that asks for it
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
FOR_A_YEAR = "max-age=31536000"
FOR_OTHER_SITES = ("/embed/", "/assets/")
"""Cards stand in sandboxes, whose origin is nobody's: to them even our own style sheet is another site's."""


def add_security(app: Flask, config: Config) -> None:
    app.config["MAX_CONTENT_LENGTH"] = config.max_body
    app.before_request(refuse_what_is_no_text)
    CORS(
        app,
        resources=OPEN_TO_ALL_ORIGINS,
        origins="*",
        methods=["GET", "HEAD", "POST"],
        send_wildcard=True,
        allow_headers=["Content-Type", "If-None-Match", "X-Request-Id"],
        expose_headers=["ETag", "Link", "RateLimit", "RateLimit-Policy", "Retry-After", "X-Request-Id"],
        max_age=86400,
    )


def refuse_what_is_no_text() -> None:
    """Addresses that are too long (414); those that hold bytes that are no UTF-8, lone surrogates among them, and paths
    with NUL (400). NUL in a parameter is refused where that is read."""
    target = request.environ.get("RAW_URI") or request.environ.get("REQUEST_URI") or request.full_path
    if len(target) > MAX_REQUEST_TARGET:
        raise RequestURITooLarge
    path = request.environ.get("PATH_INFO", "").encode("latin-1")
    if b"\0" in path:
        raise BadRequest((Fault("path", "path", "holds NUL"),))
    _refuse_unless_utf8("path", path)
    _refuse_unless_utf8("query", unquote_to_bytes(request.query_string))
    if not request.host:
        raise MalformedRequest


def _refuse_unless_utf8(place: Literal["path", "query"], given: bytes) -> None:
    try:
        given.decode("utf-8")
    except UnicodeDecodeError:
        raise BadRequest((Fault(place, place, "is not UTF-8"),)) from None


def guards(path: str, secure: bool) -> tuple[tuple[str, str], ...]:
    """The headers of a hardened site, as the OWASP Secure Headers Project lists them, fit for what is asked for."""
    return _guards(policy(path), is_for_others(path), secure)


@lru_cache
def _guards(policy: str, for_others: bool, secure: bool) -> tuple[tuple[str, str], ...]:
    headers = {
        **OF_EVERY_ANSWER,
        "Content-Security-Policy": policy,
        "Cross-Origin-Resource-Policy": "cross-origin" if for_others else "same-origin",
    }
    if policy != FOR_EMBEDS:
        headers["X-Frame-Options"] = "DENY"
    if secure:
        headers["Strict-Transport-Security"] = FOR_A_YEAR
    return tuple(headers.items())


def is_for_others(path: str) -> bool:
    """Whether pages of other sites may load what stands at `path`."""
    return path.startswith(FOR_OTHER_SITES) or _OPEN.match(path) is not None


def policy(path: str) -> str:
    if path.startswith("/embed/"):
        return FOR_EMBEDS
    return FOR_PROGRAMS if is_api(path) else FOR_PAGES
