"""The quotation marks of each language, as Unicode's CLDR has them (main delimiters): „…“ in German, «…» in Russian.

Where a language has none here, or is not known, English ones stand.
"""

from __future__ import annotations

from typing import NamedTuple


class Marks(NamedTuple):
    """What stands before and after words."""

    opening: str
    closing: str


ENGLISH = Marks("“", "”")
_OF_LANGUAGES = {
    ("„", "“"): "bg cs de et hr is ka lt mk sk sl sr",
    ("„", "”"): "bs hu pl ro",
    ("”", "”"): "fi he sv",
    ("”", "“"): "ar",
    ("«", "»"): "be ca el es eu fa hy it no nb nn ru sq uk",
    ("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»"): "fr",
    ("「", "」"): "ja",
}
_MARKS = {lang: Marks(*marks) for marks, languages in _OF_LANGUAGES.items() for lang in languages.split()}


def marks_of(lang: str | None) -> Marks:
    """Those of a language by its tag (BCP 47): ``de``, ``de-AT``; Swiss German, Portugal's Portuguese and Taiwan's
    Chinese have their own."""
    match (lang or "").lower().split("-"):
        case ["de", *_, "ch" | "li"]:
            return Marks("«", "»")
        case ["pt", *_, "pt" | "ao" | "mz"]:
            return Marks("«", "»")
        case ["zh", *rest] if {"tw", "hk", "mo", "hant"} & set(rest):
            return Marks("「", "」")
        case [language, *_]:
            return _MARKS.get(language, ENGLISH)
    return ENGLISH
