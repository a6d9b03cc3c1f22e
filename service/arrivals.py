"""How requests arrive: each whole and in time.

A request on its way in costs a thread that sleeps, one that is dealt with a thread that works. Of the first there may
be many (gunicorn_conf.py), of the others few (turns.py): so clients that send a byte now and then hold up nobody but
themselves.
"""

from __future__ import annotations

import io
import socket
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from gunicorn.http.errors import ParseException
from werkzeug.exceptions import BadRequest, HTTPException, RequestTimeout
from werkzeug.wsgi import get_content_length

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


class Arrivals:
    """The requests that are on their way in, by their sockets, each with the time by which it must be whole. One that
    is late is cut off: nothing more is read of it, and the client can still be told. Thread-safe."""

    def __init__(self) -> None:
        self._until = dict[socket.socket, float]()
        self._late = set[socket.socket]()
        self._changing = threading.Lock()

    def begin(self, client: socket.socket, within: float) -> None:
        """A request is about to be read that must be whole within so many seconds."""
        with self._changing:
            self._until[client] = time.monotonic() + within

    def arrived(self, client: socket.socket | None) -> bool:
        """Whether the request came in without being cut off, which it cannot be from now on."""
        if client is None:
            return True
        with self._changing:
            self._until.pop(client, None)
            return client not in self._late

    def end(self, client: socket.socket) -> bool:
        """Forget a request that was dealt with; whether another may follow on its connection."""
        in_time = self.arrived(client)
        with self._changing:
            self._late.discard(client)
        return in_time

    def cut_off_late(self) -> None:
        now = time.monotonic()
        with self._changing:
            for client in [client for client, until in self._until.items() if until <= now]:
                del self._until[client]
                self._late.add(client)
                with suppress(OSError):  # the client has gone
                    client.shutdown(socket.SHUT_RD)


ARRIVALS = Arrivals()
"""Those of this process."""


class Entrance:
    """A WSGI application around another, which lets requests in when their bodies have arrived. A body that says to be
    longer than `largest` bytes is not read: the application refuses it."""

    def __init__(self, inner: WSGIApplication, largest: int, arrivals: Arrivals = ARRIVALS) -> None:
        self._inner, self._largest, self._arrivals = inner, largest, arrivals

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        length = get_content_length(environ)
        data = self._read(environ, length)
        if not self._arrivals.arrived(environ.get("gunicorn.socket")):
            environ["wsgi.input"] = Unreadable(RequestTimeout())
        elif data is None:
            environ["wsgi.input"] = Unreadable(BadRequest())
        elif length is None or length <= self._largest:
            environ["wsgi.input"] = io.BytesIO(data)
        return self._inner(environ, start_response)

    def _read(self, environ: WSGIEnvironment, length: int | None) -> bytes | None:
        """The body, as far as it is looked at; None where it ended before its end."""
        if length is None:
            length = self._largest + 1 if environ.get("wsgi.input_terminated") else 0
            least = 0
        elif length > self._largest:
            return b""
        else:
            least = length
        try:
            data: bytes = environ["wsgi.input"].read(length) if length else b""
        except (OSError, ParseException):
            return None
        return data if len(data) >= least else None


class Unreadable:
    """The body of a request that did not arrive whole. An application that reads it is told why; another answers as
    it would have."""

    def __init__(self, error: HTTPException) -> None:
        self._error = error

    def read(self, size: int = -1) -> NoReturn:
        raise self._error

    readline = readlines = __iter__ = read
