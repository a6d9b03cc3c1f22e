"""A citation to print: who said it, when and where, in which words, and where that is written.

Indirect speech carries its cue and no quotation marks; translated words say that they are; what the page does not
print is said to be missing, and a copy is called a copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from html import escape
from typing import Literal

from corpus.citation.bibliographies import EXPORTS
from corpus.citation.items import csl_item
from corpus.citation.references import reference
from corpus.citation.wordings import article_facts, caution_note, circumstances, copy_note, speakers
from corpus.errors import InvalidRequest
from corpus.model import CitedArticle, Quote

STYLES = ("plain", "apa", "chicago", "mla")
PRINTED = ("text", "html")
FORMATS = (*PRINTED, "csl", "ris", "bibtex")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a citation and what it is; `ready` ones are in the format that was asked for."""

    text: str
    kind: Literal["plain", "words", "link", "ready"] = "plain"


def render(quote: Quote, style: str = "plain", format: str = "text") -> str:
    """The citation of `quote`: one paragraph, as plain text or as HTML with everything escaped; or, for reference
    managers, as CSL-JSON, RIS or BibTeX, which know no style.

    Raises `InvalidRequest` for a style or format that is not there.
    """
    known("style", style, STYLES)
    known("format", format, FORMATS)
    if format not in PRINTED:
        return EXPORTS[format](quote)
    shown = as_html if format == "html" else as_text
    paragraph = "".join(map(shown, pieces(quote, style, format)))
    return f'<p class="citation">{paragraph}</p>' if format == "html" else paragraph


def known(parameter: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        nearest = get_close_matches(value, allowed, n=1, cutoff=0)
        message = f"{value!r} is none of {', '.join(allowed)}"
        raise InvalidRequest(message, parameter=parameter, nearest=nearest[0] if nearest else None)


def pieces(quote: Quote, style: str, format: str) -> Iterator[Piece]:
    """Speaker, circumstances, words; then the article in the manner of `style`; then what one must know of it."""
    yield from saying(quote)
    if style == "plain":
        yield from article(quote.citation.article)
    else:
        entry = reference(csl_item(quote), style, "html" if format == "html" else "text")
        yield from [Piece(entry, "ready")] if entry else article(quote.citation.article)
    yield from copied(quote.citation.article)


def saying(quote: Quote) -> Iterator[Piece]:
    who = ", ".join(part for part in (speakers(quote), *circumstances(quote)) if part)
    if quote.type == "indirect":
        cue = f" ({quote.cue.text})" if quote.cue else ""
        yield Piece(f"{who}{cue}: ")
        yield Piece(quote.text, "words")
    else:
        yield Piece(f"{who}: “")
        yield Piece(quote.text.removesuffix(","), "words")  # that comma leads on to who said it, in the article
        yield Piece("”")
    if note := caution_note(quote):
        yield Piece(f" [{note}]")
    ended = note is None and quote.text.endswith((".", "!", "?", "…"))
    yield Piece(" " if ended else ". ")


def article(cited: CitedArticle) -> Iterator[Piece]:
    yield Piece(article_facts(cited))
    if cited.url:
        yield Piece(", ")
        yield Piece(cited.url, "link")
    yield Piece(".")


def copied(cited: CitedArticle) -> Iterator[Piece]:
    if note := copy_note(cited):
        yield Piece(f" {note}")
        if cited.original and cited.original.url:
            yield Piece(" ")
            yield Piece(cited.original.url, "link")
        yield Piece(".")


def as_text(piece: Piece) -> str:
    return piece.text


def as_html(piece: Piece) -> str:
    if piece.kind == "ready":
        return piece.text
    text = escape(piece.text)
    if piece.kind == "words":
        return f'<span class="words">{text}</span>'
    if piece.kind == "link" and piece.text.lower().startswith(("https://", "http://")):
        return f'<a href="{text}">{text}</a>'
    return text
