"""Every request has an id, and leaves one line: who asked for what is not in it, nor what was searched for."""

from __future__ import annotations

import logging
import re
import sys
import time
import uuid

import msgspec
from flask import Flask, Response, g, request

log = logging.getLogger("onrecord.access")

SANE = re.compile(r"[A-Za-z0-9._-]{8,64}")
FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


class Line(msgspec.Struct, frozen=True):
    """One request: `path` without its query string, since what reporters search for is theirs. `ms` until the last byte
    was handed to the server; `bytes` null for answers that are streamed."""

    request_id: str
    method: str
    path: str
    status: int
    ms: float
    bytes: int | None


def add_access_log(app: Flask) -> None:
    """Give each request an id (the client's ``X-Request-Id`` if it is sane) and log it once it is answered."""

    @app.before_request
    def begin() -> None:
        given = request.headers.get("X-Request-Id", "")
        g.request_id = given if SANE.fullmatch(given) else uuid.uuid4().hex
        g.began = time.perf_counter()

    @app.after_request
    def end(answer: Response) -> Response:
        answer.headers["X-Request-Id"] = g.request_id
        began, request_id, method, path = g.began, g.request_id, request.method, request.path

        @answer.call_on_close
        def write() -> None:
            ms = round((time.perf_counter() - began) * 1000, 2)
            size = None if answer.is_streamed else answer.calculate_content_length()
            line = Line(request_id, method, path, answer.status_code, ms, size)
            log.info("%s", msgspec.json.encode(line).decode())

        return answer


def set_up_logging(level: str) -> None:
    """Our log goes to standard error, a line an event; `level` is a name of `logging`."""
    ours = logging.getLogger("onrecord")
    ours.setLevel(level.upper())
    if not ours.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter(FORMAT))
        ours.addHandler(handler)
        ours.propagate = False
