"""Each quoted region to its speaker: the rules are asked in order, and regions of one utterance made one draft."""

from __future__ import annotations

from itertools import pairwise

from corpus.extraction.frames import Frame
from corpus.extraction.lexicons import CUES
from corpus.extraction.place import Place, place_of
from corpus.extraction.rules import RULES
from corpus.extraction.rules.signed import signature
from corpus.extraction.state import Draft, Finding, State
from corpus.extraction.terms import is_term
from corpus.model import QuotationType, Span

TELLING = frozenset(["tell", "tells", "told", "telling"])
"""Cues after which somebody is addressed: what is told “Harbour Lights” is told to a programme."""

CLAIMED_NEXT = 0.5
NAMERS = frozenset(["call", "label", "brand", "dub"])
OBJECT = 3
"""Tokens from a cue to the words, with a name or a pronoun between them."""


def attribute_regions(state: State) -> None:
    """Make the drafts of all quoted regions, in text order."""
    for number in range(len(state.regions)):
        place = place_of(state, number)
        if is_work(place) or signature(place) or place.region.paragraph in state.transcribed:
            continue
        finding = first_finding(place)
        if is_term(place, finding):
            continue
        if finding is not None or is_utterance(place):
            file_draft(state, place, finding)
    attribute_backwards(state)


def first_finding(place: Place) -> Finding | None:
    """What the first rule says that knows whose the words are."""
    for rule in RULES:
        if finding := rule(place):
            return finding
    return None


def is_work(place: Place) -> bool:
    """Whether the region is the title of a work, named in passing: on ABC's “Harbour Lights”, the book “Low Tide”."""
    if place.opens_sentence or not place.is_title or place.words < 2:
        return False
    before = place.state.tokens.words[place.first - 1]
    judged = any(names_somebody(place, frame) for frame in place.before)
    return before not in (",", ":", "that") and (before not in CUES or before in TELLING) and not judged


def names_somebody(place: Place, frame: Frame) -> bool:
    """Whether a cue gives somebody a name: "hailed him as “The Rock of Holm”", "called Lee “The Rock of Holm”"."""
    named = frame.word.group == "naming" and frame.mention is not None
    if named and place.state.tokens.words[place.first - 1] == "as":
        return True
    return named and frame.word.lemma in NAMERS and 1 < place.first - frame.last <= OBJECT


def is_utterance(place: Place) -> bool:
    """Whether words that no rule gives to anybody are a quotation all the same: whole sentences that stand alone.
    Titles, terms and the attributes of mark-up are none."""
    if not place.is_whole or place.state.text[place.region.outer_start - 1 : place.region.outer_start] == "=":
        return False
    return not place.is_title and (place.opens_sentence or place.region_text[-1] in ".?!")


def attribute_backwards(state: State) -> None:
    """Give a paragraph of quoted words that nobody claims to the speaker of the next one: "..." ¶ "...," Lee said."""
    for draft, following in pairwise(state.drafts):
        found = following.finding
        if draft.finding is not None or found is None or not draft.regions or not following.regions:
            continue
        here, there = place_of(state, draft.regions[-1]), place_of(state, following.regions[0])
        adjoining = there.region.paragraph == here.region.paragraph + 1 and there.opens_sentence
        if adjoining and here.opens_sentence and here.ends_sentence:
            draft.finding = Finding("attributed_next", found.mention, found.cue, CLAIMED_NEXT, found.frame)


def file_draft(state: State, place: Place, finding: Finding | None) -> None:
    """Open a draft for the region, or add it to the one that it goes on with."""
    span = Span(begins_at(place, finding), place.region.end)
    joined = joined_draft(state, place, finding)
    if joined is not None:
        draft = state.drafts[joined]
        draft.spans.append(span)
        draft.regions.append(place.number)
        draft.finding = draft.finding or finding
        state.draft_of[place.number] = joined
        return
    kind: QuotationType = "direct" if place.is_whole else "partial"
    state.draft_of[place.number] = len(state.drafts)
    state.drafts.append(Draft(kind, [span], finding, [place.number], place.sentence))


def begins_at(place: Place, finding: Finding | None) -> int:
    """Where the words of a region begin: past a label within its marks."""
    tokens = place.state.tokens
    if finding is None or finding.rule != "labelled_inside" or finding.cue is None:
        return place.region.start
    return tokens.starts[finding.cue[1] + 1]


def joined_draft(state: State, place: Place, finding: Finding | None) -> int | None:
    """The number of the draft that the region belongs to: the one its rule names, or that of the region before it if
    both are reported by one cue of one sentence ("a", he said, "b"; he called it "a" and "b"), or if the words go on
    from the paragraph before and nobody has claimed those."""
    if finding is not None and finding.joins is not None:
        return finding.joins
    previous = state.draft_of.get(place.number - 1)
    if previous is None:
        return None
    earlier = state.drafts[previous]
    if place.region.continues and earlier.finding is None:
        return previous
    if finding is None or finding.frame is None:
        return None
    same_cue = earlier.finding is not None and earlier.finding.frame is finding.frame
    return previous if same_cue and state.sentence_at(earlier.spans[-1].start) == place.sentence else None
