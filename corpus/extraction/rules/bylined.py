"""“We close at noon.” — Ann Lee. A dash and a name after the words, on their line or the next."""

from __future__ import annotations

from corpus.extraction.kinds import DASHES, is_name
from corpus.extraction.mentions import phrase_starting
from corpus.extraction.place import Place
from corpus.extraction.state import Finding

CONFIDENCE = 0.9


def bylined(place: Place) -> Finding | None:
    """A dash right after the region, and a short phrase with a name."""
    tokens = place.state.tokens
    dash = place.last + 1
    if dash + 1 >= len(tokens) or tokens.words[dash] not in DASHES or not is_name(tokens, dash + 1):
        return None
    between = place.state.text[place.region.outer_end : tokens.starts[dash]]
    if "\n\n\n" in between or not place.is_whole:
        return None
    phrase = phrase_starting(tokens, dash + 1, min(line_end(place, dash), dash + 9))
    return Finding("bylined", phrase, (dash, dash), CONFIDENCE) if phrase else None


def line_end(place: Place, token: int) -> int:
    """One past the last token on the line of `token`."""
    tokens = place.state.tokens
    stop = place.state.text.find("\n", tokens.starts[token])
    return len(tokens) if stop < 0 else tokens.at(stop)
