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

from corpus.citation.wordings import article_facts, circumstances, copy_note, speakers, wording_note
from corpus.errors import InvalidRequest
from corpus.model import Quote

STYLES = ("plain",)
FORMATS = ("text", "html")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a citation and what it is."""

    text: str
    kind: Literal["plain", "words", "link"] = "plain"


def render(quote: Quote, style: str = "plain", format: str = "text") -> str:
    """The citation of `quote` as one paragraph: plain text, or HTML with everything escaped.

    Raises `InvalidRequest` for a style or format that is not there.
    """
    known("style", style, STYLES)
    known("format", format, FORMATS)
    pieces = tuple(plain(quote))
    if format == "text":
        return "".join(piece.text for piece in pieces)
    return '<p class="citation">' + "".join(map(as_html, pieces)) + "</p>"


def known(parameter: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        nearest = get_close_matches(value, allowed, n=1, cutoff=0)
        message = f"{value!r} is none of {', '.join(allowed)}"
        raise InvalidRequest(message, parameter=parameter, nearest=nearest[0] if nearest else None)


def plain(quote: Quote) -> Iterator[Piece]:
    """Speaker, circumstances, words; then the article; then what one must know of it."""
    who = ", ".join(part for part in (speakers(quote), *circumstances(quote)) if part)
    if quote.type == "indirect":
        cue = f" ({quote.cue.text})" if quote.cue else ""
        yield Piece(f"{who}{cue}: ")
        yield Piece(quote.text, "words")
    else:
        yield Piece(f"{who}: “")
        yield Piece(quote.text, "words")
        yield Piece("”")
    if note := wording_note(quote):
        yield Piece(f" [{note}]")
    ended = note is None and quote.text.endswith((".", "!", "?", "…"))
    yield Piece((" " if ended else ". ") + article_facts(quote.citation.article))
    if quote.citation.article.url:
        yield Piece(", ")
        yield Piece(quote.citation.article.url, "link")
    yield Piece(".")
    if note := copy_note(quote.citation.article):
        yield Piece(f" {note}")
        original = quote.citation.article.original
        if original and original.url:
            yield Piece(" ")
            yield Piece(original.url, "link")
        yield Piece(".")


def as_html(piece: Piece) -> str:
    text = escape(piece.text)
    if piece.kind == "words":
        return f'<span class="words">{text}</span>'
    if piece.kind == "link" and piece.text.lower().startswith(("https://", "http://")):
        return f'<a href="{text}">{text}</a>'
    return text
