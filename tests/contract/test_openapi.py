"""The OpenAPI document says what is so, and all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from corpus.model import Quote

EXAMPLES = {
    "/v1/quotes": "/v1/quotes?q=boats&facets=speaker,year",
    "/v1/quotes/{quote_id}": "/v1/quotes/{quote}",
    "/v1/quotes/{quote_id}/history": "/v1/quotes/{quote}/history",
    "/v1/corrections": "/v1/corrections",
    "/v1/speakers": "/v1/speakers",
    "/v1/speakers/{slug}": "/v1/speakers/mira-halloran",
    "/v1/articles": "/v1/articles",
    "/v1/articles/{article_id}": "/v1/articles/{article}",
    "/v1/suggest": "/v1/suggest?q=hall",
}


def test_every_route_of_the_api_is_documented(app: Flask, document: dict[str, Any]) -> None:
    routes = {
        re.sub(r"<(\w+)>", r"{\1}", rule.rule) for rule in app.url_map.iter_rules() if rule.rule.startswith("/v1")
    }
    assert set(document["paths"]) == routes


def operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Path and operation; the keys of a path that are no method are of its parameters."""
    for path, members in document["paths"].items():
        yield from ((path, members[method]) for method in ("get", "post") if method in members)


def test_every_operation_has_a_summary_and_every_parameter_a_meaning(document: dict[str, Any]) -> None:
    for path, operation in operations(document):
        assert operation["summary"], path
        assert all(one["description"] for one in operation["parameters"] if one["in"] == "query"), path


def test_the_record_is_documented_whole(document: dict[str, Any]) -> None:
    schema = document["components"]["schemas"]["QuoteRecord"]
    assert set(schema["required"]) == {field.name for field in fields(Quote)} | {"links"}


@pytest.mark.parametrize("path", EXAMPLES)
def test_answers_are_what_is_documented(app: Flask, document: dict[str, Any], path: str) -> None:
    client = app.test_client()
    answer = client.get(_filled(EXAMPLES[path], client))
    reference = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
    _validator(document, reference).validate(answer.get_json())


def test_drafts_and_problems_are_what_is_documented(app: Flask, document: dict[str, Any]) -> None:
    client = app.test_client()
    extracted = client.post("/v1/extract", json={"text": "“We waited for years,” said Mira Halloran."})
    _validator(document, "#/components/schemas/Extracted").validate(extracted.get_json())
    refused = client.get("/v1/quotes?sort=up&q=a")
    _validator(document, "#/components/schemas/ProblemDetails").validate(refused.get_json())


def _filled(path: str, client: FlaskClient) -> str:
    first = client.get("/v1/quotes?q=boats").get_json()["results"][0]
    return path.format(quote=first["id"], article=first["citation"]["article"]["id"])


def _validator(document: dict[str, Any], reference: str) -> Draft202012Validator:
    resource: Resource[Any] = DRAFT202012.create_resource(document)
    return Draft202012Validator({"$ref": f"urn:api{reference}"}, registry=Registry().with_resource("urn:api", resource))


def test_the_manual_documents_every_path_with_a_request(root: Path, document: dict[str, Any]) -> None:
    manual = (root / "docs" / "api.md").read_text(encoding="utf-8")
    headings = set(re.findall(r"^### `(?:GET|POST) (/v1[^`]*)`$", manual, re.M))
    assert headings == set(document["paths"])
    for path, section in _sections(manual):
        assert "curl" in section, path


def test_the_manual_names_every_parameter(root: Path, document: dict[str, Any]) -> None:
    manual = dict(_sections((root / "docs" / "api.md").read_text(encoding="utf-8")))
    for path, operation in operations(document):
        for parameter in operation["parameters"]:
            if parameter["in"] == "query":
                assert f"`{parameter['name']}`" in manual[path], (path, parameter["name"])


def _sections(manual: str) -> list[tuple[str, str]]:
    return re.findall(r"^### `(?:GET|POST) (/v1[^`]*)`$(.*?)(?=^##|\Z)", manual, re.M | re.S)
