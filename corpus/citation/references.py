"""An article as an entry of a bibliography, in a manner of citing: styles of the Citation Style Language (CSL 1.0)."""

from __future__ import annotations

import re
import warnings
from functools import cache
from html import escape
from importlib import resources
from threading import Lock
from typing import Any, Literal

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.source.json import CiteProcJSON

from corpus.citation.titles import stopped, within_marks

STYLE_FILES = resources.files("corpus") / "data" / "styles"
IN_MARKS = frozenset({"chicago", "mla"})
"""Styles that put headlines in quotation marks."""
STOPPED_TWICE = re.compile(r"(?<=[.?!…])\.")
ARTICLE = re.compile(r"The\s+(?=\S)")
"""Which Chicago leaves out before names of newspapers (14.194)."""
SYNTAX = str.maketrans({character: chr(0xE000 + at) for at, character in enumerate("<>&\"'")})
"""citeproc-py reads markup in values; so what is markup goes through it as characters that are nobody's (U+E000 …)."""
BACK = {"text": str.maketrans({chr(0xE000 + at): character for at, character in enumerate("<>&\"'")})}
BACK["html"] = {place: escape(character) for place, character in BACK["text"].items()}

_rendering = Lock()
"""citeproc-py keeps state in the style while it renders."""


def reference(item: dict[str, Any], style: str, format: Literal["text", "html"]) -> str:
    """`item` (CSL-JSON) as a bibliography of `style` has it, ending in a full stop; HTML is escaped.

    A range of days is given in EDTF's own form: citeproc-py 0.11 has no words for it; nor does it turn marks within
    marks, so that headlines reach it as they are to stand. Empty if the item has no facts.
    """
    named = {name: value for name, value in item.items() if name != "note"}
    if not named.keys() - {"id", "type", "accessed", "language"}:
        return ""
    if "title" in named:
        named["title"] = stopped(within_marks(named["title"]) if style in IN_MARKS else named["title"])
    if style == "chicago" and "container-title" in named:
        named["container-title"] = ARTICLE.sub("", named["container-title"])
    if len(named.get("issued", {}).get("date-parts", ())) > 1:
        first, last = ("-".join(f"{part:02}" for part in end) for end in named["issued"]["date-parts"])
        named["issued"] = {"literal": f"{first}/{last}"}
    formatter = formatters.html if format == "html" else formatters.plain
    with _rendering, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells of fields that it does not know
        bibliography = CitationStylesBibliography(style_of(style), CiteProcJSON([masked(named)]), formatter)
        bibliography.register(Citation([CitationItem(item["id"])]))
        entry = "".join(map(str, bibliography.bibliography()))
    return STOPPED_TWICE.sub("", entry).translate(BACK[format])


@cache
def style_of(name: str) -> CitationStylesStyle:
    return CitationStylesStyle(str(STYLE_FILES / f"{name}.csl"), validate=False)


def masked(value: Any) -> Any:
    if isinstance(value, str):
        return value.translate(SYNTAX)
    if isinstance(value, list):
        return [masked(one) for one in value]
    return {key: masked(one) for key, one in value.items()} if isinstance(value, dict) else value
