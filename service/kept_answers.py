"""Answers that were given a moment ago, given again to those who ask the same: programs that poll, and many readers of
one page. An answer is kept with the state of the archive that it follows from, and given only as long as that is the
state; so nothing that was taken back is ever given. Of drafts nothing is kept."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import msgspec

from service.notes import RULE, STATE

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

MOST_BYTES = 32 * 1024 * 1024
"""Of all that is kept together, in one worker process."""
LARGEST = 256 * 1024
"""Bytes of a body that is kept: one page of a hundred quotes."""
OVERHEAD = 4096
"""Bytes that are counted for an answer besides its body and what was asked: headers, and the objects that hold it."""

DECIDING = (
    "wsgi.url_scheme",
    "HTTP_HOST",
    "SCRIPT_NAME",
    "PATH_INFO",
    "QUERY_STRING",
    "HTTP_ACCEPT_ENCODING",
    "HTTP_IF_NONE_MATCH",
)
"""What of a GET an answer that may be kept depends on."""

Asked = tuple[str | None, ...]
Headers = list[tuple[str, str]]


class Answer(msgspec.Struct, frozen=True):
    """An answer as it was sent, the state that it follows from, and the rule that the request is counted under."""

    state: object
    rule: str
    status: str
    headers: Headers
    body: bytes


class KeptAnswers:
    """A WSGI application around another, which notes the `STATE` that an answer follows from where it may be kept;
    `state` gives the present one, cheaply. The answers asked for least recently are thrown out first. Thread-safe."""

    def __init__(self, inner: WSGIApplication, state: Callable[[], object], most_bytes: int = MOST_BYTES) -> None:
        self._inner, self._state, self._most = inner, state, most_bytes
        self._answers, self._bytes = OrderedDict[Asked, Answer](), 0
        self._using = threading.Lock()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] != "GET":
            return self._inner(environ, start_response)
        asked = tuple(map(environ.get, DECIDING))
        answer = self._answers.get(asked)
        if answer is None or answer.state != self._state():
            return self._made(asked, environ, start_response)
        with self._using:
            if asked in self._answers:
                self._answers.move_to_end(asked)
        environ[RULE] = answer.rule
        start_response(answer.status, answer.headers[:])
        return [answer.body]

    def _made(self, asked: Asked, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        begun = list[tuple[str, Headers]]()

        def start(status: str, headers: Headers, *error: object) -> object:
            begun[:] = [(status, headers)]
            return start_response(status, headers, *error)  # type: ignore[arg-type]

        body = self._inner(environ, start)  # type: ignore[arg-type]
        if STATE not in environ or not _may_be_kept(*begun[0]):
            return body
        try:
            whole = b"".join(body)
        finally:
            body.close()  # type: ignore[attr-defined]
        self._put(asked, Answer(environ[STATE], environ[RULE], *begun[0], whole))
        return [whole]

    def _put(self, asked: Asked, answer: Answer) -> None:
        if len(answer.body) > LARGEST:
            return
        with self._using:
            before = self._answers.pop(asked, None)
            self._bytes += _size(asked, answer) - (_size(asked, before) if before else 0)
            self._answers[asked] = answer
            while self._bytes > self._most:
                self._bytes -= _size(*self._answers.popitem(last=False))


def _may_be_kept(status: str, headers: Headers) -> bool:
    names = {name for name, _ in headers}
    whole = status.startswith("304") or (status.startswith("200") and "Content-Length" in names)
    return whole and ("Cache-Control", "no-store") not in headers


def _size(asked: Asked, answer: Answer) -> int:
    return OVERHEAD + len(answer.body) + sum(len(part or "") for part in asked)
