"""A quote for search engines: JSON-LD as extruct finds it and pyld expands it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import extruct
import pytest
from flask.testing import FlaskClient
from pyld import jsonld

from corpus.model import Anonymous, AttributedSpeaker
from service.linked_data import article, as_script, quotation
from service.links import Links
from tests.service.pages import invented

LINKS = Links("https://quotes.example")
CONTEXT = {"@context": {"@vocab": "https://schema.org/"}}
"""What matters here of schema.org's context, which would have to be fetched."""


def without_network(address: str, _: object) -> dict[str, Any]:
    assert address.rstrip("/") == "https://schema.org"
    return {"contextUrl": None, "documentUrl": address, "document": CONTEXT}


def test_a_page_holds_one_quotation(client: FlaskClient) -> None:
    quote_id = client.get("/v1/quotes?q=%22eleven+years%22").get_json()["results"][0]["id"]
    [found] = extruct.extract(client.get(f"/q/{quote_id}").text, syntaxes=["json-ld"])["json-ld"]
    [node] = jsonld.expand(found, {"documentLoader": without_network})
    assert node["@type"] == ["https://schema.org/Quotation"]
    assert node["https://schema.org/spokenByCharacter"][0]["https://schema.org/name"] == [{"@value": "Mira Halloran"}]
    assert "@graph" not in found


@pytest.mark.parametrize("quote", invented.EVERY_SORT, ids=lambda quote: quote.id)
def test_nothing_is_said_that_is_not_known(quote: Any) -> None:
    made = quotation(quote, LINKS)
    assert None not in made.values()
    if quote.attribution.status != "resolved":
        assert "spokenByCharacter" not in made
    if quote.type == "indirect":
        assert made["text"] != quote.text
        assert made["text"].endswith(quote.text)


def test_the_anonymous_have_a_description_and_no_name() -> None:
    unnamed = AttributedSpeaker("an official", "anonymous", anonymous=Anonymous("an official"))
    made = quotation(replace(invented.DIRECT, speakers=(unnamed,)), LINKS)
    assert made["spokenByCharacter"] == {"@type": "Person", "description": "an official"}


def test_those_who_speak_together_are_all_named() -> None:
    both = replace(invented.DIRECT, speakers=(AttributedSpeaker("A", "person"), AttributedSpeaker("B", "organization")))
    assert [one["@type"] for one in quotation(both, LINKS)["spokenByCharacter"]] == ["Person", "Organization"]


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Nell Okafor", {"@type": "Person", "name": "Nell Okafor"}),
        ("Reuters", {"@type": "Organization", "name": "Reuters"}),
        ("The Harbour Gazette", {"@type": "Organization", "name": "The Harbour Gazette"}),
        ("Nell Okafor, Reuters", {"@type": "Person", "name": "Nell Okafor"}),
        ("Nell Okafor and Ana Ruiz", [{"@type": "Person", "name": name} for name in ("Nell Okafor", "Ana Ruiz")]),
        ("Staff", "Staff"),
        ("Agencies", "Agencies"),
        ("Our Correspondent", "Our Correspondent"),
        ("דנה לוין", "דנה לוין"),
        (None, None),
    ],
)
def test_a_byline_is_a_person_only_where_it_surely_names_one(byline: str | None, author: Any) -> None:
    assert article(replace(invented.ARTICLE, byline=byline)).get("author") == author


def test_no_words_end_the_script() -> None:
    made = quotation(replace(invented.DIRECT, text="</script><script>&"), LINKS)
    assert "<" not in as_script(made)
