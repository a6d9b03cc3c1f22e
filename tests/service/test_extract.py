"""Drafts: quotations found, nothing kept, nothing logged."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.service.invented import FERRY

PAGE = "<html><head><title>Bread</title></head><body><article>{}</article></body></html>"
PARAGRAPHS = (
    "<p>The market at Elmsport opened late on Friday after a night of storms along the whole of the coast.</p>"
    "<p>“The bread was warm &amp; the stalls were wet,” said Oona Sedge at her stall by the town hall.</p>"
    "<p>Traders hope that the square will be dry again by the weekend, when the fair is to be held.</p>"
)


def extract(client: FlaskClient, **draft: str) -> dict[str, Any]:
    answer = client.post("/v1/extract", json=draft)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    body: dict[str, Any] = answer.get_json()
    return body


def test_offsets_count_in_the_text_that_comes_back(client: FlaskClient) -> None:
    body = extract(client, text=FERRY)
    assert body["text"] == FERRY
    assert body["quotations"]
    for quotation in body["quotations"]:
        for segment in quotation["segments"]:
            assert body["text"][segment["start"] : segment["end"]] == segment["text"]


def test_a_page_is_read_first(client: FlaskClient) -> None:
    body = extract(client, html=PAGE.format(PARAGRAPHS))
    [found] = body["quotations"]
    assert found["speakers"][0]["name"] == "Oona Sedge"
    assert found["text"].startswith("The bread was warm & the stalls were wet")


def test_a_text_without_quotations_is_fine(client: FlaskClient) -> None:
    assert extract(client, text="")["quotations"] == []


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (b"{}", "body"),
        (b'{"text": "a", "html": "b"}', "body"),
        (b'{"text": 1}', "text"),
        (b'{"text": null}', "text"),
        (b'{"txt": "a"}', "txt"),
        (b'{"text": "a\\u0000b"}', "text"),
        (b'{"text": "\\ud800"}', "body"),
        (b'{"text": "\xff"}', "body"),
        (b"[" * 100_000, "body"),
        (b"[]", "body"),
        (b"", "body"),
    ],
)
def test_a_bad_body_is_refused_by_name(client: FlaskClient, body: bytes, name: str) -> None:
    answer = client.post("/v1/extract", data=body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.get_json()["errors"][0]["name"] == name


def test_a_page_without_an_article_is_refused(client: FlaskClient) -> None:
    answer = client.post("/v1/extract", json={"html": "<html><body></body></html>"})
    assert (answer.status_code, answer.get_json()["title"]) == (400, "No article can be read from this")


def test_a_draft_is_neither_kept_nor_logged(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = client.post("/v1/extract", json={"text": "“Zanzibar is lovely,” said Ida Roe."})
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Zanzibar" not in caplog.text
    assert client.get("/v1/quotes?q=Zanzibar").get_json()["total"] == 0
