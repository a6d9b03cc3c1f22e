"""From the article's text back to the page it was read from: where the same words stand in the raw HTML.

White space is no part of the comparison, since reading HTML makes and drops it at will. Everything else must agree:
entities are read, tags, comments, scripts and styles passed over.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from html import unescape

from corpus.model import Span

PIECE = re.compile(
    r"<!--.*?-->|<(?P<hidden>script|style|template|noscript)\b.*?</(?P=hidden)\s*>|<[!?/]?[a-z][^>]*>"
    r"|(?P<entity>&(?:\#\d+|\#x[\da-f]+|[a-z][a-z\d]*);?)",
    re.IGNORECASE | re.DOTALL,
)
CONTEXT = 64
"""Characters compared on each side where the same words stand more than once."""


@dataclass(frozen=True, slots=True)
class RawPage:
    """The characters of a page that are no white space, and for each where it begins and ends in the raw text."""

    letters: str
    starts: array[int]
    ends: array[int]

    @classmethod
    def of(cls, markup: str) -> RawPage:
        """Read `markup`, in time linear in its length."""
        letters: list[str] = []
        starts, ends = array("q"), array("q")

        def keep(words: str, start: int, end: int, *, apart: bool) -> None:
            for offset, letter in enumerate(words):
                if not letter.isspace():
                    letters.append(letter)
                    starts.append(start + offset if apart else start)
                    ends.append(start + offset + 1 if apart else end)

        done = 0
        for piece in PIECE.finditer(markup):
            keep(markup[done : piece.start()], done, piece.start(), apart=True)
            if piece["entity"]:
                keep(unescape(piece["entity"]), *piece.span(), apart=False)
            done = piece.end()
        keep(markup[done:], done, len(markup), apart=True)
        return cls("".join(letters), starts, ends)

    def find(self, text: str, span: Span) -> Span | None:
        """Where the words that `span` covers in the article's `text` stand in the raw page, in its code points; None if
        they do not stand there as such, or in several places that look alike."""
        exact = squeezed(span.of(text))
        before = squeezed(text[max(0, span.start - 2 * CONTEXT) : span.start])[-CONTEXT:]
        after = squeezed(text[span.end : span.end + 2 * CONTEXT])[:CONTEXT]
        likeness: list[tuple[int, int]] = []
        at = self.letters.find(exact) if exact else -1
        while at >= 0:
            end = at + len(exact)
            alike = common(self.letters[max(0, at - CONTEXT) : at][::-1], before[::-1])
            alike += common(self.letters[end : end + CONTEXT], after)
            likeness.append((alike, at))
            at = self.letters.find(exact, at + 1)
        likeness.sort(reverse=True)
        if not likeness or (len(likeness) > 1 and likeness[0][0] == likeness[1][0]):
            return None
        at = likeness[0][1]
        return Span(self.starts[at], self.ends[at + len(exact) - 1])


def squeezed(words: str) -> str:
    return "".join(words.split())


def common(one: str, other: str) -> int:
    """How many characters two strings begin with in common."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
