"""Vague dates as they are written: EDTF, ISO 8601-2:2019, read by the `edtf` package."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edtf.parser.parser_classes import EDTFObject


def parsed(edtf: str) -> EDTFObject:
    """A date as the package has it. Raises ValueError: it is none."""
    from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415 - a tenth of a second, for the rare date

    try:
        read: EDTFObject = parse_edtf(edtf)
    except EDTFParseException as error:
        raise ValueError(f"{edtf!r} is no EDTF date") from error
    return read
