"""What the stages of the pipeline hand on to one another: one article on the table, and what is known of it so far."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from msgspec import Struct

from corpus.extraction.frames import Frame
from corpus.extraction.kinds import Phrase
from corpus.extraction.regions import Region
from corpus.extraction.tokens import Tokens
from corpus.model import Article, Quotation, QuotationType, Span
from corpus.speakers import Register


class Finding(Struct, frozen=True, gc=False):
    """What a rule says of a region: who, by which cue, and how surely. `joins` is the number of the draft whose
    quotation the region goes on with, `lead` the token from which the sentence leads in to the words."""

    rule: str
    mention: Phrase | None
    cue: Phrase | None
    confidence: float
    frame: Frame | None = None
    joins: int | None = None


@dataclass(slots=True)
class Draft:
    """A quotation in the making. `regions` are numbers of quoted regions, empty for an indirect one."""

    type: QuotationType
    spans: list[Span]
    finding: Finding | None
    regions: list[int] = field(default_factory=list)
    sentence: int = 0
    within: Draft | None = None
    """The quotation between whose marks this one stands."""


@dataclass(slots=True)
class State:
    """One article and all that was found in it so far; each stage fills its own fields."""

    text: str
    """The text as it is read: without residue, every offset as in `printed`."""
    printed: str
    """The text as it was given, from which the words of quotations are taken."""
    register: Register
    article: Article | None = None
    lines: list[Span] = field(default_factory=list)
    line_starts: list[int] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)
    sentence_starts: list[int] = field(default_factory=list)
    tokens: Tokens = field(default_factory=lambda: Tokens("", [], [], [], [], []))
    sentence_tokens: list[tuple[int, int]] = field(default_factory=list)
    transcribed: set[int] = field(default_factory=set)
    """Paragraphs that are turns of a transcript."""
    frames: list[list[Frame]] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    draft_of: dict[int, int] = field(default_factory=dict)
    quotations: list[Quotation] = field(default_factory=list)

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds the character at `offset`."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def paragraph_at(self, offset: int) -> int:
        """The number of the paragraph that holds the character at `offset`."""
        return max(0, bisect_right(self.line_starts, offset) - 1)
