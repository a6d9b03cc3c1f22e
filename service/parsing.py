"""Parameters and bodies are read strictly: what is unknown, repeated or malformed is refused by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, NoReturn

import marshmallow as ma
import orjson
from flask import Request
from marshmallow.validate import OneOf
from webargs.fields import DelimitedList
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

from service.errors import BadRequest, Fault, Place

JSON = "application/json"


class StrictParser(FlaskParser):
    """webargs with nothing forgiven. Every refusal is a `BadRequest`, but for a body that is no JSON by its type, which
    is a 415."""

    DEFAULT_VALIDATION_STATUS = 400
    DEFAULT_UNKNOWN_BY_LOCATION = {"query": ma.RAISE, "json": ma.RAISE}

    def load_querystring(self, req: Request, schema: ma.Schema) -> dict[str, str | list[str]]:
        """What webargs makes a proxy of, at a third of the cost of a search; a plain dict is read far faster."""
        parameters = dict[str, str | list[str]](req.args.lists())
        repeated = list[str]()
        for name, values in req.args.lists():
            field = schema.fields.get(name)
            if not isinstance(field, ma.fields.List) or isinstance(field, DelimitedList):
                parameters[name] = values[0]
                if len(values) > 1 and name in _known(schema):
                    repeated.append(name)
        if repeated:
            raise BadRequest(tuple(Fault("query", name, "is given more than once") for name in repeated))
        return parameters

    def _raw_load_json(self, req: Request) -> Any:
        if req.mimetype != JSON:
            raise UnsupportedMediaType
        body = req.get_data()
        if req.content_length is None and req.environ["wsgi.input"].read(1):  # a chunked body is cut at the limit
            raise RequestEntityTooLarge
        try:
            return orjson.loads(body)
        except orjson.JSONDecodeError as error:
            raise BadRequest((Fault("body", "body", f"is no JSON: {error}"),)) from None

    def handle_error(self, error: ma.ValidationError, req: Request, schema: ma.Schema, **_: Any) -> NoReturn:
        assert isinstance(error.messages, Mapping)
        raise BadRequest(tuple(_faults(error.messages, req, schema)))


def _faults(messages: Mapping[str, Any], req: Request, schema: ma.Schema) -> Iterator[Fault]:
    """webargs gives ``{location: {name: [message, …] or {number of the value: [message, …]}}}``."""
    known = _known(schema)
    for location, by_name in messages.items():
        place: Place = "query" if location == "query" else "body"
        if not isinstance(by_name, Mapping):
            yield Fault("body", "body", _sentence(by_name))
            continue
        for name, found in by_name.items():
            if name == "_schema":
                yield Fault(place, "body", _sentence(found))
            elif name not in known:
                yield Fault(place, name, "is not known here", nearest(name, known))
            else:
                values = _values(name, req, known[name])
                for number, each in (found if isinstance(found, Mapping) else {0: found}).items():
                    yield Fault(place, name, _sentence(each), _nearest_choice(known[name], values, number))


def _known(schema: ma.Schema) -> dict[str, ma.fields.Field[Any]]:
    """The fields by the names that clients give them."""
    return {field.data_key or name: field for name, field in schema.fields.items()}


def _values(name: str, req: Request, field: ma.fields.Field[Any]) -> list[str]:
    """What the query gives for a name, in the order in which marshmallow numbers it; nothing for names of a body."""
    values = req.args.getlist(name)
    return values[0].split(",") if isinstance(field, DelimitedList) and values else values


def _nearest_choice(field: ma.fields.Field[Any], values: list[str], number: object) -> str | None:
    inner = field.inner if isinstance(field, ma.fields.List) else field
    choices = next((validator.choices for validator in inner.validators if isinstance(validator, OneOf)), None)
    if choices is None or not isinstance(number, int) or number >= len(values):
        return None
    return nearest(values[number], choices)


def nearest(given: str, allowed: Any) -> str | None:
    """The allowed word that looks most like the given one, if any does."""
    return next(iter(get_close_matches(given, list(allowed), n=1)), None)


def _sentence(messages: Any) -> str:
    """marshmallow's messages as one, in this API's manner: lower case, no full stop."""
    texts = messages if isinstance(messages, list) else [str(messages)]
    return "; ".join(text[:1].lower() + text[1:].rstrip(".") for text in texts)
