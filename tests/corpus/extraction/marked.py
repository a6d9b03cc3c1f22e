"""Sentences with their parts marked: ``[content|“No,”] [mention|Ann Lee] [cue|said] on Monday.``"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.model import Cue, Mention, Span

MARK = re.compile(r"\[(mention|cue|content)\|([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Marked:
    text: str
    cue: Cue | None
    mention: Mention | None
    contents: tuple[Span, ...]

    @property
    def sentence(self) -> Span:
        return Span(0, len(self.text))


def marked(notation: str) -> Marked:
    text, done = "", 0
    parts: dict[str, list[Span]] = {"cue": [], "mention": [], "content": []}
    for mark in MARK.finditer(notation):
        text += notation[done : mark.start()]
        parts[mark[1]].append(Span(len(text), len(text) + len(mark[2])))
        text += mark[2]
        done = mark.end()
    text += notation[done:]
    cue = next((Cue(span.of(text), span.start, span.end) for span in parts["cue"]), None)
    mention = next((Mention(span.of(text), span.start, span.end) for span in parts["mention"]), None)
    return Marked(text, cue, mention, tuple(parts["content"]))
