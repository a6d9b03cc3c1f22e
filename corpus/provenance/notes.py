"""The short lines above and below the body of an article: what they say of it is told there and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass

HEAD, TAIL = 8, 15
LONGEST_NOTE = 250


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the space around it, and where it begins in the article's text (code points)."""

    text: str
    start: int


def notes(text: str) -> list[Line]:
    """Those at the end first."""
    lines = filled_lines(text)
    edges = lines if len(lines) <= HEAD + TAIL else lines[:HEAD] + lines[-TAIL:]
    return [line for line in reversed(edges) if len(line.text) <= LONGEST_NOTE]


def filled_lines(text: str) -> list[Line]:
    lines, start = list[Line](), 0
    for whole in text.splitlines(keepends=True):
        if words := whole.strip():
            lines.append(Line(words, start + whole.index(words)))
        start += len(whole)
    return lines
