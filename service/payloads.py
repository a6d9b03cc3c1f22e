"""What the index keeps of each quote for those who serve it: the bytes of its JSON answer, and the quote read back."""

from __future__ import annotations

import hashlib

import msgspec

from corpus.model import Quote

_encode, _decode = msgspec.json.Encoder().encode, msgspec.json.Decoder(Quote).decode

PAYLOAD_SHAPE = hashlib.sha256(_encode(msgspec.json.schema(Quote))).hexdigest()[:8]
"""Changes when the fields of a payload do: an index that holds payloads of another shape must be built anew."""


def payload(quote: Quote) -> bytes:
    """The full record as JSON: the fields of `corpus.model.Quote`, no URL of ours; it ends with ``}``."""
    return _encode(quote)


def quote_of(payload: bytes) -> Quote:
    """The quote of which `payload` made these bytes."""
    return _decode(payload)
