"""Lines of ours that hold words in right-to-left scripts: else a date behind a Hebrew title would stand before it."""

from __future__ import annotations

import re
from collections.abc import Iterable

import regex
from markupsafe import Markup, escape

_RIGHT_TO_LEFT = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")


def isolated(line: str, printed: Iterable[str | None]) -> Markup:
    """`line` escaped, with those of its parts that were `printed` elsewhere in right-to-left letters in ``<bdi>``: the
    rest of the line is ordered as if each were one letter (Unicode Bidirectional Algorithm, UAX #9, 2.4)."""
    kept, parts = escape(line), {str(escape(part)) for part in printed if part and _RIGHT_TO_LEFT.search(part)}
    if not parts:
        return kept
    longest_first = "|".join(re.escape(part) for part in sorted(parts, key=len, reverse=True))
    return Markup(re.sub(longest_first, r"<bdi>\g<0></bdi>", str(kept)))
