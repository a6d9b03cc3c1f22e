"""It was a “costly” mistake, said the official. The sentence with the words in it is reported at its end."""

from __future__ import annotations

from corpus.extraction.place import Place, has_own_content
from corpus.extraction.state import Finding

CONFIDENCE = 0.93


def closing_the_sentence(place: Place) -> Finding | None:
    """The first frame after the region that follows a comma and ends its report there."""
    tokens = place.state.tokens
    for frame in place.after:
        before = frame.first - 1
        if frame.mention is None or frame.passive or frame.inherited or before < place.last:
            continue
        if frame.word.group not in ("clause", "that") or has_own_content(place, frame):
            continue
        if tokens.words[before] == "," or tokens.quoted[before] >= 0:
            return Finding("closing_the_sentence", frame.mention, (frame.cue, frame.cue_last), CONFIDENCE, frame)
    return None
