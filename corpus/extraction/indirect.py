"""Reported speech without marks: "Lee said that the bridge would close", "The bridge would close, Lee said".

Only verbs of saying make a quotation here, and only with a clause for their content; what people think, want or
refuse to say is none. The content is never in quotation marks, and is kept with its cue.
"""

from __future__ import annotations

import re

from corpus.extraction.cues import Frame
from corpus.extraction.lexicons import CIRCUMSTANCE, CONJUNCTIONS, SUBORDINATORS
from corpus.extraction.mentions import is_verb, phrase_starting
from corpus.extraction.state import Draft, Finding, State
from corpus.model import Span

TOLD = frozenset("tell assure remind inform advise warn caution promise ask".split())
QUESTIONS = frozenset("whether if why how what who where when".split())
LEADING_DATE = re.compile(r"(?:As of|In|On|By|Since) (?:[A-Z][a-z]+day|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2})?(?:,? \d{4})?|\d{4}), ")
THAT, BARE, BEFORE = 0.95, 0.85, 0.9


def find_indirect(state: State) -> None:
    """Add the drafts of all indirect quotations."""
    for number, frames in enumerate(state.frames):
        for position, frame in enumerate(frames):
            if frame.mention is None or frame.negated or frame.passive or frame.word.group not in ("clause", "that"):
                continue
            following = frames[position + 1] if position + 1 < len(frames) else None
            found = content_after(state, number, frame, following) or content_before(state, number, frame)
            if found and not overlaps_a_quotation(state, found[0]):
                span, confidence = found
                finding = Finding("indirect", frame.mention, (frame.cue, frame.cue_last), confidence, frame)
                state.drafts.append(Draft("indirect", [span], finding, [], number))


def overlaps_a_quotation(state: State, span: Span) -> bool:
    first, stop = state.tokens.range(span)
    return any(owner >= 0 for owner in state.tokens.quoted[first:stop])


def content_after(state: State, number: int, frame: Frame, following: Frame | None) -> tuple[Span, float] | None:
    """What follows the cue: after *that* or a question word, or, for verbs that can do without, a clause at once."""
    tokens = state.tokens
    floor, ceiling = state.sentence_tokens[number]
    start = frame.last + 1
    if frame.word.lemma == "according":
        return content_after_according(state, frame, ceiling)
    that = complementizer(state, frame, start, ceiling)
    if that is not None:
        begin = that + 1 if tokens.words[that] == "that" else that
        confidence = THAT
    elif frame.word.group == "clause":
        begin, confidence = bare_start(state, frame, start, ceiling), BARE
        if begin is None:
            return None
    else:
        return None
    stop = content_end(state, begin, ceiling, following)
    if not any(is_verb(tokens, index) for index in range(begin, stop)) and "to" not in tokens.words[begin:stop]:
        return None
    return (tokens.span(begin, stop - 1), confidence) if stop - begin >= 2 else None


def complementizer(state: State, frame: Frame, start: int, ceiling: int) -> int | None:
    """The *that* or question word that opens the content, past an addressee or a circumstance."""
    words, quoted = state.tokens.words, state.tokens.quoted
    for index in range(start, min(start + 14, ceiling)):
        if quoted[index] >= 0 or words[index] in (".", ";", ":"):
            return None
        if words[index] == "that":
            return index if index + 1 < ceiling else None
        if words[index] in QUESTIONS:
            return index if index <= start + 1 else None
        if index > start and is_verb(state.tokens, index):
            return None
    return None


def bare_start(state: State, frame: Frame, start: int, ceiling: int) -> int | None:
    """Where a clause without *that* begins: after the addressee of *told*, and after a day or a place."""
    tokens = state.tokens
    index = start
    if frame.word.lemma in TOLD:
        addressee = phrase_starting(tokens, index, ceiling)
        if tokens.words[index] in ("him", "her", "them", "us", "me"):
            index += 1
        elif addressee:
            index = addressee[1] + 1
        else:
            return None
    while index < ceiling and tokens.words[index] in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "earlier", "later", "recently", "today", "yesterday"):
        index += 1
    if index >= ceiling or tokens.quoted[index] >= 0 or not tokens.words[index][0].isalnum():
        return None
    if tokens.words[index] in CIRCUMSTANCE | CONJUNCTIONS | {"of", "to", "for", "with", "as", "about", "against"}:
        return None
    return index


def content_end(state: State, begin: int, ceiling: int, following: Frame | None) -> int:
    """One past the content's last token: the sentence's end, or the comma or *and* before the speaker's next cue."""
    tokens = state.tokens
    stop = ceiling
    if following and following.cue > begin and following.inherited:
        cut = following.cue
        while cut > begin and tokens.words[cut - 1] in ("also", "then", "later", "has", "had", "have") :
            cut -= 1
        if cut > begin and (tokens.words[cut - 1] in CONJUNCTIONS or tokens.words[cut - 1] == ","):
            stop = cut - 1
    while stop > begin and not tokens.words[stop - 1][0].isalnum() and tokens.words[stop - 1] not in (")", "%"):
        stop -= 1
    return stop


def content_before(state: State, number: int, frame: Frame) -> tuple[Span, float] | None:
    """What stands before ", Lee said": the sentence up to the comma, if it has a verb."""
    tokens = state.tokens
    floor, ceiling = state.sentence_tokens[number]
    comma = frame.first - 1
    if frame.inherited or comma <= floor or tokens.words[comma] != ",":
        return None
    begin = floor
    if tokens.words[begin] in CONJUNCTIONS:
        begin += 1
    if not any(is_verb(tokens, index) for index in range(begin, comma)) or comma - begin < 3:
        return None
    opens_below = tokens.words[begin] in SUBORDINATORS and tokens.words[begin + 1] != "of"
    if opens_below or not ends_report(state, frame, ceiling):
        return None
    span = tokens.span(begin, comma - 1)
    if date := LEADING_DATE.match(state.text, span.start, span.end):
        span = Span(date.end(), span.end)
    return span, BEFORE


def ends_report(state: State, frame: Frame, ceiling: int) -> bool:
    """Whether nothing but a circumstance follows the frame."""
    after = frame.last + 1
    words = state.tokens.words
    return after >= ceiling or not words[after][0].isalnum() or words[after] in CIRCUMSTANCE or words[after].endswith("day") or words[after] in ("who", "of", "for", "with")


def content_after_according(state: State, frame: Frame, ceiling: int) -> tuple[Span, float] | None:
    """"According to Lee, the bridge would close": what follows the comma."""
    tokens = state.tokens
    floor = frame.cue
    comma = next((index for index in range(frame.last + 1, ceiling) if tokens.words[index] == ","), None)
    begins = floor == 0 or tokens.words[floor - 1] in (".", ",", "but", "and") or tokens.capital(floor)
    if comma is None or not begins or not tokens.capital(floor):
        return None
    stop = content_end(state, comma + 1, ceiling, None)
    if not any(is_verb(tokens, index) for index in range(comma + 1, stop)):
        return None
    return (tokens.span(comma + 1, stop - 1), BEFORE) if stop > comma + 2 else None
