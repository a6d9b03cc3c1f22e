"""An HTML page read: its main text by trafilatura, and the facts that it states of itself.

trafilatura fills gaps (the outlet from the host name, names set in title case). Here a fact stands only if the page
prints it, in the letters the page prints.
"""

from __future__ import annotations

import logging
import re
from html import unescape

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.metadata import extract_metadata
from trafilatura.settings import Document
from trafilatura.utils import load_html

from corpus.errors import UnreadableArticle
from corpus.reading.english import is_english
from corpus.reading.given import LANGUAGE_TAG
from corpus.reading.page import Page
from corpus.reading.stated_date import stated_date

for library in ("trafilatura", "htmldate"):  # what they would log is raised here as an error that names the file
    logging.getLogger(library).setLevel(logging.CRITICAL + 1)

ADDRESS = re.compile(r"https?:[\\/]+[^\s\"'<>]+")
ENDS_OF_SENTENCES = (".", "!", "?", "…", "。", "！", "？")
AFTER_THE_END = " \t|\"'”’»)]"
AUTHORS_APART = "; "
"""How trafilatura joins the names of several authors."""


def read_html(markup: str, *, where: str) -> Page:
    """The page's main text, block quotes and tables included, and what it states of itself.

    Raises `UnreadableArticle` if the page has no main text or no sentence in it.
    """
    tree = load_html(whole(markup))
    extracted = bare_extraction(tree, include_comments=False, include_tables=True) if tree is not None else None
    text = extracted.text if isinstance(extracted, Document) else None
    if tree is None or not text or not any(map(has_sentence, text.splitlines())):
        raise UnreadableArticle("is HTML without an article: no sentence of main text is in it", where=where)
    stated = extract_metadata(tree, extensive=False)
    prints = ADDRESS.sub(" ", unescape(markup))
    return Page(
        text=text,
        title=as_printed(stated.title, prints),
        byline=byline(stated.author, prints),
        publisher=as_printed(stated.sitename, prints),
        url=stated.url,
        published=stated_date(tree),
        lang=language(tree) or ("en" if is_english(text) else None),
    )


def whole(markup: str) -> str:
    """`markup` as a document: trafilatura takes no bare fragment."""
    return markup if "<html" in markup[:4096].lower() else f"<html><body>{markup}</body></html>"


def has_sentence(line: str) -> bool:
    """Whether `line` ends as a sentence does and has two words or more: menus and forms have no such line."""
    return line.rstrip(AFTER_THE_END).endswith(ENDS_OF_SENTENCES) and len(line.split()) > 1


def as_printed(value: str | None, prints: str) -> str | None:
    """`value` in the letters of the page, its own white space apart; None if the page does not print it."""
    if not value or not value.strip():
        return None
    found = re.search(r"\s+".join(map(re.escape, value.split())), prints, re.IGNORECASE)
    return " ".join(found[0].split()) if found else None


def byline(authors: str | None, prints: str) -> str | None:
    names = (as_printed(name, prints) for name in (authors or "").split(AUTHORS_APART))
    return ", ".join(name for name in names if name) or None


def language(tree: HtmlElement) -> str | None:
    """The BCP 47 tag in the page's ``lang`` attribute, if it is one."""
    tag = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip().replace("_", "-")
    return tag if LANGUAGE_TAG.fullmatch(tag) else None
