"""Where every request comes in: it is given an id; its answer is guarded, counted and timed, and leaves a line."""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING

from werkzeug.wsgi import ClosingIterator

from service.access_log import Line, write
from service.health import count
from service.notes import REQUEST_ID, RULE
from service.security import guards

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

WITHOUT_BODY = (204, 304)
SANE = re.compile(r"[A-Za-z0-9._-]{8,64}")


class Reception:
    """A WSGI application around another, which notes the rule to count a request under. The client's
    ``X-Request-Id`` is taken if it is sane."""

    def __init__(self, inner: WSGIApplication) -> None:
        self._inner = inner

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        began = time.perf_counter()
        environ[REQUEST_ID] = request_id = _id_of(environ)
        guarding = guards(environ.get("PATH_INFO", ""), environ["wsgi.url_scheme"] == "https")
        begun = list[tuple[str, list[tuple[str, str]]]]()

        def start(status: str, headers: list[tuple[str, str]], *error: object) -> object:
            begun[:] = [(status, headers)]
            return start_response(status, [*headers, *guarding, ("X-Request-Id", request_id)], *error)  # type: ignore[arg-type]

        body = self._inner(environ, start)  # type: ignore[arg-type]
        status, headers = begun[0]
        code, method = int(status[:3]), environ["REQUEST_METHOD"]
        count(method, environ.get(RULE), code, time.perf_counter() - began)

        def end() -> None:
            ms = round((time.perf_counter() - began) * 1000, 2)
            write(Line(request_id, method, _path_of(environ), code, ms, _length(code, headers)))

        if isinstance(body, list):  # all of it is handed over at once
            end()
            return body
        return ClosingIterator(body, end)


def _id_of(environ: WSGIEnvironment) -> str:
    given: str = environ.get("HTTP_X_REQUEST_ID", "")
    return given if SANE.fullmatch(given) else uuid.uuid4().hex


def _path_of(environ: WSGIEnvironment) -> str:
    path: str = environ.get("PATH_INFO", "")
    return path if path.isascii() else path.encode("latin-1").decode("utf-8", "replace")


def _length(status: int, headers: list[tuple[str, str]]) -> int | None:
    if status in WITHOUT_BODY:
        return 0
    return next((int(value) for name, value in headers if name == "Content-Length"), None)
