"""Labels of speakers: who a line of a transcript says is speaking, before a colon at its head.

    MS. LEE: · Q: · A. · **Ann Lee:** · PRESIDENT ORLOV (through an interpreter):

Names in capitals, and *Q* and *A*, are labels wherever they take turns. Names in small letters are labels only in
company: *Ann Lee:* and *Bo Ruiz:* by turns, where *Date:* and *Place:* are a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.model import Span

CAPITALS = r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,4}|Q|A|QUESTION|ANSWER"
SMALL = r"(?:@\w+|[A-Z][\w.’'-]*[\w.](?: (?:(?:de|van|von|der|al|bin|la|of) ){0,2}[A-Z][\w.’'-]*){0,4})"
ASIDE = r"(?: ?[(\[][^()\[\]\n]{1,40}[)\]])?"
LABEL = re.compile(
    rf"[ \t>*_]*(?:(?P<name>{CAPITALS}|{SMALL}){ASIDE}[*_]* ?(?P<colon>:)|(?P<letter>[QA])(?P<stop>\.))[*_]* +"
    r"(?=[^\s\"“‘«„'])"
)
QUESTIONS = frozenset(["Q", "QUESTION"])
ANSWERS = frozenset(["A", "ANSWER"])
HEADINGS = re.compile(
    r"(?i:date|time|place|wh(?:ere|en|at|o|y)|how|price|cost|address|phone|e-?mail|photos?|images?|credit|note|update|read"
    r"|more|related|topics|tags|by|source|location|venue|tickets|correction|editors?|caption|video|watch|\w+day|step|part"
    r"|chapter|figure|table|yes|no|total|score)\b"
)
"""First words of lines that a colon makes headings of; nobody speaks there."""

SENTENCE = re.compile(r"[^\W\d_]{2,}[ \u00a0][^\W\d_]{2,}.{0,2000}?[.?!…]")
FEWEST_LABELS = 3
"""One paragraph in so many has a label where names in small letters are labels."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label: the span of the name, that of the colon, and where the words begin."""

    name: str
    named: Span
    colon: Span
    words: int

    @property
    def asks(self) -> bool:
        return self.name in QUESTIONS

    @property
    def answers(self) -> bool:
        return self.name in ANSWERS

    @property
    def key(self) -> str:
        """What two labels of one speaker share: the last word."""
        return self.name.split()[-1].casefold()


def labels_of(text: str, lines: Sequence[Span]) -> dict[int, Label]:
    """The labels by the number of their line; none where they take no turns."""
    found = dict(read_labels(text, lines))
    capitals = {number: label for number, label in found.items() if label.name.isupper()}
    if take_turns(capitals):
        return capitals
    return found if take_turns(found) and is_talk(found, text, lines) else {}


def read_labels(text: str, lines: Sequence[Span]) -> Iterator[tuple[int, Label]]:
    for number, line in enumerate(lines):
        if match := LABEL.match(text, line.start, line.end):
            which, mark = ("name", "colon") if match["name"] else ("letter", "stop")
            yield number, Label(match[which], Span(*match.span(which)), Span(*match.span(mark)), match.end())


def take_turns(labels: Mapping[int, Label]) -> bool:
    """Whether there are two, and one of them comes again, or asks."""
    keys = [label.key for label in labels.values()]
    asked = any(label.asks for label in labels.values())
    return len(set(keys)) > 1 and (len(keys) > len(set(keys)) or asked)


def is_talk(labels: Mapping[int, Label], text: str, lines: Sequence[Span]) -> bool:
    """Whether names in small letters label what people say: one has two words, none is a heading, most of what follows
    them is sentences, and they stand close together."""
    every = list(labels.values())
    if any(HEADINGS.match(label.name) for label in every):
        return False
    sentences = sum(1 for number, label in labels.items() if SENTENCE.search(text, label.words, lines[number].end))
    close = len(every) * FEWEST_LABELS > max(labels) - min(labels)
    return any(" " in label.name for label in every) and 2 * sentences > len(every) and close
