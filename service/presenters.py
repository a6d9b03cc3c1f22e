"""Records as they are served. The answer of a search is put together from bytes made when the index was built."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from corpus.model import Quote
from index.contract import Highlight

_encode = msgspec.json.Encoder().encode


def payload(quote: Quote) -> bytes:
    """The full record as JSON: the fields of `corpus.model.Quote`, no URL of ours; it ends with ``}``."""
    return _encode(quote)


def spliced(payload: bytes, score: float | None, highlights: Iterable[Highlight]) -> bytes:
    """The record with `score` and `highlights` set in before its closing brace."""
    return extended(payload, {"score": None if score is None else round(score, 4), "highlights": tuple(highlights)})


def extended(payload: bytes, members: dict[str, object]) -> bytes:
    """A JSON object in bytes with further members at its end."""
    return b"%b,%b" % (payload[:-1], _encode(members)[1:])
