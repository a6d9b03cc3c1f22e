"""“We close at noon,” Lee said. The commonest of all: the speaker and the cue follow the words."""

from __future__ import annotations

from corpus.extraction.frames import Frame
from corpus.extraction.kinds import DASHES
from corpus.extraction.lexicons import ADVERBS
from corpus.extraction.place import Place, has_own_content
from corpus.extraction.rules.before_the_words import before_the_words
from corpus.extraction.state import Finding

CONFIDENCE = 0.97
TIGHT = 1
"""Tokens between a cue and a fragment that belongs to it."""
ENDS_OPEN = frozenset(",?!…-–—")
GAP = frozenset([",", "as", "'", "’"])


def after_the_words(place: Place) -> Finding | None:
    """The first frame after the region, with nothing but a comma, a dash or an adverb between; unless that frame goes
    on to report something else, and the words are reported before them."""
    frame = next(iter(frames_following(place)), None)
    if frame is None or frame.mention is None or frame.passive or (frame.inherited and frame.word.finite):
        return None
    gap = place.between(place.last + 1, frame.first)
    if len(gap) > 3 or not all(word in GAP or word in DASHES or word in ADVERBS for word in gap):
        return None
    if not is_set_off(place, gap) and (
        frame.inherited
        or is_clause_of(place, frame)
        or place.between(frame.cue_last + 1, frame.cue_last + 2) == ["that"]
    ):
        return None
    elsewhere = has_own_content(place, frame)
    busy = elsewhere or "as" in gap or frame.word.group in ("naming", "mind") or leads_in(place, frame)
    closes = frame.word.group == "clause" or frame.inverted
    if place.before and (busy or (follows_a_cue(place) and not closes)) and (found := before_the_words(place)):
        return found
    if elsewhere and not (place.opens_sentence or place.is_whole or place.before):
        return None
    return Finding("after_the_words", frame.mention, (frame.cue, frame.cue_last), CONFIDENCE, frame)


def is_clause_of(place: Place, frame: Frame) -> bool:
    """Whether *who* right after the words stands for what they name: "a “harbour chief” who reports to the mayor"."""
    return (
        frame.mention is not None
        and frame.mention[0] == place.last + 1
        and place.state.tokens.words[place.last + 1] in ("who", "which", "that")
    )


def follows_a_cue(place: Place) -> bool:
    """Whether the words are a fragment right after a cue: "what Lee called “a gift,” the town refused"."""
    return not place.is_whole and place.first - place.before[-1].last - 1 <= TIGHT


def is_set_off(place: Place, gap: list[str]) -> bool:
    """Whether a comma, a dash or the words' own last mark parts them from what follows."""
    return place.last_character in ENDS_OPEN or any(word == "," or word in DASHES for word in gap)


def frames_following(place: Place) -> list[Frame]:
    """The frames after the region in its sentence, or in the next of its paragraph if the words end in ? or !, which
    a sentence can end with too."""
    if place.after or place.last + 1 < place.ceiling or place.last_character not in "?!,…":
        return place.after
    state = place.state
    following = place.sentence + 1
    if following < len(state.sentences) and state.sentences[following].start < state.lines[place.region.paragraph].end:
        frames = state.frames[following]
        return [frame for frame in frames if not has_own_content(place, frame) and not leads_in(place, frame)]
    return []


def leads_in(place: Place, frame: Frame) -> bool:
    """Whether a frame brings in words of its own: "…?" He answered, "…"."""
    tokens = place.state.tokens
    for after in range(frame.last + 1, min(frame.last + 4, len(tokens) - 1)):
        if tokens.words[after] in (",", ":"):
            return tokens.quoted[after + 1] >= 0
    return False
