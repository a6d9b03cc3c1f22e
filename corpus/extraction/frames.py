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
        return min(self.cue, self.mention[0]) if self.mention and not self.inherited else self.cue

    @property
    def last(self) -> int:
        return max(self.cue_last, self.mention[1]) if self.mention and not self.inherited else self.cue_last
