"""Where a quoted region stands: its sentence, the frames around it, and what separates it from them."""

from __future__ import annotations

import re
from functools import cached_property

from msgspec import Struct

from corpus.extraction.frames import Frame
from corpus.extraction.kinds import DASHES, is_verb
from corpus.extraction.regions import Region
from corpus.extraction.state import State

CONTENT_REACH = 40
TITLE_WORD = re.compile(r"[^\W\d_][\w'’]*")


class Place(Struct, dict=True):
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

    @cached_property
    def before(self) -> list[Frame]:
        """The frames of the sentence whose cue stands before the region."""
        return [frame for frame in self.state.frames[self.sentence] if frame.cue < self.first and not frame.noun]

    @cached_property
    def after(self) -> list[Frame]:
        """The frames of the sentence that begin after the region."""
        return [frame for frame in self.state.frames[self.sentence] if frame.cue > self.last and not frame.noun]

    @property
    def last_character(self) -> str:
        """The last one of the words, apart from closing marks of quotations within them."""
        return self.region_text.rstrip("'’\"”")[-1:]

    @cached_property
    def words(self) -> int:
        """How many words the region has."""
        return sum([word[0].isalnum() for word in self.between(self.first, self.last + 1)])

    @property
    def is_whole(self) -> bool:
        """Whether the region begins as a sentence does and is more than a phrase."""
        return self.begins_like_a_sentence and self.words >= 3

    @cached_property
    def begins_like_a_sentence(self) -> bool:
        """Whether the first letter is a capital, or a digit."""
        first = next((letter for letter in self.region_text if letter.isalnum()), "a")
        return first.isupper() or first.isdigit()

    @cached_property
    def is_title(self) -> bool:
        """Whether the region is written like the title of a work, and not set off as speech is."""
        if self.region_text[-1:] == "!" or not self.begins_like_a_sentence:
            return False
        words = [word for word in TITLE_WORD.findall(self.region_text) if len(word) > 3]
        capitals = sum(1 for word in words if word[0].isupper())
        return capitals >= max(1, len(words) - 1 if len(words) > 3 else len(words))

    @property
    def region_text(self) -> str:
        return self.state.text[self.region.start : self.region.end]

    @property
    def opens_sentence(self) -> bool:
        return self.first <= self.floor

    @property
    def ends_sentence(self) -> bool:
        """Whether nothing but punctuation follows the region in its sentence."""
        return not any(word[0].isalnum() for word in self.between(self.last + 1, self.ceiling))

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


def has_own_content(place: Place, frame: Frame) -> bool:
    """Whether the frame's cue goes on to report something else: "..." Lee said the bridge was closed."""
    tokens = place.state.tokens
    stop = frame.last + 1
    verbs = 0
    for index in range(stop, min(stop + CONTENT_REACH, len(tokens))):
        word = tokens.words[index]
        if tokens.quoted[index] >= 0 or word in (".", ",", ";", ":", "?", "(", "[") or word in DASHES:
            break
        verbs += is_verb(tokens, index) and tokens.words[min(index + 1, len(tokens) - 1)] != "by"
    return verbs > 0 and tokens.words[stop] not in (
        "in",
        "on",
        "at",
        "during",
        "after",
        "when",
        "as",
        "while",
        "before",
        "of",
        "who",
    )
