"""Lee said that it was “a mistake”; Lee told reporters: “We close at noon.” The cue comes before the words."""

from __future__ import annotations

from corpus.extraction.place import Place
from corpus.extraction.rules.closing_the_sentence import closing_the_sentence
from corpus.extraction.state import Finding

TIGHT, LOOSE = 0.97, 0.9


def before_the_words(place: Place) -> Finding | None:
    """The last frame before the region in its sentence."""
    for frame in reversed(place.before):
        if frame.mention is None and not frame.passive:
            continue
        if frame.passive and frame.mention is None:
            return None
        if frame.word.lemma == "pronounce" and not place.is_whole:
            return None
        if frame.word.group == "mind" and (closing := closing_the_sentence(place)):
            return closing
        gap = place.first - frame.last
        return Finding(
            "before_the_words", frame.mention, (frame.cue, frame.cue_last), TIGHT if gap < 4 else LOOSE, frame
        )
    return None
