"""JSON Schema in words: what a value may be, and what an object holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

_TYPES = {
    "string": "text", "integer": "whole number", "number": "number", "boolean": "true or false", "null": "null",
    "object": "object", "array": "list",
}  # fmt: skip


FEWEST_SHARED = 6
"""Members that two kinds of object must share to be told together."""


@dataclass(frozen=True, slots=True)
class Described:
    """A kind of object: its members, each with what it may be, besides all those of `base`."""

    name: str
    meaning: str
    base: str | None
    members: tuple[tuple[str, Markup], ...]


def described(name: str, schemas: Mapping[str, dict[str, Any]]) -> Described:
    """One of `schemas`; what it has in common with one that it extends is told there."""
    members = _members(schemas[name])
    within = [other for other in schemas if FEWEST_SHARED <= len(_members(schemas[other])) < len(members)]
    bases = [other for other in within if _members(schemas[other]).items() <= members.items()]
    base = max(bases, key=lambda other: len(_members(schemas[other])), default=None)
    own = [one for one in members if base is None or one not in _members(schemas[base])]
    told = tuple((member, in_words(members[member])) for member in own)
    return Described(name, schemas[name].get("description", ""), base, told)


def _members(schema: dict[str, Any]) -> dict[str, Any]:
    members: dict[str, Any] = schema.get("properties", {})
    return members


def coded(text: str) -> Markup:
    """`text` escaped, with what stands between backticks in ``<code>``."""
    return Markup(re.sub(r"(`+)([^`]+)\1", r"<code>\2</code>", str(escape(text))))


def in_words(schema: dict[str, Any], at: str = "") -> Markup:
    """What a value may be; another kind of object as a link to where it is described, on the page `at`."""
    words = _kind(schema, at)
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        words += Markup(", {} to {}").format(low, high)
    if (longest := schema.get("maxLength")) is not None:
        words += Markup(", at most {:,} characters").format(longest)
    if schema.get("default") not in (None, [], ""):
        words += Markup("; {} if not given").format(schema["default"])
    return words


def _kind(schema: dict[str, Any], at: str) -> Markup:
    if reference := schema.get("$ref"):
        name = reference.rpartition("/")[2]
        return Markup('<a href="{0}#{1}">{1}</a>').format(at, name)
    if choices := [choice for choice in schema.get("enum", ()) if choice is not None]:
        return Markup("{}: {}").format("one of" if len(choices) > 1 else "always", ", ".join(map(str, choices)))
    if several := schema.get("anyOf") or schema.get("oneOf"):
        return Markup(" or ").join(_kind(one, at) for one in several)
    if items := schema.get("items"):
        return Markup("list of {}").format(in_words(items, at))
    if isinstance(values := schema.get("additionalProperties"), dict):
        return Markup("for each name a {}").format(in_words(values, at))
    types = schema.get("type", "anything")
    given = [types] if isinstance(types, str) else [one for one in types if one != "null"]
    return Markup(" or ").join(_TYPES.get(one, one) for one in given)
