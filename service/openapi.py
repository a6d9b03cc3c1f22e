"""The OpenAPI document: parameters from schemas.py, answers from the types of answers.py, errors from errors.py."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, wraps
from http import HTTPStatus
from types import MappingProxyType
from typing import Any, TypeVar

import msgspec
from flask import Flask, Response, current_app
from flask_smorest import Api
from flask_smorest import Blueprint as SmorestBlueprint
from marshmallow import Schema

from service import answers
from service.caching import tagged_beforehand
from service.clusters import ClusterRecord
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
    ClusterRecord,
    answers.QuoteHistory,
    answers.CorrectionsPage,
    answers.Suggestions,
    answers.Extracted,
    answers.Verified,
    answers.CheckedDraft,
    ProblemDetails,
)


EITHER_OF_DRAFT = [{"required": ["text"]}, {"required": ["html"]}]
"""What `schemas.Draft` demands of its members together, which apispec cannot read off it."""

NOTHING_ELSE: Mapping[str, dict[str, str]] = MappingProxyType({})

View = TypeVar("View", bound=Callable[..., Response])


class NoParameters(Schema):
    """An address that takes none refuses any."""


class Blueprint(SmorestBlueprint):  # type: ignore[misc]
    """flask-smorest's, reading strictly."""

    ARGUMENTS_PARSER = StrictParser()

    def endpoint(
        self,
        rule: str,
        *,
        gives: str | dict[str, str],
        takes: type[Schema] = NoParameters,
        body: type[Schema] | None = None,
        media_types: Iterable[str] = ("application/json",),
        also: Mapping[str, dict[str, str]] = NOTHING_ELSE,
        of_one_quote: bool = False,
        may_have_moved: bool = False,
        is_found: bool = False,
    ) -> Callable[[View], View]:
        """Serve a view at `rule`, with its documentation.

        `gives` is a schema or names one of `ANSWERS`; `also` has other schemas by media type. `takes` are the
        parameters of the query and `body` is the schema of the JSON body, which makes it a POST: the view gets what was
        read of each in this order, then what the rule holds. `of_one_quote`: the quote may have been withdrawn (410) or
        merged into another (308). `may_have_moved`: it may lead to another address (308). `is_found`:
        see `caching.tagged_beforehand`.
        """
        decorators: list[Any] = [tagged_beforehand] if is_found else []
        # schemas as objects: of a class webargs makes a new one for each request, which takes longer than the search
        decorators += [self.arguments(takes(), location="query"), *([self.arguments(body())] if body else [])]
        given = {**dict.fromkeys(media_types, gives), **also}
        decorators += [self.response(200, schema, content_type=media_type) for media_type, schema in given.items()]
        if of_one_quote or may_have_moved:
            decorators.append(self.alt_response(308, description="Now part of another", success=True))
        if of_one_quote:
            decorators.append(self.alt_response(410, "GONE"))

        def serve(view: View) -> View:
            decorated: Any = view if takes is not NoParameters else _without_parameters(view)
            for decorator in reversed(decorators):
                decorated = decorator(decorated)
            self.add_url_rule(rule, view.__name__, decorated, methods=["POST" if body else "GET"])
            return view

        return serve


def _without_parameters(view: Callable[..., Response]) -> Callable[..., Response]:
    @wraps(view)
    def called(_: object, *further: Any, **of_rule: Any) -> Response:
        return view(*further, **of_rule)

    return called


class DocumentedApi(Api):  # type: ignore[misc]
    """flask-smorest's, with our error body in place of its own."""

    ERROR_SCHEMA = "ProblemDetails"
    DEFAULT_ERROR_RESPONSE_NAME = "PROBLEM"

    def _register_responses(self) -> None:
        content = {MEDIA_TYPE: {"schema": {"$ref": SCHEMAS.format(name="ProblemDetails")}}}
        for status in HTTPStatus:
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
    api.spec.components.schemas["Draft"]["oneOf"] = EITHER_OF_DRAFT


def document() -> dict[str, Any]:
    """The OpenAPI document of the application that answers the current request."""
    served: dict[str, Any] = current_app.extensions["flask-smorest"]["apis"][""]["ext_obj"].spec.to_dict()
    return served


@cache
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
