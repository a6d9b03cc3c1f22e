"""How many requests one process deals with at once: few, since Python runs one thread at a time, and those that it is
taken from only hold up the others.

Measured with searches of 2 ms beside drafts of 200 ms: one place for all makes each search wait for a draft, four
places lower what is answered in a second. So drafts wait for each other, and two searches at a time pass them by.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

WITH_BODY = ("POST", "PUT", "PATCH")
DRAFTS_AT_ONCE = 1
"""Requests that bring something to be read: nearly all that take long."""
OTHERS_AT_ONCE = 2


class Turns:
    """A WSGI application around another, which each request enters when it is its turn."""

    def __init__(self, inner: WSGIApplication) -> None:
        self._inner = inner
        self._drafts, self._others = threading.Semaphore(DRAFTS_AT_ONCE), threading.Semaphore(OTHERS_AT_ONCE)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        with self._drafts if environ["REQUEST_METHOD"] in WITH_BODY else self._others:
            return self._inner(environ, start_response)
