"""Reported speech without marks: "Lee said that the bridge would close", "The bridge would close, Lee said".

What is said makes a quotation here, and what is done by saying it (`acts`), named by a noun (`claims`) or found by a
survey; what people think, want or refuse to say is none. The content is never in marks, and is kept with its cue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.extraction.acts import act_after, is_act, is_finding
from corpus.extraction.anonymity import before_terms, explains_anonymity, withholds_name
from corpus.extraction.asides import content_after_aside, content_around, content_floor, follows_as
from corpus.extraction.claims import is_object
from corpus.extraction.contents import BEFORE, THING, Content, content_after
from corpus.extraction.frames import Frame
from corpus.extraction.kinds import is_verb
from corpus.extraction.lexicons import CIRCUMSTANCE, NAMED_THINGS, PRONOUNS, SUBORDINATORS, TOLD
from corpus.extraction.state import Draft, Finding, State
from corpus.model import Span

LEADING_DATE = re.compile(
    r"(?:As of|In|On|By|Since) (?:[A-Z][a-z]+day|(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)(?: \d{1,2})?(?:,? \d{4})?|\d{4}), "
)

NOT_NAMES = PRONOUNS | {"who", "that", "which"}

DEEPEST = 3
"""Reports within reports that are kept: *Lee said Park said Ruiz said it would close*; only a hostile text has more."""


def find_indirect(state: State) -> None:
    """Add the drafts of all indirect quotations."""
    used = {
        id(draft.finding.frame)
        for draft in state.drafts
        if draft.finding and draft.finding.frame in state.frames[draft.sentence]
    }
    for number, frames in enumerate(state.frames):
        reported: list[Span] = []
        for place, frame in enumerate(frames):
            if not reports(state, frame) or is_impersonal(state, frame):
                continue
            following = frames[place + 1 :]
            found = content_of(state, number, frame, following, id(frame) in used)
            if found and not any(is_none(state, span) for span in found[0]):
                spans, confidence = [before_terms(state.text, span) for span in found[0]], found[1]
                depth = sum(outer.contains(spans[0]) for outer in reported)
                if depth >= DEEPEST or (depth and not is_anothers(state, frame, confidence)):
                    continue
                reported.append(spans[0])
                finding = Finding("indirect", frame.mention, (frame.cue, frame.cue_last), confidence, frame)
                state.drafts.append(Draft("indirect", spans, finding, [], number))


def reports(state: State, frame: Frame) -> bool:
    """Whether a frame can report without marks: somebody said something, by a verb that takes a clause or a thing."""
    said = frame.mention is not None and not frame.negated and not frame.passive
    if frame.noun:
        return said and is_object(state.tokens, frame)
    by_verb = frame.word.group in ("clause", "that") or frame.word.lemma in NAMED_THINGS
    return said and (by_verb or is_act(frame) or is_finding(state, frame))


def is_impersonal(state: State, frame: Frame) -> bool:
    """Whether nobody says it: "It is safe to say", "It's worth noting"."""
    return frame.mention is not None and frame.inherited and state.tokens.words[frame.mention[0]] in ("it", "it's")


def is_anothers(state: State, frame: Frame, confidence: float) -> bool:
    """Whether a report within a report is one of its own: somebody else is named who said a clause. What "he" said, or
    whom one asked for what, is part of what is reported ("Lee said *he had told the board to close it*")."""
    named = frame.mention is not None and state.tokens.words[frame.mention[0]] not in NOT_NAMES
    return named and not frame.inherited and frame.word.group == "clause" and confidence > THING


def content_of(state: State, number: int, frame: Frame, following: Sequence[Frame], used: bool) -> Content | None:
    """The content of a frame, after or before it; `used`: the frame has quoted words already."""
    floor, ceiling = state.sentence_tokens[number]
    if used and frame.inverted:
        return None
    if is_act(frame):
        return None if used else act_after(state, frame.last + 1, ceiling, frame, following)
    if frame.word.lemma == "according" or follows_as(state, frame, floor):
        aside = content_after_aside(state, frame, floor, ceiling)
    else:
        aside = None
    if around := aside or content_around(state, floor, ceiling, frame):
        return around
    if frame.inverted:
        return content_before(state, floor, ceiling, frame)
    after = content_after(state, ceiling, frame, following, used)
    after = None if after and explains_anonymity(state.text, after[0][0].start) else after
    return after or (None if used else content_before(state, floor, ceiling, frame))


def is_none(state: State, span: Span) -> bool:
    """Whether what a frame seems to report is in marks, or asks for no more than not to be named."""
    return overlaps_a_quotation(state, span) or withholds_name(state.text, span)


def overlaps_a_quotation(state: State, span: Span) -> bool:
    first, stop = state.tokens.range(span)
    return max(state.tokens.quoted[first:stop], default=-1) >= 0


def content_before(state: State, floor: int, ceiling: int, frame: Frame) -> Content | None:
    """What stands before ", Lee said": the sentence up to the comma."""
    tokens = state.tokens
    comma = frame.first - 1
    if frame.inherited or comma - floor < 3 or tokens.words[comma] != "," or not ends_report(state, frame, ceiling):
        return None
    begin = content_floor(state, floor, comma)
    if comma - begin < 3 or not (comma - begin > 5 or any(is_verb(tokens, index) for index in range(begin, comma))):
        return None
    if (
        tokens.words[begin] in SUBORDINATORS
        and tokens.words[begin] != "that"
        and tokens.words[begin + 1] != "of"
        and "," not in tokens.words[begin:comma]
    ):
        return None
    span = tokens.span(begin, comma - 1)
    if date := LEADING_DATE.match(state.text, span.start, span.end):
        span = Span(date.end(), span.end)
    return [span], BEFORE


def ends_report(state: State, frame: Frame, ceiling: int) -> bool:
    """Whether nothing but a circumstance follows the frame."""
    after = frame.last + 1
    words = state.tokens.words
    if after >= ceiling or not words[after][0].isalnum() or frame.word.lemma == "according":
        return True
    addressed = frame.word.lemma in TOLD
    return (
        addressed
        or words[after] in CIRCUMSTANCE
        or words[after].endswith("day")
        or words[after] in ("who", "of", "for", "with")
    )
