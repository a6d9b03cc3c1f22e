"""A name and a colon at the head of a line: transcripts, interviews, lists of posts."""

from __future__ import annotations

from corpus.extraction.kinds import DASHES, is_name, is_verb
from corpus.extraction.lexicons import CUES
from corpus.extraction.mentions import phrase_ending
from corpus.extraction.place import Place
from corpus.extraction.state import Finding

CONFIDENCE = 0.9
LONGEST_LABEL = 16


def labelled(place: Place) -> Finding | None:
    """`Harbour master Ann Lee: “We close at noon.”` The name before the colon speaks, if no verb stands before it in
    the sentence, or after its last dash: `The tide is late – Ann Lee: “…”`."""
    tokens = place.state.tokens
    colon = place.first - 1
    if colon <= place.floor or tokens.words[colon] != ":":
        return None
    dashes = (index for index in range(colon - 1, place.floor, -1) if tokens.words[index] in DASHES)
    begin = next(dashes, place.floor - 1) + 1
    if colon - begin > LONGEST_LABEL:
        return None
    if any(is_verb(tokens, index) or tokens.words[index] in CUES for index in range(begin, colon)):
        return None
    phrase = phrase_ending(tokens, colon - 1, begin)
    if phrase is None or not any(is_name(tokens, index) for index in range(phrase[0], phrase[1] + 1)):
        return None
    return Finding("labelled", phrase, (colon, colon), CONFIDENCE)
