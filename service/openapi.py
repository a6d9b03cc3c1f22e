"""The OpenAPI document: parameters from schemas.py, answers from the types of answers.py, errors from errors.py."""

from __future__ import annotations

import http
from typing import Any

import msgspec
from flask import Flask
from flask_smorest import Api
from flask_smorest import Blueprint as SmorestBlueprint

from service import answers
from service.errors import MEDIA_TYPE, ProblemDetails
from service.parsing import StrictParser

DESCRIPTION = "Who said what, when, and where it is written: quotations of the news, attributed, cited and searchable."
SCHEMAS = "#/components/schemas/{name}"
ANSWERS = (
    answers.QuotesPage,
    answers.QuoteRecord,
    answers.SpeakersPage,
    answers.SpeakerRecord,
    answers.ArticlesPage,
    answers.ArticleRecord,
    answers.Suggestions,
    answers.Extracted,
    ProblemDetails,
)


class Blueprint(SmorestBlueprint):
    """flask-smorest's, reading strictly."""

    ARGUMENTS_PARSER = StrictParser()


class DocumentedApi(Api):
    """flask-smorest's, with our error body in place of its own."""

    ERROR_SCHEMA = "ProblemDetails"
    DEFAULT_ERROR_RESPONSE_NAME = "PROBLEM"

    def _register_responses(self) -> None:
        content = {MEDIA_TYPE: {"schema": {"$ref": SCHEMAS.format(name="ProblemDetails")}}}
        for status in http.HTTPStatus:
            if status >= 400:
                self.spec.components.response(
                    status.name, {"description": status.phrase, "content": content}, lazy=True
                )
        self.spec.components.response("PROBLEM", {"description": "Refused or failed", "content": content}, lazy=True)

    def _register_error_handlers(self) -> None:
        """Ours are in errors.py, for the pages too."""


def add_openapi(app: Flask, *blueprints: Blueprint) -> None:
    """Serve `blueprints`, and the document that describes them at ``/openapi.json``."""
    app.config.update(
        API_TITLE="onrecord",
        API_VERSION="v1",
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX="/",
        OPENAPI_JSON_PATH="openapi.json",
    )
    api = DocumentedApi(app, spec_kwargs={"info": {"description": DESCRIPTION}, "servers": [{"url": "/"}]})
    for name, schema in answer_schemas().items():
        api.spec.components.schema(name, schema)
    for blueprint in blueprints:
        api.register_blueprint(blueprint)


def answer_schemas() -> dict[str, dict[str, Any]]:
    """JSON Schema (2020-12) of every type that is served. An answer has all its fields, defaults and nulls too; only
    results under ``fields=`` and problems leave some out."""
    _, schemas = msgspec.json.schema_components(ANSWERS, ref_template=SCHEMAS)
    for name, schema in schemas.items():
        properties = schema.get("properties", {})
        for member in properties.values():
            member.pop("default", None)
        if name == "FoundQuote":
            schema["required"] = []
        elif name != "ProblemDetails":
            schema["required"] = sorted(properties)
    return schemas
