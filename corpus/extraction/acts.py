"""What is done by saying it, and reported with whom it is said of: "urged *the board to close it*", "accused *the
mayor of lying*", "blamed *the tide for it*", "called for *a second wall*". Named after Austin's speech acts.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.extraction.contents import THING, Content
from corpus.extraction.endings import content_end
from corpus.extraction.frames import Frame
from corpus.extraction.lexicons import ACTS, FINDINGS
from corpus.extraction.state import State

LINK_REACH = 12
"""Tokens between such a verb and the *to*, *of* or *for* that its content turns on."""

SHORTEST = 4


def is_act(frame: Frame) -> bool:
    """Whether the cue is a verb of such an act."""
    return frame.word.lemma in ACTS


def is_finding(state: State, frame: Frame) -> bool:
    """Whether a document reports what it holds: "the survey found", "polls show"."""
    if frame.word.lemma not in ("find", "show") or frame.mention is None:
        return False
    first, last = frame.mention
    return any(word in FINDINGS for word in state.tokens.words[first : last + 1])


def act_after(state: State, start: int, ceiling: int, frame: Frame, following: Sequence[Frame]) -> Content | None:
    """The content of an act whose verb ends before `start`."""
    words = state.tokens.words
    link: str | None = ACTS[frame.word.lemma]
    if frame.word.lemma == "call":
        if start >= ceiling or words[start] not in ("for", "on"):
            return None
        start, link = start + 1, "to" if words[start] == "on" else None
    if link and not reaches(state, start, ceiling, link):
        return None
    if start >= ceiling or state.tokens.quoted[start] >= 0 or not words[start][0].isalnum():
        return None
    stop = content_end(state, start, ceiling, frame, following, phrase=True)
    return ([state.tokens.span(start, stop - 1)], THING) if stop - start >= (SHORTEST if link else 2) else None


def reaches(state: State, start: int, ceiling: int, link: str) -> bool:
    """Whether the word that the content turns on follows in the same clause."""
    for index in range(start, min(start + LINK_REACH, ceiling)):
        word = state.tokens.words[index]
        if state.tokens.quoted[index] >= 0 or not word[0].isalnum():
            return False
        if word == link and index > start:
            return True
    return False
