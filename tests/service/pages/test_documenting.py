"""The documentation of the API: what it says is what the API does."""

from __future__ import annotations

import json
import shlex
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from markupsafe import Markup

from service.pages.schema_words import coded, described, in_words
from tests.service.pages.test_views import MOST, tree, words
from tests.service.town import Town


@pytest.mark.parametrize("path", ["/docs", "/docs/answers"])
def test_it_is_small(client: FlaskClient, path: str) -> None:
    assert len(client.get(path).data) <= MOST


def test_every_operation_and_parameter_of_the_document_is_there(client: FlaskClient) -> None:
    page = tree(client, "/docs")
    document = client.get("/openapi.json").get_json()
    told = [title.text_content() for title in page.xpath("//h2")]
    methods = {path: [name for name in of if name != "parameters"] for path, of in document["paths"].items()}
    assert told == [f"{method.upper()} {path}" for path, of in methods.items() for method in of]
    [search] = page.xpath("//section[h2/@id='get-v1-quotes']")
    names = [one.text_content() for one in search.xpath(".//dt/code")]
    assert names == [one["name"] for one in document["paths"]["/v1/quotes"]["get"]["parameters"]]


def test_every_example_is_answered(town: Town) -> None:
    lines = [one.text_content() for one in tree(town.client, "/docs").xpath("//pre/code")]
    assert len(lines) > 10
    for line in lines:
        assert answered(town.app, line) == 200, line


def answered(app: Flask, line: str) -> int:
    """The status of what a line of curl asks."""
    curl, address, *further = shlex.split(line)
    assert curl == "curl"
    parts, client = urlsplit(address), app.test_client()
    if not further:
        return client.get(f"{parts.path}?{parts.query}").status_code
    assert further[:3] == ["-H", "Content-Type: application/json", "-d"]
    return client.post(parts.path, json=json.loads(further[3])).status_code


def test_every_link_to_a_kind_of_answer_leads_to_it(client: FlaskClient) -> None:
    answers = tree(client, "/docs/answers")
    known = {f"/docs/answers#{name}" for name in answers.xpath("//dt/@id")}
    linked = {link for link in tree(client, "/docs").xpath("//section//a/@href") if link.startswith("/docs/")}
    within = {f"/docs/answers{link}" for link in answers.xpath("//dl//a/@href")}
    assert linked
    assert linked | within <= known


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        ({"type": ["string", "null"], "maxLength": 1024}, "text, at most 1,024 characters"),
        ({"type": "integer", "default": 20, "minimum": 1, "maximum": 100}, "whole number, 1 to 100; 20 if not given"),
        ({"enum": ["a", "b", None]}, "one of: a, b"),
        ({"enum": ["a"]}, "always: a"),
        ({"type": "array", "items": {"type": "boolean"}}, "list of true or false"),
        ({"anyOf": [{"type": "null"}, {"$ref": "#/components/schemas/Span"}]}, 'null or <a href="#Span">Span</a>'),
        ({"type": "object", "additionalProperties": {"type": "number"}}, "for each name a number"),
        ({}, "anything"),
    ],
)
def test_schemas_in_words(schema: dict[str, object], told: str) -> None:
    assert in_words(schema) == Markup(told)


def test_what_extends_another_tells_only_what_is_its_own() -> None:
    base = {name: {"type": "string"} for name in "abcefg"}
    more = described("More", {"Base": {"properties": base}, "More": {"properties": base | {"d": {"type": "null"}}}})
    assert (more.base, [name for name, _ in more.members]) == ("Base", ["d"])


def test_backticks_become_code() -> None:
    assert coded("`a < b` & ``c``") == Markup("<code>a &lt; b</code> &amp; <code>c</code>")


def test_headings_say_what_each_operation_is_for(client: FlaskClient) -> None:
    assert words(tree(client, "/docs"), "h1") == ["The API"]
