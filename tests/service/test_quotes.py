"""Searching and reading quotes over HTTP."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from tests.service.conftest import Kept


def search(client: FlaskClient, **parameters: Any) -> dict[str, Any]:
    answer = client.get("/v1/quotes", query_string=parameters)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    body: dict[str, Any] = answer.get_json()
    return body


def texts(body: dict[str, Any]) -> list[str]:
    return [result["text"] for result in body["results"]]


def test_a_phrase_finds_its_quote_with_speaker_and_citation(client: FlaskClient) -> None:
    [found] = search(client, q='"eleven years for this vote"')["results"]
    assert [speaker["slug"] for speaker in found["speakers"]] == ["mira-halloran"]
    assert found["citation"]["article"]["publisher"] == "The Elmsport Gazette"
    assert found["citation"]["selector"]["exact"] == found["segments"][0]["text"]


def test_more_like_one_narrowed_by_words(client: FlaskClient) -> None:
    quote = search(client, q='"eleven years for this vote"')["results"][0]["id"]
    alike = search(client, like=quote)
    assert quote not in [result["id"] for result in alike["results"]]
    assert [result["score"] for result in alike["results"]] == sorted(
        (result["score"] for result in alike["results"]), reverse=True
    )
    word = alike["results"][0]["text"].split()[0]
    assert 0 < search(client, like=quote, q=word)["total"] <= alike["total"]
    refused = client.get("/v1/quotes?like=q_aaaaaaaaaaaaa")
    assert (refused.status_code, refused.get_json()["type"]) == (404, "urn:problem-type:onrecord:not-in-record")


def test_highlights_count_in_the_text(client: FlaskClient) -> None:
    [found] = search(client, q='"eleven years for this vote"')["results"]
    [place] = [h for h in found["highlights"] if h["field"] == "text"]
    assert found["text"][place["start"] : place["end"]] == "eleven years for this vote"


def test_highlights_can_be_left_out(client: FlaskClient) -> None:
    [found] = search(client, q='"eleven years for this vote"', highlight="none")["results"]
    assert found["highlights"] == []


def test_the_search_is_told_as_it_was_understood(client: FlaskClient) -> None:
    body = search(client, q='"eleven years" -smoke')
    assert body["query"]["q"] == '"eleven years" -smoke'
    assert "eleven years" in body["query"]["interpreted"]
    assert body["query"]["warnings"] == []


@pytest.mark.parametrize(
    "parameters",
    [
        {"speaker": "mira-halloran"},
        {"speaker": ["mira-halloran", "nobody-known"]},
        {"publisher": "The River Courier"},
        {"type": "partial"},
        {"published_from": "2024-05-14", "published_to": "2024-05-14"},
        {"published_from": "2024-04", "published_to": "2024"},
        {"attribution": "named", "republished": "exclude"},
        {"reviewed": "true"},
        {"min_confidence": "0.99"},
        {"match": "exact", "q": "ferries"},
    ],
)
def test_every_filter_narrows(client: FlaskClient, parameters: dict[str, Any]) -> None:
    assert search(client, **parameters)["total"] < search(client)["total"]


def test_repeats_are_alternatives(client: FlaskClient) -> None:
    both = search(client, speaker=["mira-halloran", "tobias-renn"])["total"]
    assert both == search(client, speaker="mira-halloran")["total"] + search(client, speaker="tobias-renn")["total"]


def test_facets_count_the_whole_search(client: FlaskClient, kept: Kept) -> None:
    body = search(client, article=kept.bridge, facets="speaker,type", limit=1)
    assert {"value": "tobias-renn", "label": "Tobias Renn", "count": 1} in body["facets"]["speaker"]
    assert sum(value["count"] for value in body["facets"]["type"]) == body["total"]


def test_fields_leave_out_the_rest(client: FlaskClient) -> None:
    body = search(client, q="ferries OR boats", fields="id,text,score")
    assert all(list(result) == ["id", "text", "score"] for result in body["results"])
    assert body["total"] == len(body["results"])


def test_following_next_visits_every_quote_once(client: FlaskClient) -> None:
    body = search(client, limit=7)
    seen = [result["id"] for result in body["results"]]
    while body["links"]["next"]:
        parts = urlsplit(body["links"]["next"])
        body = client.get(f"{parts.path}?{parts.query}").get_json()
        seen += [result["id"] for result in body["results"]]
    assert len(seen) == len(set(seen)) == body["total"]


def test_links_lead_to_the_same_search(client: FlaskClient) -> None:
    answer = client.get("/v1/quotes?q=boats&limit=1&facets=type")
    links = answer.get_json()["links"]
    assert links["self"] == "http://localhost/v1/quotes?q=boats&limit=1&facets=type"
    assert links["html"] == "http://localhost/search?q=boats"
    assert answer.headers.getlist("Link")[0] == '<http://localhost/search?q=boats>; rel="alternate"; type="text/html"'


def test_a_result_is_the_record_at_its_own_address(client: FlaskClient) -> None:
    [found] = search(client, q='"eleven years for this vote"')["results"]
    record = client.get(f"/v1/quotes/{found['id']}").get_json()
    links = record.pop("links")
    assert record == {name: value for name, value in found.items() if name not in ("score", "highlights")}
    assert links["html"] == f"http://localhost/q/{found['id']}"


@pytest.mark.parametrize(("format", "start"), [("text", "Mira Halloran"), ("html", '<p class="citation">')])
def test_a_quote_is_cited(client: FlaskClient, format: str, start: str) -> None:
    [found] = search(client, q='"eleven years for this vote"')["results"]
    answer = client.get(f"/v1/quotes/{found['id']}/citation?format={format}")
    assert answer.get_data(as_text=True).startswith(start)
    assert "The Elmsport Gazette" in answer.get_data(as_text=True)
    assert answer.mimetype == {"text": "text/plain", "html": "text/html"}[format]
