"""“We close,” Lee said. “At noon.” Words that go on with those before them, in their paragraph or from the last."""

from __future__ import annotations

from corpus.extraction.place import Place
from corpus.extraction.state import Finding

IN_PARAGRAPH, NEXT_PARAGRAPH = 0.95, 0.85


def carried_on(place: Place) -> Finding | None:
    """The speaker of the region before this one, if nothing since has brought in another."""
    if place.number == 0 or not place.is_whole:
        return None
    state = place.state
    previous = state.draft_of.get(place.number - 1)
    if previous is None or (finding := state.drafts[previous].finding) is None:
        return None
    earlier = state.regions[place.number - 1]
    same_paragraph = earlier.paragraph == place.region.paragraph
    if same_paragraph:
        confidence = IN_PARAGRAPH
    elif place.region.paragraph == earlier.paragraph + 1 and place.opens_sentence and place.ends_sentence:
        confidence = NEXT_PARAGRAPH
    else:
        return None
    joins = previous if same_paragraph or place.region.continues else None
    return Finding("carried_on", finding.mention, finding.cue, confidence, finding.frame, joins)
