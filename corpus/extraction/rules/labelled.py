"""A name and a colon at the head of a line: transcripts, interviews, lists of posts."""

from __future__ import annotations

from corpus.extraction.kinds import is_name, is_verb
from corpus.extraction.lexicons import CUES
from corpus.extraction.mentions import phrase_ending
from corpus.extraction.place import Place
from corpus.extraction.state import Finding

CONFIDENCE = 0.9
LONGEST_LABEL = 16


def labelled(place: Place) -> Finding | None:
    """`Harbour master Ann Lee: “We close at noon.”` The name before the colon speaks, if no verb stands before it."""
    tokens = place.state.tokens
    colon = place.first - 1
    if colon <= place.floor or tokens.words[colon] != ":" or colon - place.floor > LONGEST_LABEL:
        return None
    if any(is_verb(tokens, index) or tokens.words[index] in CUES for index in range(place.floor, colon)):
        return None
    phrase = phrase_ending(tokens, colon - 1, place.floor)
    if phrase is None or not any(is_name(tokens, index) for index in range(phrase[0], phrase[1] + 1)):
        return None
    return Finding("labelled", phrase, (colon, colon), CONFIDENCE)
