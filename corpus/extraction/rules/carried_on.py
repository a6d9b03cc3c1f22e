"""“We close,” Lee said. “At noon.” Words that go on with those before them, in their paragraph or from the last."""

from __future__ import annotations

from corpus.extraction.place import Place
from corpus.extraction.state import Finding

IN_PARAGRAPH, NEXT_PARAGRAPH, FRAGMENT = 0.95, 0.85, 0.6


def carried_on(place: Place) -> Finding | None:
    """The speaker of the region before this one, if nothing since has brought in another."""
    if place.number == 0 or place.words < 2 or place.is_title:
        return None
    state = place.state
    previous = state.draft_of.get(place.number - 1)
    if previous is None or (finding := state.drafts[previous].finding) is None:
        return None
    earlier = state.regions[place.number - 1]
    same_paragraph = earlier.paragraph == place.region.paragraph
    if same_paragraph:
        if not place.is_whole and state.sentence_at(earlier.start) < place.sentence - 1:
            return None
        confidence = IN_PARAGRAPH if place.is_whole else FRAGMENT
    elif place.region.paragraph == earlier.paragraph + 1 and place.opens_sentence and place.ends_sentence:
        confidence = NEXT_PARAGRAPH
    else:
        return None
    adjacent = state.sentence_at(earlier.start) >= place.sentence - 1
    joins = previous if place.region.continues or (same_paragraph and adjacent and place.opens_sentence) else None
    return Finding(
        "carried_on" if confidence != FRAGMENT else "carried_frag",
        finding.mention,
        finding.cue,
        confidence,
        finding.frame,
        joins,
    )
