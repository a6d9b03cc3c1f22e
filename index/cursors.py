"""Where a page ended, as an opaque text: base64url of the last hit's sort keys, of the request and the index state."""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import fields
from operator import attrgetter

import msgspec

from corpus.errors import InvalidRequest
from index.contract import SearchRequest

_PAGING = ("limit", "cursor", "page", "facets", "highlight")
_DECIDING = attrgetter(*(field.name for field in fields(SearchRequest) if field.name not in _PAGING))


class Cursor(msgspec.Struct, frozen=True, array_like=True):
    """The keys of the last hit (as `index.sorting` orders them) and its id; `request` and `version` tell whether the
    same is still asked of the same state."""

    request: str
    version: str
    primary: float | int
    published: int
    id: str


def encode(cursor: Cursor) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode(cursor)).decode().rstrip("=")


def decode(text: str, request: SearchRequest) -> Cursor:
    """Raises InvalidRequest for what is no cursor, or one of another search."""
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        cursor = msgspec.json.decode(raw, type=Cursor)
    except (binascii.Error, ValueError, msgspec.MsgspecError) as error:
        raise InvalidRequest("this is no cursor of ours", parameter="cursor") from error
    if cursor.request != digest(request):
        raise InvalidRequest("this cursor belongs to another search", parameter="cursor")
    return cursor


def digest(request: SearchRequest) -> str:
    """Names what decides which quotes are found and in which order."""
    return hashlib.sha256(repr(_DECIDING(request)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
