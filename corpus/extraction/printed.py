"""Where words stand again in an article, outside quotation marks, near a place in it.

Only so far around the place is looked, so that a text of ever new names takes no longer than its length allows.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.extraction.kinds import Phrase
from corpus.extraction.state import State

NEAR = 20_000
"""Characters looked at, to either side."""
FEW = 12
"""Times that words stand somewhere which are looked at."""


def printed_again(state: State, words: str, near: int) -> list[Phrase]:
    """The tokens of each place where `words` stand, from at most `NEAR` characters before the offset `near` on."""
    found: list[Phrase] = []
    text, length, stop = state.text, len(words), near + NEAR
    place = text.find(words, max(0, near - NEAR), stop)
    while place >= 0 and len(found) < FEW:
        if phrase := whole_tokens(state, place, place + length):
            found.append(phrase)
        place = text.find(words, place + length, stop)
    return found


def printed_before(state: State, word: str, stop: int) -> Iterator[int]:
    """The tokens that are `word` before the offset `stop`, the nearest first."""
    floor = max(0, stop - NEAR)
    place = state.text.rfind(word, floor, stop)
    for _ in range(FEW):
        if place < 0:
            return
        if phrase := whole_tokens(state, place, place + len(word)):
            yield phrase[0]
        place = state.text.rfind(word, floor, place)


def whole_tokens(state: State, start: int, end: int) -> Phrase | None:
    """The tokens that cover the characters from `start` to `end`, perhaps with a possessive, if they are whole and
    outside marks."""
    tokens = state.tokens
    first = tokens.at(start)
    if first >= len(tokens) or tokens.starts[first] != start or tokens.quoted[first] >= 0:
        return None
    last = tokens.at(end) - 1
    if last < first:
        return None
    rest = state.text[end : tokens.ends[last]]
    return (first, last) if rest in ("", "'s", "’s", ".") else None
