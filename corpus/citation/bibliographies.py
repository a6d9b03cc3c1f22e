"""The article of a quote for reference managers: CSL-JSON, RIS, BibTeX. The words and their cautions are the note."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec
import rispy
from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from pylatexenc.latexencode import unicode_to_latex

from corpus.citation.items import Item, csl_item
from corpus.model import Quote


class OneEntry(rispy.RisWriter):  # type: ignore[misc]
    """rispy's writer, without a number before the entry."""

    def set_header(self, count: int) -> str:
        return ""


def csl(quote: Quote) -> str:
    """A CSL-JSON array with the one item, as reference managers import it."""
    return msgspec.json.encode([csl_item(quote)]).decode()


def ris(quote: Quote) -> str:
    """A newspaper article (``TY  - NEWS``) of the RIS format, as rispy writes it."""
    item = csl_item(quote)
    fields = {
        "type_of_reference": "NEWS",
        "id": item["id"],
        "title": item.get("title"),
        "authors": [author["literal"] for author in item.get("author", [])],
        "secondary_title": item.get("container-title"),
        "year": day(item, "issued")[:4],
        "date": day(item, "issued").replace("-", "/"),
        "access_date": day(item, "accessed").replace("-", "/"),
        "urls": [item["URL"]] if "URL" in item else [],
        "language": item.get("language"),
        "notes": [one_line(item["note"])],
    }
    given = {name: value if isinstance(value, list) else one_line(value) for name, value in fields.items() if value}
    return str(rispy.dumps([given], implementation=OneEntry)).lstrip()


def bibtex(quote: Quote) -> str:
    """An ``@article`` with BibLaTeX's names for dates and addresses; letters beyond ASCII as LaTeX writes them."""
    item = csl_item(quote)
    printed = {
        "title": item.get("title"),
        "author": item["author"][0]["literal"] if "author" in item else None,
        "journal": item.get("container-title"),
        "note": item["note"],
    }
    verbatim = {
        "date": day(item, "issued"),
        "url": item.get("URL", "").translate(BRACES),
        "urldate": day(item, "accessed"),
        "langid": item.get("language"),
    }
    fields = {name: f"{{{unicode_to_latex(one_line(words))}}}" for name, words in printed.items() if words}
    fields |= {name: value for name, value in verbatim.items() if value}
    entry = Entry("article", item["id"], [Field(name, value) for name, value in fields.items()])
    return str(write_string(Library([entry])))


EXPORTS: Mapping[str, Callable[[Quote], str]] = {"csl": csl, "ris": ris, "bibtex": bibtex}
BRACES = str.maketrans({"{": "%7B", "}": "%7D"})


def day(item: Item, name: str) -> str:
    """A date of `item` as ``2024``, ``2024-11`` or ``2024-11-03``, the first of a range; empty if there is none."""
    parts = item.get(name, {}).get("date-parts")
    return "-".join(f"{part:02}" for part in parts[0]) if parts else ""


def one_line(text: str) -> str:
    return " ".join(text.split())
