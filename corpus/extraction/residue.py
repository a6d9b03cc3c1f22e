"""Characters that no reader sees, left over from terminals and web pages: a text of the same length without them."""

from __future__ import annotations

import re

RESIDUE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
    r"(?:(?<=\x1b)(?:\[[0-?]*+[ -/]*+[@-~]|\][^\x07\x1b]*+(?:\x07|\x1b\\)))?"
)
"""Control sequences of terminals (ECMA-48, 5.4 and 8.3.89: colours, links), control characters that are no white space,
and characters without width or that only turn the direction of writing."""
NOTHING = "\u200b"
"""The zero-width space, which every stage passes over."""


def without_residue(text: str) -> str:
    """`text` with a zero-width space for each character that no reader sees, so that every offset stays."""
    return RESIDUE.sub(lambda found: NOTHING * len(found[0]), text)
