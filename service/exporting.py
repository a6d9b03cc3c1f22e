"""The whole record as newline-delimited JSON, in the order of its changes, a line at a time."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from corpus import Record
from service.payloads import payload
from service.standing import is_served, withdrawal_of


class Gone(msgspec.Struct, frozen=True, tag_field="state", tag="merged"):
    """A quote that is now part of another."""

    id: str
    merged_into: str | None


def export_lines(record: Record) -> Iterator[bytes]:
    """One line a quote. Of a withdrawn quote only id, date and class of reason; of a merged one, where it is now."""
    for change in record.changes():
        quote = change.quote
        if is_served(quote):
            yield payload(quote) + b"\n"
        elif quote.state == "merged":
            yield msgspec.json.encode(Gone(quote.id, quote.merged_into)) + b"\n"
        else:
            yield msgspec.json.encode(withdrawal_of(quote)) + b"\n"
