"""One error body on every path, in every way a request can be wrong."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from corpus.errors import (
    CursorExpired,
    IndexUnavailable,
    InvalidRequest,
    NotInRecord,
    OnrecordError,
    QuerySyntaxError,
    RecordUnavailable,
    UnreadableArticle,
    Withdrawn,
)
from service import create_app
from service.errors import problem_of
from tests.service.conftest import Kept

MEMBERS = {"type", "title", "status", "detail", "instance", "request_id", "errors"}
PROBLEM = "application/problem+json"


def problem(client: FlaskClient, path: str, status: int, method: str = "GET", **more: Any) -> dict[str, Any]:
    answer = client.open(path, method=method, **more)
    assert (answer.status_code, answer.content_type) == (status, PROBLEM)
    body: dict[str, Any] = answer.get_json()
    assert body.keys() >= MEMBERS
    assert body["status"] == status
    assert body["request_id"] == answer.headers["X-Request-Id"]
    return body


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/v1", "GET", 404),
        ("/v1/nothing", "GET", 404),
        ("/v1/quotes/", "GET", 404),
        ("/v1/quotes/q_nothing", "GET", 404),
        ("/v1/quotes/q_nothing/citation", "GET", 404),
        ("/v1/speakers/nobody-known", "GET", 404),
        ("/v1/articles/a_nothing", "GET", 404),
        ("/v1/quotes", "DELETE", 405),
        ("/v1/extract", "GET", 405),
        ("/v1/extract", "POST", 415),
        ("/v1/quotes?q=" + "x" * 17_000, "GET", 414),
        ("/v1/quotes?q=%ED%A0%80", "GET", 400),
        ("/v1/quotes?q=%FF", "GET", 400),
        ("/v1/quotes/%00", "GET", 400),
        ("/v1/speakers?q=%00", "GET", 400),
    ],
)
def test_every_refusal_has_one_shape(client: FlaskClient, path: str, method: str, status: int) -> None:
    problem(client, path, status, method)


def test_405_says_what_is_allowed(client: FlaskClient) -> None:
    assert set(client.delete("/v1/quotes").headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


@pytest.mark.parametrize(
    ("query", "name", "nearest"),
    [
        ("speker=john-kirby", "speker", "speaker"),
        ("zzzz=1", "zzzz", None),
        ("type=partail", "type", "partial"),
        ("type=direct&type=indrect", "type", "indirect"),
        ("facets=speaker,publsher", "facets", "publisher"),
        ("fields=id,tetx", "fields", "text"),
        ("sort=relevence", "sort", "relevance"),
        ("match=fuzy", "match", "fuzzy"),
        ("limit=0", "limit", None),
        ("limit=101", "limit", None),
        ("limit=ten", "limit", None),
        ("limit=1_0", "limit", None),
        ("limit=1&limit=2", "limit", None),
        ("said_from=14.5.2024", "said_from", None),
        ("said_to=2024-02-30", "said_to", None),
        ("published_to=2024-13", "published_to", None),
        ("min_confidence=2", "min_confidence", None),
        ("min_confidence=nan", "min_confidence", None),
        ("reviewed=yes", "reviewed", None),
        ("speaker=", "speaker", None),
        ("cursor=%21", "cursor", None),
        ("q=" + "x" * 513, "q", None),
    ],
)
def test_a_bad_parameter_is_named(client: FlaskClient, query: str, name: str, nearest: str | None) -> None:
    body = problem(client, f"/v1/quotes?{query}", 400)
    assert body["type"].endswith("invalid-parameter")
    [fault] = body["errors"]
    assert (fault["place"], fault["name"], fault["nearest"]) == ("query", name, nearest)
    assert name in body["detail"]


def test_every_bad_parameter_is_named_at_once(client: FlaskClient) -> None:
    body = problem(client, "/v1/quotes?limit=0&sort=up&zzzz=1", 400)
    assert {fault["name"] for fault in body["errors"]} == {"limit", "sort", "zzzz"}


@pytest.mark.parametrize("path", ["/v1/quotes/q_x", "/v1/speakers/x", "/v1/export.ndjson", "/v1/articles/x"])
def test_addresses_without_parameters_refuse_any(client: FlaskClient, path: str) -> None:
    problem(client, f"{path}?verbose=1", 400)


@pytest.mark.parametrize(("q", "position"), [('"grave mistake', 0), ("a (b", 2), ("harbour *", 8)])
def test_a_search_that_is_not_understood_points_at_the_place(client: FlaskClient, q: str, position: int) -> None:
    answer = client.get("/v1/quotes", query_string={"q": q})
    body = answer.get_json()
    assert (answer.status_code, body["position"]) == (400, position)
    assert body["type"].endswith("query-syntax")


def test_a_body_over_the_limit(client: FlaskClient) -> None:
    problem(client, "/v1/extract", 413, "POST", json={"text": "x" * 300_000})


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotInRecord("no such quote"), 404),
        (Withdrawn("q_1", at="2024-05-01", reason="legal"), 410),
        (QuerySyntaxError("unbalanced", query="(", position=0), 400),
        (InvalidRequest("no such sort", parameter="sort"), 400),
        (UnreadableArticle("empty"), 400),
        (IndexUnavailable("no index", where="/srv/private"), 503),
        (RecordUnavailable("locked", where="/srv/private"), 503),
        (KeyError("/srv/private"), 500),
    ],
)
def test_every_error_has_a_status_and_leaks_no_path(error: Exception, status: int) -> None:
    told = problem_of(error)
    assert told.status == status
    assert "/srv/private" not in str(told.marshal())


def test_a_cursor_that_expired_says_where_to_begin(app: Flask) -> None:
    with app.test_request_context("/v1/quotes?q=ferry&cursor=abc&limit=5"):
        told = problem_of(CursorExpired("the index has changed"))
    assert (told.status, told.extras["links"]) == (409, {"first": "http://localhost/v1/quotes?q=ferry&limit=5"})


def test_every_error_of_ours_is_told(app: Flask) -> None:
    """None but those that a setting or a broken invariant causes ends as an internal error."""
    with app.test_request_context("/v1/quotes"):
        untold = {kind.__name__ for kind in OnrecordError.__subclasses__() if problem_of(_blank(kind)).status == 500}
    assert untold <= {"ConfigError", "InvalidQuote", "Merged"}


def _blank(kind: type[OnrecordError]) -> OnrecordError:
    error = kind.__new__(kind)
    error.message, error.where = "message", None
    for name in ("at", "reason", "parameter", "nearest", "position", "faults"):
        setattr(error, name, ())
    return error


def test_a_fault_of_ours_is_told_with_its_request_id(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(kept.config)
    monkeypatch.setattr("service.archive.Archive.quote", lambda *_: 1 / 0)
    body = problem(app.test_client(), "/v1/quotes/q_1", 500, headers={"X-Request-Id": "newsroom-17"})
    assert body["request_id"] == "newsroom-17"
    assert "division" not in str(body)


def test_pages_tell_the_same_in_html(client: FlaskClient) -> None:
    answer = client.get("/q/q_nothing")
    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert "Not in the record" in answer.get_data(as_text=True)
