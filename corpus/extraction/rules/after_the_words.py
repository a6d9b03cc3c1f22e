"""“We close at noon,” Lee said. The commonest of all: the speaker and the cue follow the words."""

from __future__ import annotations

from corpus.extraction.frames import Frame
from corpus.extraction.lexicons import ADVERBS
from corpus.extraction.mentions import DASHES
from corpus.extraction.place import Place, has_own_content
from corpus.extraction.rules.before_the_words import before_the_words
from corpus.extraction.state import Finding

CONFIDENCE = 0.97
ENDS_OPEN = frozenset(",?!…-–—")


def after_the_words(place: Place) -> Finding | None:
    """The first frame after the region, with nothing but a comma, a dash or an adverb between."""
    frame = next(iter(frames_following(place)), None)
    if frame is None or frame.mention is None or frame.passive or (frame.inherited and frame.word.finite):
        return None
    gap = place.between(place.last + 1, frame.first)
    if len(gap) > 3 or any(
        word != "," and word not in DASHES and word not in ADVERBS and word not in ("as", "'", "’")
        for word in gap
    ):
        return None
    comma = place.last_character in ENDS_OPEN or "," in gap or any(word in DASHES for word in gap)
    if not comma and (frame.inherited or place.between(frame.cue_last + 1, frame.cue_last + 2) == ["that"]):
        return None
    if "as" in gap and place.before:
        return before_the_words(place)
    if not place.opens_sentence and not place.is_whole and not place.before and has_own_content(place, frame):
        return None
    if place.before and has_own_content(place, frame) and (found := before_the_words(place)) and found.frame:
        return found
    return Finding("after_the_words", frame.mention, (frame.cue, frame.cue_last), CONFIDENCE, frame)


def frames_following(place: Place) -> list[Frame]:
    """The frames after the region in its sentence, or in the next of its paragraph if the words end in ? or !, which
    a sentence can end with too."""
    if place.after or place.last + 1 < place.ceiling or place.last_character not in "?!,…":
        return place.after
    state = place.state
    following = place.sentence + 1
    if following < len(state.sentences) and state.sentences[following].start < state.lines[place.region.paragraph].end:
        return [frame for frame in state.frames[following] if not has_own_content(place, frame) and not leads_in(place, frame)]
    return []


def leads_in(place: Place, frame: Frame) -> bool:
    """Whether a frame brings in words of its own: "…?" He answered, "…"."""
    tokens = place.state.tokens
    after = frame.last + 1
    return after + 1 < len(tokens) and tokens.words[after] in (",", ":") and tokens.quoted[after + 1] >= 0
