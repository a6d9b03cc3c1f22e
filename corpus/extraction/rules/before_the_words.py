"""Lee said that it was “a mistake”; Lee told reporters: “We close at noon.” The cue comes before the words."""

from __future__ import annotations

from corpus.extraction.frames import Frame
from corpus.extraction.place import Place
from corpus.extraction.rules.closing_the_sentence import closing_the_sentence
from corpus.extraction.state import Finding

TIGHT, LOOSE = 0.97, 0.9
FAR = 4
MODALS = frozenset(["would", "will", "could", "should", "might", "may", "can"])


def before_the_words(place: Place) -> Finding | None:
    """The last frame before the region in its sentence, unless its verb is one of thought and an earlier one says, or
    the sentence is closed by a report of its own."""
    frames = [frame for frame in place.before if frame.mention or frame.passive]
    while len(frames) > 1 and frames[-1].mention is None and frames[-2].word.group == "clause":
        frames.pop()
    if not frames:
        return None
    frame = frames[-1]
    if is_weak(place, frame):
        frame = next(
            (one for one in reversed(frames) if not is_weak(place, one) and one.mention and not one.inverted), frame
        )
    frame = next((one for one in frames if encloses(place, one, frame)), frame)
    gap = place.first - frame.last
    if (frame.word.group == "mind" or gap > 3) and (closing := closing_the_sentence(place)):
        return closing
    if frame.mention is None or (frame.word.lemma == "pronounce" and not place.is_whole):
        return None
    confidence = TIGHT if gap < 4 else LOOSE
    return Finding("before_the_words", frame.mention, (frame.cue, frame.cue_last), confidence, frame)


def is_weak(place: Place, frame: Frame) -> bool:
    """Whether a frame inside what another reports yields to it: a thought, an infinitive ("to urge"), or what is yet
    to come ("would continue")."""
    before = place.state.tokens.words[frame.cue - 1]
    return frame.word.group == "mind" or before == "to" or (before in MODALS and frame.word.group != "clause")


def encloses(place: Place, outer: Frame, inner: Frame) -> bool:
    """Whether `inner` stands within what `outer` reports, and the words are rather the outer speaker's: the inner one
    is a pronoun for them ("Lee said she asked"), or stands far from the words."""
    if outer is inner or outer.mention is None or outer.word.group != "clause" or outer.inverted or inner.inherited:
        return False
    if inner.mention is None or inner.mention[0] <= outer.cue:
        return False
    tokens = place.state.tokens
    before = tokens.words[inner.mention[0] - 1]
    if before in (",", ";", "and", "but", ":") or tokens.quoted[inner.mention[0] - 1] >= 0:
        return False
    between = range(outer.cue, inner.mention[0])
    if any(tokens.quoted[index] >= 0 or tokens.words[index] == "," for index in between):
        return False
    return tokens.words[inner.mention[0]] in ("he", "she", "they", "it") or place.first - inner.cue > FAR
