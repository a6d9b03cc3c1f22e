"""How high a card is in a frame of a given width. A frame cannot ask for more later, so every line is counted here as
``embed.css`` sets it, in letters a little wider than most."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap

from service.pages.cards import Card

SIDES, FRAME = 45, 34
"""CSS pixels of padding and border: left and right together, top and bottom together."""
SPARE = 1.1
"""Readers have other letters than we."""
NARROWEST = 280
"""CSS pixels: the least that a card is made for."""


@dataclass(frozen=True, slots=True)
class Type:
    """How text is set: CSS pixels of an average character with some to spare, of a line, and of the gap beside it."""

    character: float
    line: float
    gap: float

    def height(self, text: str, across: int) -> float:
        """CSS pixels of `text` in lines of `across` CSS pixels. Long words are broken, as the style sheet does."""
        return self.gap + self.line * len(wrap(text, max(1, int(across / self.character))))


WORDS, WHO, SMALL = Type(10.0, 26.9, 12), Type(8.8, 23.2, 4), Type(7.2, 19.8, 4)


def card_height(card: Card, width: int) -> int:
    """CSS pixels that `card` needs in a frame of `width` CSS pixels."""
    across = max(width, NARROWEST) - SIDES
    return round(SPARE * (FRAME + sum(set_in.height(text, across) for set_in, text in paragraphs(card))))


def paragraphs(card: Card) -> Iterator[tuple[Type, str]]:
    """What ``embed.html`` prints, in its order."""
    yield WORDS, card.words
    yield WHO, ", ".join([card.who, *(one.role_as_printed or "" for one in card.quote.speakers[:1])])
    yield SMALL, " · ".join(card.badges)
    yield SMALL, card.where
    for correction in card.quote.corrections:
        yield SMALL, f"  {correction.kind} {correction.at[:10]} month: {correction.reason or ''}"
    yield SMALL, "Full record on onrecord"
