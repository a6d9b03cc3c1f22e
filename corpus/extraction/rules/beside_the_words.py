"""“We close at noon,” an angry Lee shot across the table. A comma inside the marks, and somebody right after them."""

from __future__ import annotations

from corpus.extraction.kinds import is_verb
from corpus.extraction.lexicons import ADVERBS
from corpus.extraction.mentions import phrase_starting
from corpus.extraction.place import Place
from corpus.extraction.state import Finding

CONFIDENCE = 0.85


def beside_the_words(place: Place) -> Finding | None:
    """The phrase right after words that end in a comma, whatever its verb; or after a verb that follows them."""
    tokens = place.state.tokens
    if not place.is_whole or place.is_title or place.last_character not in ",?!":
        return None
    index = place.last + 1
    while index < place.ceiling and tokens.words[index] in ADVERBS:
        index += 1
    cue = None
    if index < place.ceiling and is_verb(tokens, index) and not tokens.capital(index):
        cue = index
        index += 1
    phrase = phrase_starting(tokens, index, place.ceiling) if index < place.ceiling else None
    if phrase is None:
        return None
    verb = phrase[1] + 1
    if cue is None and verb < place.ceiling and is_verb(tokens, verb):
        cue = verb
    return Finding("beside_the_words", phrase, (cue, cue) if cue is not None else None, CONFIDENCE)
