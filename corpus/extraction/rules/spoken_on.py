"""“We close,” Lee said. For boats, “there is no other way.” A fragment in a sentence without a cue of its own."""

from __future__ import annotations

from corpus.extraction.place import Place
from corpus.extraction.state import Finding

CONFIDENCE = 0.5


def spoken_on(place: Place) -> Finding | None:
    """The speaker of the region before, if it stands in the same paragraph no further than one sentence back."""
    state = place.state
    previous = state.draft_of.get(place.number - 1)
    if previous is None or place.is_whole or place.is_title or place.words < 2:
        return None
    finding, earlier = state.drafts[previous].finding, state.regions[place.number - 1]
    near = earlier.paragraph == place.region.paragraph and state.sentence_at(earlier.start) >= place.sentence - 1
    if finding is None or not near:
        return None
    joins = previous if place.opens_sentence else None
    return Finding("spoken_on", finding.mention, finding.cue, CONFIDENCE, finding.frame, joins)
