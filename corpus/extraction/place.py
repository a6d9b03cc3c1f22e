"""Where a quoted region stands: its sentence, the frames around it, and what separates it from them."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.extraction.cues import Frame
from corpus.extraction.quotations import Region
from corpus.extraction.state import State


@dataclass(slots=True)
class Place:
    """A region as the rules see it. Token numbers: `first` and `last` of the region with its marks; the sentence is
    the half-open range `floor`..`ceiling`."""

    state: State
    number: int
    region: Region
    first: int
    last: int
    sentence: int
    floor: int
    ceiling: int

    @property
    def before(self) -> list[Frame]:
        """The frames of the sentence whose cue stands before the region."""
        return [frame for frame in self.state.frames[self.sentence] if frame.cue < self.first]

    @property
    def after(self) -> list[Frame]:
        """The frames of the sentence that begin after the region."""
        return [frame for frame in self.state.frames[self.sentence] if frame.cue > self.last]

    @property
    def last_character(self) -> str:
        return self.state.text[self.region.end - 1]

    @property
    def words(self) -> int:
        """How many words the region has."""
        tokens = self.state.tokens.words
        return sum(1 for index in range(self.first, self.last + 1) if tokens[index][0].isalnum())

    @property
    def is_whole(self) -> bool:
        """Whether the region begins as a sentence does and is more than a phrase."""
        return self.state.text[self.region.start].isupper() and self.words >= 3

    @property
    def opens_sentence(self) -> bool:
        return self.first <= self.floor

    @property
    def ends_sentence(self) -> bool:
        """Whether nothing but punctuation follows the region in its sentence."""
        words = self.state.tokens.words
        return not any(words[index][0].isalnum() for index in range(self.last + 1, self.ceiling))

    def between(self, first: int, stop: int) -> list[str]:
        """The words and marks from token `first` up to `stop`."""
        return self.state.tokens.words[first:stop]


def place_of(state: State, number: int) -> Place:
    """The place of region `number`."""
    region = state.regions[number]
    tokens = state.tokens
    first, stop = tokens.at(region.outer_start), tokens.at(region.outer_end)
    sentence = state.sentence_at(region.outer_start)
    floor, ceiling = state.sentence_tokens[sentence]
    return Place(state, number, region, first, max(first, stop - 1), sentence, floor, max(ceiling, stop))
