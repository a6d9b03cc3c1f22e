"""Transcripts: turns that open with a speaker's label, as briefings and interviews are printed.

    MS. LEE: The wall is safe.
    Q: Since when?

A turn runs to the next label, one segment a paragraph; after the last label it is its own line alone. The words are the
speaker's own, whole and in no need of marks; what is done meanwhile, *(Laughter.)*, is not said. Questions by nobody in
particular are no quotations; answers are those of the one person whom the article has named before them.
"""

from __future__ import annotations

import re

from corpus.extraction.labels import Label, labels_of
from corpus.extraction.quotations import trimmed
from corpus.extraction.state import Draft, Finding, State
from corpus.model import Span

DOINGS = r"(?i:laugh|applau|cheer|cross ?talk|inaudible|pause|through|speaking|as interpreted|via|sigh|cough)"
DONE = rf"[(\[]{DOINGS}[^()\[\]\n]{{0,40}}[)\]]"
DONE_BEFORE = re.compile(rf"(?:{DONE}[ \u00a0]*)+")
DONE_AFTER = re.compile(rf"(?:[ \u00a0]*{DONE}\.?)+\Z")
CONFIDENCE = 0.95


def read_transcript(state: State) -> None:
    """Add the draft of every turn, if the article is a transcript."""
    labels = labels_of(state.text, state.lines)
    if not labels:
        return
    turn: Draft | None = None
    for number in range(min(labels), max(labels) + 1):
        label, line = labels.get(number), state.lines[number]
        if label is not None:
            turn = open_turn(state, label)
            if not label.asks:
                state.drafts.append(turn)
        span = spoken(state, label.words if label else line.start, line.end)
        if turn is not None and span.start < span.end:
            turn.spans.append(span)
        state.transcribed.add(number)
    state.drafts = [draft for draft in state.drafts if draft.spans]


def open_turn(state: State, label: Label) -> Draft:
    """The turn that a label opens, still without words."""
    tokens = state.tokens
    first, stop = tokens.range(label.named)
    colon = tokens.at(label.colon.start)
    rule = "answer" if label.answers else "transcript"
    cue = (colon, colon) if tokens.starts[colon] == label.colon.start else None  # "A." is one token
    finding = Finding(rule, (first, max(first, stop - 1)), cue, CONFIDENCE)
    return Draft("direct", [], finding, [], state.sentence_at(label.named.start))


def spoken(state: State, start: int, stop: int) -> Span:
    """The words of a line without white space and what was done before and after them."""
    start, stop = trimmed(state.text, start, stop)
    if before := DONE_BEFORE.match(state.text, start, stop):
        start = before.end()
    if after := DONE_AFTER.search(state.text, max(start, stop - 120), stop):
        stop = after.start()
    return Span(*trimmed(state.text, start, stop))
