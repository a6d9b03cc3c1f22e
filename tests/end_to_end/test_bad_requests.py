"""What hostile or clumsy clients send to a real socket: every answer is the one error body, and the service goes on."""

from __future__ import annotations

import socket

import pytest
import requests

from tests.end_to_end.conftest import Running

pytestmark = pytest.mark.slow

PROBLEM = "application/problem+json"

BAD_SEARCHES = {
    "unbalanced marks": ('"fair game', "query-syntax"),
    "unbalanced parentheses": ("(missiles", "query-syntax"),
    "deep parentheses": ("(" * 200 + "a" + ")" * 200, "query-syntax"),
    "a wildcard alone": ("*", "query-syntax"),
    "only wildcards": ("*?*?*", "query-syntax"),
    "NUL": ("a\x00b", None),
    "too long": ("word " * 2000, None),
    "too fuzzy": ("missile~99", "query-syntax"),
}


@pytest.mark.parametrize("case", BAD_SEARCHES)
def test_a_bad_search_gets_a_problem(service: Running, case: str) -> None:
    q, kind = BAD_SEARCHES[case]
    answer = service.get("/v1/quotes", q=q)
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == PROBLEM
    problem = answer.json()
    assert problem["detail"]
    assert problem["request_id"] == answer.headers["X-Request-Id"]
    if kind:
        assert problem["type"].endswith(kind)
        assert isinstance(problem["position"], int)


def test_an_unknown_parameter_is_named_and_the_nearest_suggested(service: Running) -> None:
    problem = service.get("/v1/quotes", speker="john-kirby").json()
    assert problem["status"] == 400
    assert "speker" in str(problem)
    assert "speaker" in str(problem["errors"])


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/nothing", 404),
        ("GET", "/v1/quotes/q_nothing", 404),
        ("DELETE", "/v1/quotes", 405),
        ("GET", "/v1/speakers/nobody-at-all", 404),
    ],
)
def test_every_refusal_has_one_shape(service: Running, method: str, path: str, status: int) -> None:
    answer = requests.request(method, service.url + path, timeout=30)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, PROBLEM)
    assert {"type", "title", "status", "detail", "instance", "request_id"} <= answer.json().keys()


def test_a_body_over_the_limit(service: Running) -> None:
    answer = requests.post(service.url + "/v1/extract", json={"text": "x" * 300_000}, timeout=30)
    assert (answer.status_code, answer.headers["Content-Type"]) == (413, PROBLEM)


def test_a_body_of_the_wrong_type(service: Running) -> None:
    answer = requests.post(service.url + "/v1/extract", data="text=hello", timeout=30)
    assert (answer.status_code, answer.headers["Content-Type"]) == (415, PROBLEM)


@pytest.mark.parametrize("body", [b'{"text": "\\ud800"}', b'{"text": "a\\u0000b"}', b'{"text": 1}', b"{", b"[]", b"{}"])
def test_a_body_that_is_no_article(service: Running, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    answer = requests.post(service.url + "/v1/extract", data=body, headers=headers, timeout=30)
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, PROBLEM)


def test_a_request_line_of_any_length_is_answered_by_us(service: Running) -> None:
    answer = service.get("/v1/quotes", q="x" * 6_000)
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, PROBLEM)
    answer = service.get("/v1/quotes", q="x" * 20_000)
    assert (answer.status_code, answer.headers["Content-Type"]) == (414, PROBLEM)


def test_bytes_that_are_no_http_leave_the_service_up(service: Running) -> None:
    host, port = service.url.removeprefix("http://").split(":")
    for noise in (b"\x00\x01\x02\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n"):
        with socket.create_connection((host, int(port)), timeout=5) as connection:
            connection.sendall(noise)
            connection.recv(4096)
    assert service.get("/healthz").status_code == 200
