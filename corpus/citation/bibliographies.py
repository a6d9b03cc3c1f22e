"""The article of a quote for reference managers: CSL-JSON, RIS, BibTeX. The words and their cautions are the note."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec
import rispy
from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from pylatexenc.latexencode import unicode_to_latex

from corpus.citation.authors import Author, authors
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
        "authors": [one_line(author.inverted) for author in authors_of(quote)],
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
    """An ``@article`` for BibLaTeX (``date``, ``urldate``, ``langid``) and for BibTeX (``year``, ``month``).

    Letters beyond ASCII are as LaTeX writes them. Names that are not taken apart stand in braces: nothing inverts them.
    """
    item = csl_item(quote)
    printed = {
        "title": item.get("title"),
        "journal": item.get("container-title"),
        "note": item["note"],
    }
    issued = day(item, "issued")
    verbatim = {
        "author": " and ".join(map(bibtex_name, authors_of(quote))),
        "date": issued,
        "year": issued[:4],
        "url": item.get("URL", "").translate(BRACES),
        "urldate": day(item, "accessed"),
        "langid": item.get("language"),
    }
    fields = {name: f"{{{latex(words)}}}" for name, words in printed.items() if words}
    fields |= {name: value for name, value in verbatim.items() if value}
    entry = Entry("article", item["id"], [Field(name, value) for name, value in fields.items()])
    if month := issued[5:7]:
        entry.set_field(Field("month", MONTHS[int(month) - 1], enclosing="no-enclosing"))
    return str(write_string(Library([entry])))


def bibtex_name(author: Author) -> str:
    """*Lee, Jr., Ann*, the order of BibTeX; in braces what is one word to it."""
    if author.family is None:
        return f"{{{latex(author.printed)}}}"
    return ", ".join(latex(part) for part in (author.family, author.suffix, author.given) if part)


EXPORTS: Mapping[str, Callable[[Quote], str]] = {"csl": csl, "ris": ris, "bibtex": bibtex}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The macros that every BibTeX style defines in its language."""
BRACES = str.maketrans({"{": "%7B", "}": "%7D"})


def day(item: Item, name: str) -> str:
    """A date of `item` as ``2024``, ``2024-11`` or ``2024-11-03``, the first of a range; empty if there is none."""
    parts = item.get(name, {}).get("date-parts")
    return "-".join(f"{part:02}" for part in parts[0]) if parts else ""


def authors_of(quote: Quote) -> tuple[Author, ...]:
    return authors(quote.citation.article.byline, quote.citation.article.lang)


def latex(words: str) -> str:
    return str(unicode_to_latex(one_line(words)))


def one_line(text: str) -> str:
    return " ".join(text.split())
