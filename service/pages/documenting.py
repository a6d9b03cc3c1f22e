"""The OpenAPI document as a page: each operation with what it takes, a line to try it, and what it gives, in words."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from index import SearchRequest
from service.current import current_finder
from service.openapi import document
from service.pages.found import cards
from service.pages.rendering import links, page
from service.pages.schema_words import described, in_words
from service.request_links import RequestLinks

QUERIES: Mapping[str, dict[str, str]] = {
    "/v1/quotes": {"q": "winter OR summer", "type": "direct"},
    "/v1/quotes/{quote_id}/citation": {"style": "apa"},
    "/v1/suggest": {"q": "pre"},
    "/v1/speakers": {"kind": "person"},
}
BODIES: Mapping[str, dict[str, str]] = {
    "ClaimedQuote": {"text": "The river will be quieter for it", "claimed_speaker": "Mira Halloran"},
    "Draft": {"text": "“The river will be quieter for it,” said Mira Halloran."},
}
"""By the name of the body's schema; nobody said it."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A parameter, or a member of the body."""

    name: str
    needed: bool
    kind: Markup
    meaning: str


@dataclass(frozen=True, slots=True)
class Operation:
    """`id` is the anchor of its section. `curl` is a line for a shell."""

    id: str
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Taken, ...]
    body: tuple[Taken, ...]
    curl: str
    media_types: tuple[str, ...]
    answer: Markup
    may_be_gone: bool


def docs_page() -> str:
    """Every operation."""
    known = document()
    examples = examples_of_the_record()
    operations = [
        operation(path, method, given, of_path, known, examples)
        for path, methods in known["paths"].items()
        for of_path in [methods.get("parameters", [])]
        for method, given in methods.items()
        if method != "parameters"
    ]
    return page("docs.html", operations=operations, served=known["info"])


def answers_page() -> str:
    """Every kind of object that answers are made of."""
    known = document()
    schemas = {name: known["components"]["schemas"][name] for name in answered(known)}
    return page("docs_answers.html", kinds=[described(name, schemas) for name in schemas])


def operation(
    path: str,
    method: str,
    given: dict[str, Any],
    of_path: list[dict[str, Any]],
    known: dict[str, Any],
    examples: Mapping[str, str],
) -> Operation:
    content = given["responses"]["200"]["content"]
    body = body_of(given)
    members = known["components"]["schemas"][body] if body else {}
    return Operation(
        id=f"{method}-{path.strip('/').replace('/', '-')}".replace("{", "").replace("}", ""),
        method=method.upper(),
        path=path,
        summary=given["summary"],
        description=given.get("description", ""),
        parameters=tuple(map(parameter, [*of_path, *given["parameters"]])),
        body=tuple(members_of(members)),
        curl=curl(path, body, examples),
        media_types=tuple(content),
        answer=in_words(next(iter(content.values()))["schema"], links().docs_answers_page()),
        may_be_gone="410" in given["responses"],
    )


def parameter(given: dict[str, Any]) -> Taken:
    return Taken(given["name"], given["required"], in_words(given["schema"]), given.get("description", ""))


def members_of(schema: dict[str, Any]) -> Iterator[Taken]:
    for name, given in schema.get("properties", {}).items():
        yield Taken(name, name in schema.get("required", ()), in_words(given), given.get("description", ""))


def body_of(given: dict[str, Any]) -> str | None:
    """The name of the schema of the body, where there is one."""
    if "requestBody" not in given:
        return None
    reference: str = given["requestBody"]["content"]["application/json"]["schema"]["$ref"]
    return reference.rpartition("/")[2]


# ------------------------------------------------------------------------------------------------ to try


def curl(path: str, body: str | None, examples: Mapping[str, str]) -> str:
    """A line that asks this operation something it can answer."""
    filled = path.format_map({name: quote(value, safe="") for name, value in examples.items()})
    address = shlex.quote(RequestLinks.of_request().at(filled, **QUERIES.get(path, {})))
    if body is None:
        return f"curl {address}"
    sent = shlex.quote(json.dumps(BODIES[body], ensure_ascii=False))
    return f"curl {address} -H 'Content-Type: application/json' -d {sent}"


def examples_of_the_record() -> Mapping[str, str]:
    """A value for each name in a path: of the newest quotes, as far as there are any."""
    newest = SearchRequest(limit=20, facets=("speaker",), highlight=False)
    answer = current_finder().search(newest)
    found = [card.quote for card in cards(answer.hits)]
    speakers = [one.value for one in answer.facets.get("speaker", [])]
    clusters = [one.cluster.id for one in found if one.cluster]
    return {
        "quote_id": next((one.id for one in found), "q_…"),
        "article_id": next((one.citation.article.id for one in found), "a_…"),
        "slug": next(iter(speakers), "…"),
        "cluster_id": next(iter(clusters), "c_…"),
    }


# ------------------------------------------------------------------------------------------------ answers


def answered(known: dict[str, Any]) -> list[str]:
    """The names of all kinds of answer, and of what they are made of, each after what first mentions it."""
    schemas = known["components"]["schemas"]
    names: dict[str, None] = {}
    mention = partial(_mention, schemas, names)
    for methods in known["paths"].values():
        for method, given in methods.items():
            if method != "parameters":
                mention(given["responses"]["200"]["content"])
    mention(schemas["ProblemDetails"] | {"$ref": "#/components/schemas/ProblemDetails"})
    return list(names)


def _mention(schemas: dict[str, Any], names: dict[str, None], part: object) -> None:
    if isinstance(part, list):
        for one in part:
            _mention(schemas, names, one)
    elif isinstance(part, dict):
        reference = part.get("$ref")
        if isinstance(reference, str) and (name := reference.rpartition("/")[2]) not in names:
            names[name] = None
            _mention(schemas, names, schemas[name])
        for one in part.values():
            _mention(schemas, names, one)
