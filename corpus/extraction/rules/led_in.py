"""Lee was blunt. “It is a mistake.” The sentence before the words says whose they are."""

from __future__ import annotations

from corpus.extraction.place import Place
from corpus.extraction.state import Finding
from corpus.extraction.subjects import clause_subject

COLON, PLAIN, NEXT_PARAGRAPH = 0.9, 0.85, 0.35


def led_in(place: Place) -> Finding | None:
    """The speaker of the sentence before words that stand alone as sentences: its last frame, else its subject. Into
    the next paragraph only a cue leads, or a colon."""
    if not (place.is_whole and place.opens_sentence) or place.sentence == 0:
        return None
    state = place.state
    before = place.sentence - 1
    colon = state.sentences[before].of(state.text).rstrip().endswith(":")
    same_paragraph = state.sentences[before].start >= state.lines[place.region.paragraph].start
    fills_paragraph = place.ends_sentence and state.text[place.region.start].isupper()
    if not (colon or same_paragraph or fills_paragraph):
        return None
    confidence = COLON if colon else PLAIN if same_paragraph else NEXT_PARAGRAPH
    for frame in reversed(state.frames[before]):
        if frame.mention and not frame.passive:
            return Finding("led_in", frame.mention, (frame.cue, frame.cue_last), confidence, frame)
    if confidence == NEXT_PARAGRAPH:
        return None
    floor, ceiling = state.sentence_tokens[before]
    subject = clause_subject(state.tokens, ceiling, floor)
    return Finding("led_in", subject, None, confidence) if subject else None
