"""A report within what it reports: "*According to Lee,* the bridge would close", "The bridge, *Lee said,* would close".

What is said of the speaker before the words go on is none of them: "according to Lee, *who spoke in May,* it …".
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.extraction.apposition import head_of
from corpus.extraction.contents import BEFORE, Content, after_addressee, is_pronoun, opens_circumstance, opens_clause
from corpus.extraction.endings import content_end
from corpus.extraction.frames import Frame
from corpus.extraction.kinds import is_agent, is_verb
from corpus.extraction.lexicons import CONJUNCTIONS
from corpus.extraction.mentions import phrase_starting
from corpus.extraction.state import State

RELATIVES = frozenset(["who", "whose", "whom", "which"])


def follows_as(state: State, frame: Frame, floor: int) -> bool:
    """Whether the frame is an aside: "As Lee reported, the bridge closed"."""
    return frame.first - 1 >= floor and state.tokens.words[frame.first - 1] == "as"


def content_after_aside(state: State, frame: Frame, floor: int, ceiling: int) -> Content | None:
    """ "According to Lee, the bridge would close": what follows the comma of an aside that opens the sentence."""
    tokens = state.tokens
    commas = [index for index in range(frame.last + 1, ceiling - 1) if tokens.words[index] == ","]
    comma = aside_end(state, commas, ceiling)
    if comma is None or frame.first - floor > 2:
        return None
    stop = content_end(state, comma + 1, ceiling, frame, ())
    return ([tokens.span(comma + 1, stop - 1)], BEFORE) if stop > comma + 3 else None


def aside_end(state: State, commas: Sequence[int], ceiling: int) -> int | None:
    """Which of the commas after a name ends what is said of its bearer: the first, or one past *who spoke in May*, or
    past *the mayor* if a clause begins behind it; None if nothing else follows."""
    words = state.tokens.words
    if not commas:
        return None
    first, later = commas[0], commas[1:]
    closing = next((comma for comma in later if begins_clause(state, comma + 1, ceiling)), None)
    if words[first + 1] in RELATIVES:
        return closing or next(iter(later), None)
    described = phrase_starting(state.tokens, first + 1, ceiling) if words[first + 1] in ("the", "a", "an") else None
    if closing is None or described is None or closing != next(iter(later)):
        return first
    return closing if is_agent(words[head_of(state.tokens, described)]) else first


def begins_clause(state: State, index: int, ceiling: int) -> bool:
    return is_pronoun(state.tokens.words[index]) or opens_clause(state, index, ceiling)


def content_around(state: State, floor: int, ceiling: int, frame: Frame) -> Content | None:
    """A clause that its frame interrupts: "The bridge, Lee said, would close"."""
    tokens = state.tokens
    words = tokens.words
    open_comma, close_comma = frame.first - 1, after_addressee(state, frame, frame.last + 1, ceiling) or frame.last + 1
    close_comma = past_relative(state, frame, close_comma, ceiling)
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


def past_relative(state: State, frame: Frame, comma: int, ceiling: int) -> int:
    """The comma that ends what is said of the speaker after an inverted frame: "according to Lee, *who runs it*,"; else
    the same. The end of the sentence, if nothing ends it."""
    words = state.tokens.words
    if not frame.inverted or comma + 1 >= ceiling or words[comma] != "," or words[comma + 1] not in RELATIVES:
        return comma
    return next((later for later in range(comma + 2, ceiling) if words[later] == ","), ceiling)


def content_floor(state: State, floor: int, comma: int) -> int:
    """Where what is reported begins: past *and*, *still*, and a bracket."""
    words = state.tokens.words
    begin = next((index + 1 for index in range(comma - 1, floor, -1) if words[index] == ":"), floor)
    while begin < comma and (
        words[begin] in CONJUNCTIONS or words[begin] in ("still", "however", ",", "(") or not words[begin][0].isalnum()
    ):
        begin += 1
    return begin
