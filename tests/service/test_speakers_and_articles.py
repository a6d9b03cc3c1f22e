"""Speakers, articles and suggestions over HTTP."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from tests.service.conftest import Kept
from tests.service.invented import BRIDGE, FERRY


def get(client: FlaskClient, path: str) -> dict[str, Any]:
    answer = client.get(path)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    body: dict[str, Any] = answer.get_json()
    return body


@pytest.mark.parametrize(("path", "key"), [("/v1/speakers", "slug"), ("/v1/articles", "id")])
def test_following_next_visits_every_one_once(client: FlaskClient, path: str, key: str) -> None:
    everything = [one[key] for one in get(client, f"{path}?limit=100")["results"]]
    body = get(client, f"{path}?limit=1")
    seen = [one[key] for one in body["results"]]
    while body["links"]["next"]:
        parts = urlsplit(body["links"]["next"])
        body = get(client, f"{parts.path}?{parts.query}")
        seen += [one[key] for one in body["results"]]
    assert seen == everything
    assert len(set(seen)) == len(seen) > 1


def test_a_speaker_is_listed_with_counts(client: FlaskClient) -> None:
    [found] = get(client, "/v1/speakers?q=halloran")["results"]
    assert (found["slug"], found["kind"]) == ("mira-halloran", "person")
    assert found["quotes"] == get(client, "/v1/quotes?speaker=mira-halloran")["total"]


def test_a_speaker_has_an_address(client: FlaskClient) -> None:
    found = get(client, "/v1/speakers/tobias-renn")
    assert found["name"] == "Tobias Renn"
    assert found["quotes"] == sum(month["quotes"] for month in found["timeline"]) == 2
    assert found["links"]["quotes"] == "http://localhost/v1/quotes?speaker=tobias-renn"


def test_an_article_is_served_without_its_body(client: FlaskClient, kept: Kept) -> None:
    found = get(client, f"/v1/articles/{kept.ferry}")
    assert (found["title"], found["publisher"]) == ("Council buys ferries", "The Elmsport Gazette")
    assert found["length"] == len(FERRY)
    assert found["quotes"] == get(client, f"/v1/quotes?article={kept.ferry}")["total"]
    assert "text" not in found


def test_no_answer_holds_a_paragraph_without_quotation(client: FlaskClient, kept: Kept) -> None:
    for path in (f"/v1/articles/{kept.bridge}", "/v1/articles", f"/articles/{kept.bridge}"):
        assert "stays shut until June, the roads office said" not in client.get(path).get_data(as_text=True)
    assert "stays shut until June, the roads office said" in BRIDGE


def test_articles_of_a_publisher(client: FlaskClient, kept: Kept) -> None:
    [found] = get(client, "/v1/articles?publisher=The+River+Courier")["results"]
    assert found["id"] == kept.bridge


def test_names_are_suggested(client: FlaskClient) -> None:
    found = get(client, "/v1/suggest?q=hallo")["suggestions"]
    assert ("speaker", "mira-halloran") in [(one["kind"], one["value"]) for one in found]


def test_suggestions_are_limited(client: FlaskClient) -> None:
    assert len(get(client, "/v1/suggest?q=t&limit=1")["suggestions"]) <= 1
