"""The article of a quote as an item of a bibliography: CSL-JSON, the data format of the Citation Style Language 1.0.2.

What the page does not print is left out, never filled in.
"""

from __future__ import annotations

import re
from typing import Any

from corpus.citation.authors import Author, authors
from corpus.citation.wordings import caution_note, copy_note, speakers
from corpus.model import PublishedAt, Quote

Item = dict[str, Any]
"""An item as ``csl-data.json`` of the CSL schemas describes it."""

DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
FIRST_SEASON = 21
"""Spring in EDTF (ISO 8601-2:2019, level 1); CSL counts seasons from 1."""


def csl_item(quote: Quote) -> Item:
    """The item for the article of `quote`. Its ``note`` holds the words, who said them, and what must be known."""
    article = quote.citation.article
    item: Item = {"id": quote.id, "type": "article-newspaper"}
    optional = {
        "title": article.title,
        "author": [csl_name(one) for one in authors(article.byline, article.lang)],
        "container-title": article.publisher,
        "issued": csl_date(article.published_at),
        "accessed": csl_date(PublishedAt((article.retrieved_at or "")[:10] or None, "stated")),
        "URL": article.url,
        "language": article.lang,
    }
    return item | {name: value for name, value in optional.items() if value} | {"note": note(quote)}


def csl_name(author: Author) -> dict[str, str]:
    """The parts of a name, or the name as printed where it is not taken apart."""
    if author.family is None:
        return {"literal": author.printed}
    parts = {"family": author.family, "given": author.given, "suffix": author.suffix}
    return {name: part for name, part in parts.items() if part}


def csl_date(at: PublishedAt) -> dict[str, Any] | None:
    """A CSL date of an EDTF one; `circa` where the page does not print it. None if there is none."""
    if not at.edtf:
        return None
    ends = [DAY.match(end) for end in at.edtf.split("/")]
    parts = [[int(number) for number in end.groups() if number] for end in ends if end]
    if len(parts) != len(ends):
        return {"literal": at.edtf}
    date: dict[str, Any] = {"date-parts": parts}
    if len(parts) == 1 and len(parts[0]) > 1 and parts[0][1] >= FIRST_SEASON:
        date = {"date-parts": [parts[0][:1]], "season": parts[0].pop() - FIRST_SEASON + 1}
    if at.basis != "stated" or re.search(r"[~?%]", at.edtf):
        date["circa"] = True
    return date


def note(quote: Quote) -> str:
    """Words and speaker in one line, with the cautions that must travel with them."""
    indirect = quote.type == "indirect"
    words = f"{quote.cue.text}: {quote.text}" if indirect and quote.cue else f"“{quote.text}”"
    said = f"{speakers(quote)} {words}" if indirect else f"{words} – {speakers(quote)}"
    caution = caution_note(quote)
    return ". ".join(
        part for part in (f"{said} [{caution}]" if caution else said, copy_note(quote.citation.article)) if part
    )
