"""How many requests one process deals with at once: few, since Python runs one thread at a time, and those that it is
taken from only hold up the others.

Measured with searches of 2 ms beside drafts of 200 ms: one place for all makes each search wait for a draft, four
places lower what is answered in a second. So drafts wait for each other, and two searches at a time pass them by. Of
drafts only some may wait, or they would keep all threads: more are told to come again.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING

from werkzeug.exceptions import ServiceUnavailable

from service.arrivals import Unreadable

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

WITH_BODY = ("POST", "PUT", "PATCH")
DRAFTS_AT_ONCE = 1
"""Requests that bring something to be read: nearly all that take long."""
DRAFTS_WAITING = 24
"""Others that may be there with it, waiting: about five seconds' work."""
OTHERS_AT_ONCE = 2


class Turns:
    """A WSGI application around another, which each request enters when it is its turn. A draft that may not even wait
    enters at once, and finds that it cannot be read."""

    def __init__(self, inner: WSGIApplication) -> None:
        self._inner = inner
        self._drafts, self._others = threading.Semaphore(DRAFTS_AT_ONCE), threading.Semaphore(OTHERS_AT_ONCE)
        self._room = threading.Semaphore(DRAFTS_AT_ONCE + DRAFTS_WAITING)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in WITH_BODY:
            with self._others:
                return self._inner(environ, start_response)
        if not self._room.acquire(blocking=False):
            environ["wsgi.input"] = Unreadable(ServiceUnavailable())
            return self._inner(environ, start_response)
        try:
            with self._drafts:
                return self._inner(environ, start_response)
        finally:
            self._room.release()
