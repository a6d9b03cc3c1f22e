"""Cues and the frames around them: which verb reports speech, and whose it is.

A frame is a cue with the mention of its speaker. The subject stands before the verb ("Lee said"), after it ("said
Lee"), or is that of an earlier verb of the sentence ("Lee rose and said", "..., adding that").
"""

from __future__ import annotations

from msgspec import Struct

from corpus.extraction.kinds import Phrase
from corpus.extraction.lexicons import CueWord


class Frame(Struct, frozen=True, gc=False):
    """A cue and its speaker in one sentence. `first` and `last` are the tokens the frame spans; `cue` is its verb."""

    word: CueWord
    cue: int
    cue_last: int
    mention: Phrase | None
    inverted: bool = False
    inherited: bool = False
    negated: bool = False
    passive: bool = False
    noun: bool = False
    """Whether the cue is a noun: "Lee's claim"."""

    @property
    def first(self) -> int:
        mention = self.mention
        return self.cue if mention is None or self.inherited or mention[0] > self.cue else mention[0]

    @property
    def last(self) -> int:
        mention = self.mention
        return self.cue_last if mention is None or self.inherited or mention[1] < self.cue_last else mention[1]
