"""Requests arrive whole or are refused."""

from __future__ import annotations

import io
import socket
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pytest
from werkzeug.exceptions import BadRequest, HTTPException, RequestTimeout
from werkzeug.test import run_wsgi_app

from service.arrivals import Arrivals, Entrance

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

LARGEST = 8


def echo(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    body: bytes = environ["wsgi.input"].read()
    start_response("200 OK", [])
    return [body]


def answered(body: bytes, arrivals: Arrivals | None = None, **environ: Any) -> bytes:
    given = {"wsgi.input": io.BytesIO(body), **environ}
    answer, _, _ = run_wsgi_app(Entrance(echo, LARGEST, arrivals or Arrivals()), given)
    return b"".join(answer)


@pytest.mark.parametrize(
    ("body", "environ", "expected"),
    [
        (b"12345678", {"CONTENT_LENGTH": "8"}, b"12345678"),
        (b"1234 and the next request", {"CONTENT_LENGTH": "4"}, b"1234"),
        (b"12345678", {"wsgi.input_terminated": True}, b"12345678"),
        (b"12345678 and more", {"wsgi.input_terminated": True}, b"12345678 "),
        (b"no length", {}, b""),
    ],
)
def test_a_body_is_read_to_its_end_and_not_beyond(body: bytes, environ: dict[str, Any], expected: bytes) -> None:
    assert answered(body, **environ) == expected


def test_a_body_too_long_is_the_applications_to_refuse() -> None:
    assert answered(b"1234567890", CONTENT_LENGTH="9") == b"1234567890"


def refused(body: bytes, arrivals: Arrivals | None = None, **environ: Any) -> type[HTTPException]:
    with pytest.raises(HTTPException) as raised:
        answered(body, arrivals, **environ)
    return raised.type


def test_a_body_that_ends_too_early_is_malformed() -> None:
    assert refused(b"1", CONTENT_LENGTH="2") is BadRequest


def test_a_body_cut_off_is_late() -> None:
    arrivals, (client, server) = Arrivals(), socket.socketpair()
    with client, server:
        arrivals.begin(server, 0)
        arrivals.cut_off_late()
        assert server.recv(1) == b""
        assert refused(b"1", arrivals, CONTENT_LENGTH="2", **{"gunicorn.socket": server}) is RequestTimeout
        server.send(b"can still be told")
        assert client.recv(100) == b"can still be told"
        assert not arrivals.end(server)


def test_what_arrived_in_time_is_not_cut_off() -> None:
    arrivals, (client, server) = Arrivals(), socket.socketpair()
    with client, server:
        arrivals.begin(server, 0)
        assert answered(b"12", arrivals, CONTENT_LENGTH="2", **{"gunicorn.socket": server}) == b"12"
        arrivals.cut_off_late()
        client.send(b"x")
        assert server.recv(1) == b"x"
        assert arrivals.end(server)
