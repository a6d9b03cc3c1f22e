"""What every answer says about itself: how long it holds, who may read it, which request it answers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service import create_app
from tests.service.conftest import Kept

SHARED = "public, max-age=60, stale-while-revalidate=300"


def quote_id(client: FlaskClient) -> str:
    found: str = client.get("/v1/quotes?limit=1").get_json()["results"][0]["id"]
    return found


@pytest.mark.parametrize(
    ("path", "policy"),
    [
        ("/v1/quotes", SHARED),
        ("/v1/speakers", SHARED),
        ("/openapi.json", SHARED),
        ("/search", SHARED),
        ("/v1/quotes/{id}", "no-cache"),
        ("/v1/quotes/{id}/citation", "no-cache"),
        ("/q/{id}", "no-cache"),
        ("/v1/export.ndjson", "no-cache"),
        ("/healthz", "no-store"),
        ("/v1/nothing", "no-store"),
    ],
)
def test_how_long_an_answer_may_be_kept(client: FlaskClient, path: str, policy: str) -> None:
    answer = client.get(path.format(id=quote_id(client)))
    assert answer.headers["Cache-Control"] == policy
    assert {"accept", "accept-encoding"} <= {name.lower() for name in answer.vary}


@pytest.mark.parametrize(
    "path",
    [
        "/v1/quotes?q=ferry",
        "/v1/quotes/{id}",
        "/v1/quotes/{id}/citation",
        "/v1/speakers",
        "/v1/speakers/mira-halloran",
        "/v1/articles",
        "/v1/suggest?q=a",
        "/v1/export.ndjson",
    ],
)
def test_an_answer_that_still_holds_is_not_sent_again(client: FlaskClient, path: str) -> None:
    path = path.format(id=quote_id(client))
    first = client.get(path)
    assert first.headers["ETag"].startswith('W/"')
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.get_data()) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Cache-Control"] == first.headers["Cache-Control"]


def test_the_tag_is_of_the_search_and_not_of_its_spelling(client: FlaskClient) -> None:
    tags = [
        client.get(f"/v1/quotes?{query}").headers["ETag"] for query in ("q=a&limit=5", "limit=5&q=a", "q=b&limit=5")
    ]
    assert tags[0] == tags[1] != tags[2]


def test_head_says_what_get_would(client: FlaskClient) -> None:
    got, head = client.get("/v1/quotes?limit=2"), client.head("/v1/quotes?limit=2")
    assert (head.status_code, head.get_data()) == (200, b"")
    assert head.headers["ETag"] == got.headers["ETag"]
    assert head.headers["Content-Length"] == got.headers["Content-Length"]


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd"])
def test_long_answers_are_compressed(client: FlaskClient, encoding: str) -> None:
    plain = client.get("/v1/quotes")
    answer = client.get("/v1/quotes", headers={"Accept-Encoding": encoding})
    assert answer.headers["Content-Encoding"] == encoding
    assert len(answer.get_data()) < len(plain.get_data()) / 2
    assert answer.headers["ETag"] == plain.headers["ETag"]


@pytest.mark.parametrize("path", ["/v1/quotes", "/v1/nothing", "/healthz", "/search", "/nothing"])
def test_every_answer_is_guarded(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    ("given", "is_kept"),
    [("newsroom-2024.17_a", True), ("short", False), ("x" * 65, False), ('a"b<c>defgh', False), ("", False)],
)
def test_a_sane_request_id_is_kept(client: FlaskClient, given: str, is_kept: bool) -> None:
    answer = client.get("/healthz", headers={"X-Request-Id": given})
    assert (answer.headers["X-Request-Id"] == given) is is_kept
    assert len(answer.headers["X-Request-Id"]) >= 8


@pytest.mark.parametrize("path", ["/v1/quotes", "/v1/speakers/mira-halloran", "/v1/nothing", "/openapi.json"])
def test_any_site_may_read_the_api(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers={"Origin": "https://newsroom.example"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_any_site_may_post_a_draft(client: FlaskClient) -> None:
    asked = {
        "Origin": "https://newsroom.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    answer = client.options("/v1/extract", headers=asked)
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in answer.headers["Access-Control-Allow-Methods"]
    assert answer.headers["Access-Control-Allow-Headers"].lower() == "content-type"


def test_no_site_may_read_the_pages(client: FlaskClient) -> None:
    answer = client.get("/search", headers={"Origin": "https://newsroom.example"})
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_links_begin_with_the_configured_address(kept: Kept) -> None:
    client = create_app(replace(kept.config, url="https://quotes.example.org")).test_client()
    body = client.get("/v1/quotes?limit=1", headers={"Host": "elsewhere.example"}).get_json()
    assert body["links"]["self"] == "https://quotes.example.org/v1/quotes?limit=1"


def test_a_trusted_proxy_says_what_was_asked_for(kept: Kept) -> None:
    forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "quotes.example.org"}
    trusting = create_app(replace(kept.config, proxies=1)).test_client()
    distrusting = create_app(kept.config).test_client()
    assert trusting.get("/v1/speakers", headers=forwarded).get_json()["links"]["self"].startswith("https://quotes.")
    assert (
        distrusting.get("/v1/speakers", headers=forwarded).get_json()["links"]["self"].startswith("http://localhost/")
    )


def limited(kept: Kept) -> Flask:
    return create_app(replace(kept.config, rate="2/hour"))


def test_requests_are_counted_where_a_rate_is_set(kept: Kept) -> None:
    client = limited(kept).test_client()
    first, _, third = (client.get("/v1/quotes?limit=1") for _ in range(3))
    assert first.headers["RateLimit-Policy"] == '"client";q=2;w=3600'
    assert first.headers["RateLimit"].startswith('"client";r=1;t=')
    assert (third.status_code, third.content_type) == (429, "application/problem+json")
    assert 0 < int(third.headers["Retry-After"]) <= 3600
    assert client.get("/healthz").status_code == 200


def test_nothing_is_counted_where_none_is_set(client: FlaskClient) -> None:
    assert "RateLimit" not in client.get("/v1/quotes?limit=1").headers
