"""In the words of Ann Lee, who runs the ferry, the wall is “safe for good”. No verb of speech, and whose words told."""

from __future__ import annotations

from corpus.extraction.mentions import phrase_starting
from corpus.extraction.place import Place
from corpus.extraction.state import Finding

CONFIDENCE = 0.9
PHRASE = ["in", "the", "words", "of"]


def in_the_words_of(place: Place) -> Finding | None:
    """The phrase after the nearest *in the words of* that stands before the region with nothing else in marks between,
    or right after it."""
    tokens, of = place.state.tokens, len(PHRASE)
    starts = [place.last + 1, place.last + 2]
    for start in range(place.first - of - 1, place.floor - 1, -1):
        if tokens.quoted[start] >= 0:
            break
        starts.append(start)
    told = next((start for start in starts if tokens.words[start : start + of] == PHRASE), None)
    whose = None if told is None else phrase_starting(tokens, told + of, place.ceiling)
    return Finding("in_the_words_of", whose, (told, told + of - 1), CONFIDENCE) if whose and told is not None else None
