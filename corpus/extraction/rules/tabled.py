"""| “We close at noon.” | Ann Lee | A cell of a table holds the words, the one beside it the name."""

from __future__ import annotations

from corpus.extraction.kinds import Phrase, is_name
from corpus.extraction.mentions import phrase_ending, phrase_starting
from corpus.extraction.place import Place
from corpus.extraction.state import Finding

CONFIDENCE = 0.9
BAR = "|"


def tabled(place: Place) -> Finding | None:
    """The name that fills the cell before that of the words, or else the one after it."""
    words = place.state.tokens.words
    before, after = place.first - 1, place.last + 1
    if before < 0 or after >= len(words) or words[before] != BAR or words[after] != BAR:
        return None
    mention = name_before(place, before) or name_after(place, after)
    return Finding("tabled", mention, None, CONFIDENCE) if mention else None


def name_before(place: Place, bar: int) -> Phrase | None:
    """The phrase with a name that fills the cell which ends in `bar`."""
    tokens = place.state.tokens
    line = tokens.at(place.state.lines[place.region.paragraph].start)
    phrase = phrase_ending(tokens, bar - 1, line) if bar > line else None
    filled = phrase is not None and phrase[0] > line and tokens.words[phrase[0] - 1] == BAR
    return phrase if phrase and filled and is_name(tokens, phrase[1]) else None


def name_after(place: Place, bar: int) -> Phrase | None:
    """The phrase with a name that fills the cell which begins with `bar`."""
    tokens = place.state.tokens
    stop = tokens.at(place.state.lines[place.region.paragraph].end)
    phrase = phrase_starting(tokens, bar + 1, stop) if bar + 1 < stop else None
    filled = phrase is not None and (phrase[1] + 1 == stop or tokens.words[phrase[1] + 1] == BAR)
    return phrase if phrase and filled and is_name(tokens, phrase[1]) else None
