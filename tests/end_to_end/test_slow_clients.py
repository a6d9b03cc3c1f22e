"""Clients that never finish what they ask, more of them than there are threads at work: others are answered meanwhile,
and they themselves are told, and let go."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from http.client import HTTPConnection

import pytest

from tests.end_to_end.conftest import Running

pytestmark = pytest.mark.slow

HEAD = b"POST /v1/extract HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
UNFINISHED = {
    "a body": HEAD + b"Content-Length: 1000\r\n\r\n{",
    "a body in chunks": HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\n{",
}
CLIENTS = 40
ANSWERED_WITHIN = 30.0
"""Seconds; generous, for a busy machine."""


@pytest.fixture(scope="module")
def impatient(start: Callable[..., Running], tmp_path_factory: pytest.TempPathFactory) -> Running:
    return start(tmp_path_factory.mktemp("impatient") / "var", ONRECORD_ARRIVAL="2")


@pytest.fixture
def connect(impatient: Running) -> Iterator[Callable[[bytes], socket.socket]]:
    host, port = impatient.url.removeprefix("http://").split(":")
    with ExitStack() as opened:

        def begin(sent: bytes) -> socket.socket:
            client = opened.enter_context(socket.create_connection((host, int(port)), timeout=ANSWERED_WITHIN))
            client.sendall(sent)
            return client

        yield begin


def everything(client: socket.socket) -> bytes:
    """What a client is sent until the service hangs up."""
    received = b""
    with suppress(ConnectionResetError):
        while data := client.recv(65536):
            received += data
    return received


@pytest.mark.parametrize("what", UNFINISHED)
def test_an_unfinished_body_is_told_to_be_late(connect: Callable[[bytes], socket.socket], what: str) -> None:
    head, _, body = everything(connect(UNFINISHED[what])).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 408 ")
    assert b"application/problem+json" in head
    problem = json.loads(body)
    assert (problem["status"], problem["type"]) == (408, "urn:problem-type:onrecord:request-timeout")


def test_bytes_that_trickle_in_win_no_time(connect: Callable[[bytes], socket.socket]) -> None:
    client = connect(UNFINISHED["a body"])
    client.settimeout(0.5)
    answer = b""
    for _ in range(60):
        try:
            answer = client.recv(16)
            break
        except TimeoutError:
            client.sendall(b" ")
    assert answer.startswith(b"HTTP/1.1 408 ")


def test_what_follows_late_is_no_request(connect: Callable[[bytes], socket.socket]) -> None:
    client = connect(UNFINISHED["a body"])
    answer = client.recv(65536)
    with suppress(BrokenPipeError, ConnectionResetError):
        client.sendall(b"GET /healthz HTTP/1.1\r\nHost: here\r\n\r\n")
    assert (answer + everything(client)).count(b"HTTP/1.1") == 1


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\nHost: he", b"\r\n"])
def test_unfinished_headers_are_not_waited_for(connect: Callable[[bytes], socket.socket], sent: bytes) -> None:
    assert everything(connect(sent)) == b""


@pytest.mark.parametrize("sent", [UNFINISHED["a body"], b"GET / HTTP/1.1\r\nHost: he"])
def test_others_are_answered_meanwhile(service: Running, sent: bytes) -> None:
    """With the patience of the default: more clients than could be waited out one after the other."""
    host, port = service.url.removeprefix("http://").split(":")
    with ExitStack() as opened:
        for _ in range(CLIENTS):
            client = opened.enter_context(socket.create_connection((host, int(port)), timeout=ANSWERED_WITHIN))
            client.sendall(sent)
        assert service.get("/healthz").status_code == 200
        assert service.get("/v1/quotes", q="missile").status_code == 200


def test_a_connection_is_kept_for_the_next_request(impatient: Running) -> None:
    client = HTTPConnection(impatient.url.removeprefix("http://"), timeout=ANSWERED_WITHIN)
    client.connect()
    connection = client.sock
    for _ in range(2):
        client.request("POST", "/v1/extract", b'{"text": "Nobody spoke."}', {"Content-Type": "application/json"})
        with client.getresponse() as answer:
            assert (answer.status, answer.read()[:1]) == (200, b"{")
        assert client.sock is connection
    client.close()
