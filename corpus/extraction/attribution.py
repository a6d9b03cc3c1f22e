"""Each quoted region to its speaker: the rules are asked in their order, and regions of one utterance made one draft."""

from __future__ import annotations

from corpus.extraction.place import Place, place_of
from corpus.extraction.rules import RULES
from corpus.extraction.state import Draft, Finding, State
from corpus.model import QuotationType, Span


def attribute_regions(state: State) -> None:
    """Make the drafts of all quoted regions, in text order."""
    for number in range(len(state.regions)):
        place = place_of(state, number)
        finding = next(filter(None, (rule(place) for rule in RULES)), None)
        if finding is None and not place.is_whole:
            continue
        file_draft(state, place, finding)


def file_draft(state: State, place: Place, finding: Finding | None) -> None:
    """Open a draft for the region, or add it to the one that it goes on with."""
    span = Span(place.region.start, place.region.end)
    joined = joined_draft(state, place, finding)
    if joined is not None:
        state.drafts[joined].spans.append(span)
        state.drafts[joined].regions.append(place.number)
        state.draft_of[place.number] = joined
        return
    kind: QuotationType = "direct" if place.is_whole else "partial"
    state.draft_of[place.number] = len(state.drafts)
    state.drafts.append(Draft(kind, [span], finding, [place.number], place.sentence))


def joined_draft(state: State, place: Place, finding: Finding | None) -> int | None:
    """The number of the draft that the region belongs to: the one its rule names, or that of the region before it if
    both are reported by one cue of one sentence ("a", he said, "b"; he called it "a" and "b")."""
    if finding is None or finding.joins is not None:
        return finding.joins if finding else None
    previous = state.draft_of.get(place.number - 1)
    if previous is None or finding.frame is None:
        return None
    earlier = state.drafts[previous]
    same_cue = earlier.finding is not None and earlier.finding.frame is finding.frame
    return previous if same_cue and state.sentence_at(earlier.spans[-1].start) == place.sentence else None
