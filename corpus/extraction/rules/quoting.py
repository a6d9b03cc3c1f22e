"""Lee quoted her teacher, Bo Ruiz: “We close at noon.” The words are those of whom somebody quotes."""

from __future__ import annotations

from corpus.extraction.apposition import name_set_after
from corpus.extraction.mentions import phrase_starting
from corpus.extraction.place import Place
from corpus.extraction.state import Finding

CONFIDENCE = 0.9
LEADING_IN = ([":"], [",", ":"])


def quoting(place: Place) -> Finding | None:
    """The object of the last *quote* before the region, if nothing but a colon stands between; the name set after it,
    if there is one."""
    tokens = place.state.tokens
    quotes = [frame for frame in place.before if frame.word.lemma == "quote" and not frame.passive]
    whom = phrase_starting(tokens, quotes[-1].cue + 1, place.first) if quotes else None
    if whom is None:
        return None
    frame, named = quotes[-1], name_set_after(tokens, whom) or whom
    if place.between(named[1] + 1, place.first) not in LEADING_IN:
        return None
    return Finding("quoting", named, (frame.cue, frame.cue_last), CONFIDENCE, frame)
