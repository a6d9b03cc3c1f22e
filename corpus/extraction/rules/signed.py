"""“We close at noon. ¶ Ann Lee, harbour master” The name stands on a line of its own, within the marks of the words."""

from __future__ import annotations

from corpus.extraction.kinds import Phrase, is_agent, is_name, is_verb
from corpus.extraction.place import Place, place_of
from corpus.extraction.state import Finding

CONFIDENCE = 0.85
LONGEST_SIGNATURE = 12
"""Tokens of a line that can be a name and an office."""


def signed(place: Place) -> Finding | None:
    """The name on the next line, if the marks close after it: a pull quote, with its signature drawn in."""
    following = place.number + 1
    if place.region.closed or following >= len(place.state.regions):
        return None
    name = signature(place_of(place.state, following))
    return Finding("signed", name, None, CONFIDENCE) if name else None


def signature(place: Place) -> Phrase | None:
    """The name, if the region is nothing but a name and perhaps an office that signs the words before it."""
    tokens = place.state.tokens
    if not place.region.continues:
        return None
    first, stop = tokens.at(place.region.start), tokens.at(place.region.end)
    if not 2 <= stop - first <= LONGEST_SIGNATURE:
        return None
    if not is_name(tokens, first) or any(is_verb(tokens, index) for index in range(first, stop)):
        return None
    comma = next((index for index in range(first, stop) if tokens.words[index] in (",", ".")), stop)
    named = is_name(tokens, comma - 1) or is_agent(tokens.words[comma - 1])
    return (first, comma - 1) if named and comma - first >= 2 else None
