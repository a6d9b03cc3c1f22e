"""Golden cases as people read them: a text with its mentions, cues and contents marked, and who each quotation is by.

A case is a heading, the marked text, and a list with one line a quotation in text order: its type, and its speakers
or why there are none; then, where there is something to say, its stance, to whom it was said, and within which other
quotation it stands. ``[content 1|…]`` is the content of the first quotation; a span of two is ``[cue 1 2|…]``.

    - indirect: Ann Lee (person, surname); denies; to reporters
    - direct: unknown; within 1
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.model import Quotation

FIXTURES = Path(__file__).parents[2] / "fixtures" / "quotations"
OPENING = re.compile(r"\[(?:mention|cue|content)(?: \d+)+\|")


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    marked: str
    speakers: tuple[str, ...]

    @property
    def text(self) -> str:
        """The text without its mark-up."""
        plain: list[str] = []
        literal: list[bool] = []
        index = 0
        while index < len(self.marked):
            if opening := OPENING.match(self.marked, index):
                literal.append(False)
                index = opening.end()
                continue
            character = self.marked[index]
            if character == "[":
                literal.append(True)
            if character != "]" or not literal or literal.pop():
                plain.append(character)
            index += 1
        return "".join(plain)


def cases() -> Iterator[Case]:
    """Every golden case, by file and heading."""
    for path in sorted(FIXTURES.glob("*.md")):
        for part in path.read_text(encoding="utf-8").split("\n## ")[1:]:
            heading, _, body = part.partition("\n")
            lines = body.strip("\n").split("\n")
            listed = [line for line in lines if re.match(r"- (?:direct|partial|indirect): ", line)]
            marked = "\n".join(line for line in lines if line not in listed).strip("\n")
            yield Case(f"{path.stem}: {heading}", marked, tuple(line[2:] for line in listed))


def marked_up(text: str, quotations: Sequence[Quotation]) -> str:
    """`text` with the spans of its quotations marked."""
    owners: dict[tuple[int, int, str], list[int]] = {}
    for number, one in enumerate(quotations, 1):
        parts = [(one.mention, "mention"), (one.cue, "cue"), *((segment, "content") for segment in one.segments)]
        for part, label in parts:
            if part:
                owners.setdefault((part.start, part.end, label), []).append(number)
    inserts = [(start, 1, -end, f"[{label} {' '.join(map(str, own))}|") for (start, end, label), own in owners.items()]
    inserts += [(end, 0, -start, "]") for start, end, _ in owners]
    marked, done = [], 0
    for offset, _, _, mark in sorted(inserts):
        marked += [text[done:offset], mark]
        done = offset
    return "".join([*marked, text[done:]])


def who(quotations: Sequence[Quotation]) -> tuple[str, ...]:
    """Each quotation's type, its speakers or candidates, and what else there is to say of it."""
    return tuple("; ".join([f"{one.type}: {speakers_of(one)}", *more_of(one, quotations)]) for one in quotations)


def more_of(quotation: Quotation, quotations: Sequence[Quotation]) -> Iterator[str]:
    if quotation.cue and quotation.cue.stance != "asserts":
        yield quotation.cue.stance
    if quotation.addressee:
        yield f"to {quotation.addressee}"
    outer = [number for number, one in enumerate(quotations, 1) if one is not quotation and holds(one, quotation)]
    if outer:
        yield f"within {outer[-1]}"


def holds(outer: Quotation, inner: Quotation) -> bool:
    """Whether `inner` stands between the quotation marks of `outer`."""
    within = all(any(one.contains(span) for one in outer.spans) for span in inner.spans)
    return within and outer.type != "indirect"


def speakers_of(quotation: Quotation) -> str:
    if quotation.speakers:
        return ", ".join(f"{one.name} ({one.kind}, {one.resolution})" for one in quotation.speakers)
    return " or ".join(quotation.attribution.candidates) or "unknown"
