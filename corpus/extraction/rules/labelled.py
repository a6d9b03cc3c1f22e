"""A name and a colon at the head of a line: transcripts, interviews, tweets in lists."""

from __future__ import annotations

from corpus.extraction.lexicons import CUES
from corpus.extraction.mentions import phrase_ending
from corpus.extraction.place import Place
from corpus.extraction.state import Finding

CONFIDENCE = 0.9


def labelled(place: Place) -> Finding | None:
    """`LEE: "We close at noon."` The phrase before the colon speaks, if the line begins with it.

    >>> labelled  # doctest: +SKIP
    """
    tokens = place.state.tokens
    colon = place.first - 1
    if colon <= place.floor or tokens.words[colon] != ":" or colon - place.floor > 8:
        return None
    phrase = phrase_ending(tokens, colon - 1, place.floor)
    if phrase is None or phrase[0] != place.floor or any(word in CUES for word in tokens.words[place.floor : colon]):
        return None
    return Finding("labelled", phrase, (colon, colon), CONFIDENCE)
