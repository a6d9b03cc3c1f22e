"""“LEE: We close at noon.” A printed conversation, set in marks as a whole: the label stands within them."""

from __future__ import annotations

import re

from corpus.extraction.lexicons import DOCUMENTS
from corpus.extraction.place import Place
from corpus.extraction.state import Finding

CONFIDENCE = 0.9
LABEL = re.compile(r"(?:[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,3}|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,2})(?=: +\w)")


def labelled_inside(place: Place) -> Finding | None:
    """The name in capitals, or of two or three words, before a colon that opens a paragraph in marks;
    *VIDEO:* and the like are played to those who speak."""
    state = place.state
    opens = place.region.outer_start == state.lines[place.region.paragraph].start
    label = LABEL.match(state.text, place.region.start, place.region.end) if opens else None
    if label is None:
        return None
    first, colon = state.tokens.at(label.start()), state.tokens.at(label.end())
    if state.tokens.words[first] in DOCUMENTS:
        return None
    return Finding("labelled_inside", (first, colon - 1), (colon, colon), CONFIDENCE)
