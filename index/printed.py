"""What is printed of a quote, read alone: a tenth of the work of reading all that is kept in its row."""

from __future__ import annotations

import msgspec


class Printed(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The first members of `documents.Facts`, in the same order; what comes after them in a row is passed over."""

    id: str
    seq: int
    segments: tuple[str, ...]
    names: tuple[str, ...]
    title: str | None


printed_of = msgspec.msgpack.Decoder(Printed).decode
"""Of a row of facts. Raises msgspec.DecodeError for bytes that are no row."""
