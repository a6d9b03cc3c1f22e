"""“We close,” Lee said. “At noon.” Words that go on with those before them, in their paragraph or from the last."""

from __future__ import annotations

from corpus.extraction.place import Place
from corpus.extraction.state import Finding

LOOK_BACK = 4
IN_PARAGRAPH, NEXT_PARAGRAPH = 0.85, 0.75


def carried_on(place: Place) -> Finding | None:
    """The speaker of the region before this one, for whole sentences that go on in its paragraph, or fill the next."""
    state = place.state
    number = last_filed(place)
    if number is None or not place.is_whole or place.is_title:
        return None
    previous = state.draft_of[number]
    finding, earlier = state.drafts[previous].finding, state.regions[number]
    if finding is None:
        return None
    same_paragraph = earlier.paragraph == place.region.paragraph
    if same_paragraph and place.opens_sentence and reported_between(place, finding, state.sentence_at(earlier.start)):
        return None
    opens = place.region.outer_start - state.lines[place.region.paragraph].start < 3
    fills_next = earlier.paragraph + 1 == place.region.paragraph and opens and place.ends_sentence
    if not same_paragraph and not fills_next:
        return None
    adjacent = same_paragraph and state.sentence_at(earlier.start) >= place.sentence - 1 and place.opens_sentence
    joins = previous if adjacent or place.region.continues else None
    confidence = IN_PARAGRAPH if same_paragraph else NEXT_PARAGRAPH
    return Finding("carried_on", finding.mention, finding.cue, confidence, finding.frame, joins)


def last_filed(place: Place) -> int | None:
    """The number of the last region before this one that is part of a quotation, past titles and terms, in its
    paragraph or the one before."""
    state = place.state
    for number in range(place.number - 1, max(-1, place.number - LOOK_BACK - 1), -1):
        if state.regions[number].paragraph < place.region.paragraph - 1:
            return None
        if number in state.draft_of:
            return number
    return None


def reported_between(place: Place, finding: Finding, since: int) -> bool:
    """Whether the sentence before the region reports what somebody said, after the one numbered `since` and after the
    cue of the words that were quoted in that: "“We close,” Lee said. Ruiz agreed. “At noon.”"."""
    frames = place.state.frames[place.sentence - 1] if place.sentence - 1 > since else []
    if finding.frame in frames:
        return False
    return any(frame.mention and not frame.inherited and frame.word.group in ("clause", "that") for frame in frames)
