"""Block quotes and posts: words set off from the article by their place on the page, and in no marks.

    Ann Lee wrote in a letter: ¶ > The wall is safe.
    The wall is safe. ¶ — Ann Lee (@annlee) May 3, 2026

A block follows a line that ends in a colon and says who speaks. It runs as long as it is set off, by ``>`` or by
spaces; where the page lost that on the way, it is the next paragraph alone. A post stands before its author's line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.extraction.frames import Frame
from corpus.extraction.mentions import phrase_starting
from corpus.extraction.quotations import trimmed
from corpus.extraction.state import Draft, Finding, State
from corpus.model import Span

LEADS_IN = re.compile(r":[ \t*_\u00a0]*\Z")
QUOTED_LINE = re.compile(r"[ \t]*>[ \t>]*")
SET_OFF = re.compile(r"(?: {4}|\t)[ \t]*(?=[^\s])")
PLAIN = re.compile(r"(?![-•*·▪◦|>#])(?=[A-Z\d])[^\n]*[.?!…]\s*\Z")
BARE = re.compile(r"[^\"“”„«»]*\Z")
ANNOUNCES = re.compile(r"(?:following|th(?:is|at|ese|ose)|things|points|reasons|questions|ways|steps|list|here)\Z")
AUTHOR = re.compile(r"[—–―-]{1,2} ?(?=[^\W\d_])(?P<name>[^()\n@—]{2,60}) \(@\w{1,40}\)[^\n]{0,60}\Z")
TRAILING_LINKS = re.compile(r"(?:\s*(?:pic\.twitter\.com/|https?://)\S+)+\s*\Z")
TIGHT, LOOSE, POST = 0.93, 0.8, 0.93
WRITING = frozenset(["write", "post", "tweet"])
WRITINGS = frozenset(["statement", "letter", "email", "e-mail", "memo", "message", "post", "blog", "release"])
FIRST_PERSON = frozenset(["i", "we"])
FEW_WORDS = 8
CUE_REACH = 14
"""Tokens before the colon within which its cue stands."""


def read_blocks(state: State) -> None:
    """Add a draft for each block quote and each post."""
    for number, line in enumerate(state.lines):
        if number in state.transcribed:
            continue
        tail = state.text[max(line.start, line.end - 200) : line.end]
        if "@" in tail and AUTHOR.search(tail):
            read_post(state, number)
        elif ":" in tail[-8:] and LEADS_IN.search(tail, max(0, len(tail) - 8)):
            read_block(state, number)


def read_block(state: State, lead: int) -> None:
    frame = leading_frame(state, lead)
    if frame is None or frame.mention is None:
        return
    lines = list(set_off(state, lead + 1))
    confidence = TIGHT
    if not lines and is_written(state, frame, lead) and (plain := plain_line(state, lead + 1)):
        lines, confidence = [plain], LOOSE
    if lines:
        finding = Finding("block", frame.mention, (frame.cue, frame.cue_last), confidence, frame)
        add(state, [span for _, span in lines], finding, [number for number, _ in lines])


def leading_frame(state: State, lead: int) -> Frame | None:
    """The last frame of the line that leads in, if its cue stands near the colon and announces no list."""
    line = state.lines[lead]
    colon = state.tokens.at(line.start + state.text[line.start : line.end].rindex(":"))
    frames = [frame for frame in state.frames[state.sentence_at(line.end - 1)] if frame.mention and not frame.passive]
    if not frames or frames[-1].negated or colon - frames[-1].cue > CUE_REACH:
        return None
    between = state.tokens.words[frames[-1].cue : colon]
    announced = any(map(ANNOUNCES.match, between)) or state.tokens.quoted[colon - 1] >= 0
    return None if announced else frames[-1]


def is_written(state: State, frame: Frame, lead: int) -> bool:
    """Whether a line does no more than bring in what somebody wrote: only that is printed as a block without marks."""
    tokens = state.tokens
    rest = tokens.words[frame.cue + 1 : tokens.at(state.lines[lead].end)]
    written = frame.word.lemma in WRITING or (frame.word.group == "clause" and not WRITINGS.isdisjoint(rest))
    pronoun = frame.mention is not None and tokens.words[frame.mention[0]] in FIRST_PERSON
    return written and frame.word.finite and not pronoun and len(rest) <= FEW_WORDS


def set_off(state: State, first: int) -> Iterator[tuple[int, Span]]:
    """The lines from line `first` on that are set off as a block, without what sets them off."""
    for pattern in (QUOTED_LINE, SET_OFF):
        number = first
        while number < len(state.lines) and (mark := pattern.match(state.text, *ends(state.lines[number]))):
            span = Span(*trimmed(state.text, mark.end(), state.lines[number].end))
            if span.start < span.end and BARE.match(state.text, span.start, span.end):
                yield number, span
            number += 1
        if number > first:
            return


def plain_line(state: State, number: int) -> tuple[int, Span] | None:
    """A paragraph that is one or more sentences, in no marks of its own."""
    if number >= len(state.lines):
        return None
    span = Span(*trimmed(state.text, *ends(state.lines[number])))
    whole = PLAIN.match(state.text, span.start, span.end) and BARE.match(state.text, span.start, span.end)
    return (number, span) if whole and " " in span.of(state.text) else None


def read_post(state: State, number: int) -> None:
    """A post by the author named at the end of line `number`: what stands before the dash, else the line before."""
    line = state.lines[number]
    author = AUTHOR.search(state.text, max(line.start, line.end - 200), line.end)
    assert author is not None
    words, at = Span(*trimmed(state.text, line.start, author.start())), number
    if words.start >= words.end and number > 0:
        words, at = Span(*trimmed(state.text, *ends(state.lines[number - 1]))), number - 1
    if links := TRAILING_LINKS.search(state.text, words.start, words.end):
        words = Span(words.start, links.start())
    first, stop = state.tokens.range(Span(*author.span("name")))
    mention = phrase_starting(state.tokens, first, stop)
    if mention is None or at in state.transcribed or not BARE.match(state.text, words.start, words.end):
        return
    dash = state.tokens.at(author.start())
    if words.start < words.end:
        add(state, [words], Finding("post", mention, (dash, dash), POST), [at])


def add(state: State, spans: list[Span], finding: Finding, lines: list[int]) -> None:
    state.drafts.append(Draft("direct", spans, finding, [], state.sentence_at(spans[0].start)))
    state.transcribed.update(lines)


def ends(line: Span) -> tuple[int, int]:
    return line.start, line.end
