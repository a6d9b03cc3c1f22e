"""Transcripts: turns that open with a speaker's label, as briefings and interviews are printed.

    MS. LEE: The wall is safe.
    Q: Since when?

A label is a name in capitals, or *Q* and *A*, before a colon at the head of a line; a transcript has two of them that
take turns. A turn runs to the next label, one segment a paragraph; after the last label it is its own line alone. The
words are the speaker's own, whole and in no need of marks.
"""

from __future__ import annotations

import re

from corpus.extraction.quotations import trimmed
from corpus.extraction.state import Draft, Finding, State
from corpus.model import Span

LABEL = re.compile(
    r"[ \t>*_]*((?:[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,4}|Q|A|QUESTION|ANSWER)) ?:[*_]* +(?=[^\s\"“‘«„'])"
)
QUESTIONS = frozenset(["Q", "QUESTION"])
UNNAMED = QUESTIONS | {"A", "ANSWER"}
"""Labels that name nobody: their turns are kept apart from the others', and are no quotations."""
CONFIDENCE = 0.95


def read_transcript(state: State) -> None:
    """Add the draft of every turn, if the article is a transcript."""
    labels = {
        number: label
        for number, line in enumerate(state.lines)
        if (label := LABEL.match(state.text, line.start, line.end))
    }
    names = [label[1] for label in labels.values()]
    takes_turns = len(set(names)) > 1 and (len(names) > len(set(names)) or not QUESTIONS.isdisjoint(names))
    if not takes_turns:
        return
    turn: Draft | None = None
    for number, line in enumerate(state.lines[: max(labels) + 1]):
        if number in labels:
            turn = open_turn(state, labels[number], line)
            if labels[number][1] not in UNNAMED:
                state.drafts.append(turn)
        elif turn is not None:
            turn.spans.append(Span(*trimmed(state.text, line.start, line.end)))
        if turn is not None:
            state.transcribed.add(number)


def open_turn(state: State, label: re.Match[str], line: Span) -> Draft:
    """The turn that a label opens."""
    tokens = state.tokens
    first, stop = tokens.range(Span(*label.span(1)))
    finding = Finding("transcript", (first, max(first, stop - 1)), (stop, stop), CONFIDENCE)
    return Draft(
        "direct", [Span(*trimmed(state.text, label.end(), line.end))], finding, [], state.sentence_at(line.start)
    )
