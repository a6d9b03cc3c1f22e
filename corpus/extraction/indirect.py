"""Reported speech without marks: "Lee said that the bridge would close", "The bridge would close, Lee said".

What is said makes a quotation here, and what is done by saying it (`acts`), named by a noun (`claims`) or found by a
survey; what people think, want or refuse to say is none. The content is never in marks, and is kept with its cue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.extraction.acts import act_after, is_act, is_finding
from corpus.extraction.claims import is_object
from corpus.extraction.contents import BEFORE, THING, Content, after_addressee, content_after, opens_circumstance
from corpus.extraction.endings import content_end
from corpus.extraction.frames import Frame
from corpus.extraction.kinds import is_verb
from corpus.extraction.lexicons import CIRCUMSTANCE, CONJUNCTIONS, NAMED_THINGS, PRONOUNS, SUBORDINATORS, TOLD
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
            if found and not any(overlaps_a_quotation(state, span) for span in found[0]):
                spans, confidence = found
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
    after = content_after(state, floor, ceiling, frame, following, used)
    return after or (None if used else content_before(state, floor, ceiling, frame))


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


def content_floor(state: State, floor: int, comma: int) -> int:
    """Where what is reported begins: past *and*, *still*, and a bracket."""
    words = state.tokens.words
    begin = next((index + 1 for index in range(comma - 1, floor, -1) if words[index] == ":"), floor)
    while begin < comma and (
        words[begin] in CONJUNCTIONS or words[begin] in ("still", "however", ",", "(") or not words[begin][0].isalnum()
    ):
        begin += 1
    return begin


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


def content_around(state: State, floor: int, ceiling: int, frame: Frame) -> Content | None:
    """A clause that its frame interrupts: "The bridge, Lee said, would close"."""
    tokens = state.tokens
    words = tokens.words
    open_comma, close_comma = frame.first - 1, after_addressee(state, frame, frame.last + 1, ceiling) or frame.last + 1
    if frame.inherited or close_comma + 2 >= ceiling or words[close_comma] != ",":
        return None
    if open_comma <= floor or words[open_comma] != "," or tokens.quoted[close_comma + 1] >= 0:
        return None
    stop = ceiling
    while stop > close_comma and not words[stop - 1][0].isalnum():
        stop -= 1
    begin = content_floor(state, floor, open_comma)
    is_clause = any(is_verb(tokens, index) for index in range(begin, open_comma))
    if stop - close_comma < 3 or words[close_comma + 1].endswith("ing"):
        return None
    if is_clause and (frame.inverted or opens_circumstance(words, close_comma + 1)):
        return None  # what follows is said of the speaker: "The bridge closed, said Lee, the mayor"
    after = tokens.span(close_comma + 1, stop - 1)
    return ([tokens.span(begin, open_comma - 1), after] if begin < open_comma else [after]), BEFORE


def follows_as(state: State, frame: Frame, floor: int) -> bool:
    """Whether the frame is an aside: "As Lee reported, the bridge closed"."""
    return frame.first - 1 >= floor and state.tokens.words[frame.first - 1] == "as"


def content_after_aside(state: State, frame: Frame, floor: int, ceiling: int) -> Content | None:
    """ "According to Lee, the bridge would close": what follows the comma of an aside that opens the sentence."""
    tokens = state.tokens
    comma = next((index for index in range(frame.last + 1, ceiling) if tokens.words[index] == ","), None)
    if comma is None or frame.first - floor > 2:
        return None
    stop = content_end(state, comma + 1, ceiling, frame, ())
    return ([tokens.span(comma + 1, stop - 1)], BEFORE) if stop > comma + 3 else None
