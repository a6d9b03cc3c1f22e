"""Lee wants to “drain the lake”. No verb of speech, and yet the words are somebody's: the subject's of the sentence."""

from __future__ import annotations

from corpus.extraction.lexicons import WILLING
from corpus.extraction.place import Place
from corpus.extraction.state import Finding
from corpus.extraction.subjects import clause_subject

CONFIDENCE = 0.6


def judged(place: Place) -> Finding | None:
    """The subject of the sentence, for words of which it could be said that they are its own."""
    if place.words < 3:
        return None
    if not any(word in WILLING for word in place.between(place.floor, place.first)):
        return None
    subject = clause_subject(place.state.tokens, place.first, place.floor)
    return Finding("judged", subject, None, CONFIDENCE) if subject else None
