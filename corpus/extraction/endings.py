"""Where reported words end: at the end of their sentence, or where the sentence takes up its own thread again."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.extraction.frames import Frame
from corpus.extraction.kinds import DASHES, is_verb
from corpus.extraction.lexicons import ADVERBS, CONJUNCTIONS, LEAVING, PRONOUNS
from corpus.extraction.state import State

MINIMUM = 4
"""Tokens that a content cut off before quoted words must keep."""

INSERTION_REACH = 40
"""Tokens that an inserted clause may have; people write shorter ones."""

SUBORDINATES = frozenset(["while", "although", "though", "when", "after", "as", "if"])
RELATIVES = frozenset(["who", "which"])
BREAKS = DASHES | {",", "-", ";"}
MAY_RESUME = BREAKS | {"and", "but"}


def content_end(
    state: State, begin: int, ceiling: int, frame: Frame, following: Sequence[Frame], phrase: bool = False
) -> int:
    """One past the last token of the content that begins at `begin`; `following` are the sentence's later frames.
    A `phrase` has no finite verb of its own: "promised *to close it* and left"."""
    words = state.tokens.words
    stop = min([ceiling, *(cut for later in following if (cut := cut_before(state, begin, later, ceiling)))])
    phrase = phrase or words[min(begin, ceiling - 1)] in ("to", "not")
    breaks = [index for index in range(begin + 1, stop - 1) if words[index] in MAY_RESUME]
    stop = next((index for index in breaks if resumes(state, index, stop, frame, phrase)), stop)
    stop = before_quotation(state, begin, stop)
    while stop > begin and not words[stop - 1][0].isalnum() and words[stop - 1] not in (")", "%"):
        stop -= 1
    return stop


def cut_before(state: State, begin: int, later: Frame, ceiling: int) -> int | None:
    """Where a later report sets in that is none of the content's, if it does."""
    if later.inherited:
        return cut_before_more(state, begin, later)
    words = state.tokens.words
    if closes_sentence(state, later, ceiling):
        cut = later.first - 1
    elif words[max(0, later.first - 1)] in ("and", "but", "while") and words[max(0, later.first - 2)] in BREAKS:
        cut = later.first - 2
    else:
        return None
    return cut if cut > begin else None


def cut_before_more(state: State, begin: int, later: Frame) -> int | None:
    """Where what the same speaker says next sets in, at its comma or conjunction: "and warned that"."""
    words = state.tokens.words
    if later.cue <= begin or later.word.lemma == words[later.cue] or later.word.group == "mind":
        return None
    cut = later.cue
    while cut > begin and words[cut - 1] in ("also", "then", "later", "has", "had", "have"):
        cut -= 1
    if cut > begin + 1 and words[cut - 1] in CONJUNCTIONS:
        return cut - 2 if words[cut - 2] == "," else cut - 1
    return cut - 1 if cut > begin and words[cut - 1] == "," else None


def closes_sentence(state: State, later: Frame, ceiling: int) -> bool:
    """Whether a report is all that stands after the last comma: ", the group said."."""
    words = state.tokens.words
    alone = not any(words[index][0].isalnum() for index in range(later.last + 1, ceiling))
    return alone and later.mention is not None and words[later.first - 1] == ","


def resumes(state: State, index: int, stop: int, frame: Frame, phrase: bool) -> bool:
    """Whether the content ends at the token `index`, a mark or a conjunction."""
    words = state.tokens.words
    word = words[index]
    if word == ";":
        return True
    if phrase and word in ("and", "but", ",") and is_finite(state, index + 1):
        return True
    if word in BREAKS:
        return leaves(state, index, stop) or closes_clause(state, index, frame)
    return False


def leaves(state: State, mark: int, stop: int) -> bool:
    """Whether the reporter speaks on after a mark: ", according to …", ", but she left"."""
    words = state.tokens.words
    after = words[mark + 1]
    if after in ("but", "and"):
        return words[min(mark + 2, stop - 1)] in PRONOUNS
    return after in LEAVING and not (after in RELATIVES and is_inserted(state, mark, stop))


def is_inserted(state: State, mark: int, stop: int) -> bool:
    """Whether the relative clause after a mark is closed by another, with a verb after it: "the wall, *which cost a
    fortune*, was safe"."""
    reach = range(mark + 2, min(stop - 1, mark + INSERTION_REACH))
    return any(state.tokens.words[later] == "," and is_finite(state, later + 1) for later in reach)


def is_finite(state: State, index: int) -> bool:
    """Whether a finite verb stands at `index`, perhaps after an adverb."""
    words = state.tokens.words
    while index < len(words) and (words[index] in ADVERBS or words[index].endswith("ly")):
        index += 1
    return index < len(words) and state.tokens.quoted[index] < 0 and is_verb(state.tokens, index)


def closes_clause(state: State, comma: int, frame: Frame) -> bool:
    """Whether a comma ends the subordinate clause that the report stands in ("While critics say it fails, Lee likes
    it"; "Lee, who said she was tired, left"), or the noun that it explains ("Despite Lee's claim that it was safe, it
    fell")."""
    words = state.tokens.words
    if frame.mention is None or words[comma] != ",":
        return False
    if frame.noun:
        return True
    if words[frame.mention[0]] == "who":
        return is_verb(state.tokens, comma + 1)
    before = frame.mention[0] - 1
    return before >= 0 and words[before] in SUBORDINATES and not frame.inherited


def runs_into_quotation(state: State, first: int, stop: int) -> bool:
    """Whether any of these tokens is in marks."""
    return max(state.tokens.quoted[first:stop], default=-1) >= 0


def before_quotation(state: State, begin: int, stop: int) -> int:
    """Where the content must end not to run into quoted words: at the comma or *and* before them."""
    tokens = state.tokens
    if not runs_into_quotation(state, begin, stop):
        return stop
    quoted = next(index for index in range(begin, stop) if tokens.quoted[index] >= 0)
    breaks = (
        index for index in range(quoted - 1, begin + MINIMUM, -1) if tokens.words[index] in (",", "and", "but", ";")
    )
    return next(breaks, stop)
