"""Lee wants to “drain the lake”. No verb of speech, and yet the words are somebody's: the subject's of the sentence."""

from __future__ import annotations

from corpus.extraction.mentions import clause_subject
from corpus.extraction.place import Place
from corpus.extraction.state import Finding

CONFIDENCE = 0.6
WILLING = frozenset(
    [
        "want",
        "wants",
        "wanted",
        "hope",
        "hopes",
        "hoped",
        "promise",
        "vow",
        "believe",
        "believes",
        "believed",
        "think",
        "thinks",
        "thought",
        "see",
        "sees",
        "saw",
        "like",
        "likes",
        "feel",
        "feels",
        "felt",
        "need",
        "consider",
        "considers",
        "considered",
        "support",
        "supports",
        "oppose",
        "argument",
        "claim",
        "claims",
        "view",
    ]
)


def judged(place: Place) -> Finding | None:
    """The subject of the sentence, for words of which it could be said that they are its own."""
    if place.words < 3:
        return None
    if not any(word in WILLING for word in place.between(place.floor, place.first)):
        return None
    subject = clause_subject(place.state.tokens, place.first, place.floor)
    return Finding("judged", subject, None, CONFIDENCE) if subject else None
