"""What follows a cue: where the content begins, after *that*, an addressee or at once."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.extraction.endings import content_end, is_finite, runs_into_quotation
from corpus.extraction.frames import Frame
from corpus.extraction.kinds import is_verb
from corpus.extraction.lexicons import (
    AFTERWARDS,
    AMBIGUOUS,
    AUXILIARIES,
    CIRCUMSTANCE,
    CONJUNCTIONS,
    CUES,
    NAMED_THINGS,
    NO_CLAUSES,
    NUMERALS,
    OBJECT_PRONOUNS,
    PROMISING,
    PRONOUNS,
    QUESTIONS,
    SPANS,
    TIMES,
    TOLD,
)
from corpus.extraction.mentions import phrase_starting
from corpus.extraction.state import State
from corpus.model import Span

Content = tuple[list[Span], float]
SPANS_OF_TIME = TIMES | SPANS
PLACES_AND_TIMES = frozenset(["where", "when", "who"])

THAT, BARE, BEFORE, THING = 0.95, 0.9, 0.9, 0.85
NO_THINGS = CIRCUMSTANCE | CONJUNCTIONS | {"to", "with", "by", "as", "up", "out", "back"}

COMPLEMENTIZER_REACH = 14
"""Tokens between a cue and its *that*: "told reporters in the capital on Monday evening that"."""

VERB_REACH = 16
"""Tokens within which a clause shows its verb."""


def content_after(state: State, ceiling: int, frame: Frame, following: Sequence[Frame], used: bool) -> Content | None:
    """What follows the cue: after *that* or a question word, or, for verbs that can do without, a clause at once."""
    tokens = state.tokens
    start = frame.last + 1
    begin = complementizer(state, frame, start, ceiling)
    confidence = THAT
    if begin is not None and tokens.words[begin] == "that":
        begin += 2 if tokens.words[begin + 1] == "," and begin + 2 < ceiling else 1
    elif begin is None and not used:
        begin, confidence = promise_start(state, frame, start, ceiling), THAT
        if begin is None:
            begin, confidence = bare_start(state, frame, start, ceiling), BARE
    if begin is None:
        return thing_after(state, frame, start, ceiling, following) if not used else None
    stop = content_end(state, begin, ceiling, frame, following)
    if used and runs_into_quotation(state, stop, ceiling):
        return None
    too_short = stop - begin < (3 if tokens.words[begin] == "to" else 2)
    if too_short or not (confidence == THAT or is_clause(state, frame, begin, stop)):
        return thing_after(state, frame, start, ceiling, following) if not used else None
    return [tokens.span(begin, stop - 1)], confidence


def thing_after(state: State, frame: Frame, start: int, ceiling: int, following: Sequence[Frame]) -> Content | None:
    """The thing that a saying is about, with verbs that say it by naming it: "announced *her retirement*", "warned of
    *a flood*", "described him *as a liar*". It ends at the first comma."""
    tokens = state.tokens
    words = tokens.words
    if frame.word.lemma not in NAMED_THINGS and frame.word.group != "mind":
        return None
    index = after_addressee(state, frame, start, ceiling) or start
    index += index < ceiling and words[index] in ("of", "about", "against", "for")
    if index >= ceiling or tokens.quoted[index] >= 0 or not words[index][0].isalnum() or words[index] in NO_THINGS:
        return None
    stop = content_end(state, index, ceiling, frame, following, phrase=frame.word.lemma in NAMED_THINGS)
    if frame.word.lemma in NAMED_THINGS:
        stop = next((comma for comma in range(index + 1, stop) if words[comma] == ","), stop)
    return ([tokens.span(index, stop - 1)], THING) if stop - index >= 2 else None


def is_clause(state: State, frame: Frame, begin: int, stop: int) -> bool:
    """Whether the words from `begin` are a clause and not a thing: by their pronoun, or by their verb."""
    tokens = state.tokens
    if is_pronoun(tokens.words[begin]):
        return True
    if frame.word.lemma == "say" and stop - begin > 3 and tokens.words[begin] not in NO_CLAUSES:
        return True
    return any(is_verb(tokens, index) for index in range(begin + 1, min(stop, begin + VERB_REACH)))


def is_pronoun(word: str) -> bool:
    """Whether a word is a pronoun in the nominative, its verb perhaps drawn into it ("he'd")."""
    return word in PRONOUNS or ("'" in word and word[: word.index("'")] in PRONOUNS)


def complementizer(state: State, frame: Frame, start: int, ceiling: int) -> int | None:
    """The *that* or question word that opens the content, past an addressee or a circumstance; not the *that* of a
    relative clause ("said he lives in a town that floods"), nor one that is the subject ("said that was wrong")."""
    words = state.tokens.words
    for index in range(start, min(start + COMPLEMENTIZER_REACH, ceiling - 1)):
        if words[index] == "that":
            subject = words[index + 1] in AUXILIARIES if index == start else is_verb(state.tokens, index + 1)
            return None if subject else index
        if words[index] in QUESTIONS:
            asks = frame.word.stance == "asks" or words[index] not in PLACES_AND_TIMES
            return index if asks and index <= start + 1 else None
        if bars_conjunction(state, index, start):
            return None
    return None


def bars_conjunction(state: State, index: int, start: int) -> bool:
    """Whether a *that* beyond this token would belong to something else: a mark, another cue, a clause of its own."""
    word = state.tokens.words[index]
    if state.tokens.quoted[index] >= 0 or word in (".", ";", ":") or is_pronoun(word):
        return True
    other_cue = word in CUES and not CUES[word].finite
    return other_cue or (index > start and is_verb(state.tokens, index))


def promise_start(state: State, frame: Frame, start: int, ceiling: int) -> int | None:
    """Where "promised *to close the bridge*" begins, past whom the promise or the order was given to."""
    words = state.tokens.words
    if frame.word.lemma not in PROMISING or start >= ceiling:
        return None
    index = after_addressee(state, frame, start, ceiling) or start
    while index < ceiling and (words[index] in AFTERWARDS or words[index] in TIMES):
        index += 1
    if index + 1 < ceiling and (words[index] == "to" or (words[index] == "not" and words[index + 1] == "to")):
        return index
    return None


def after_addressee(state: State, frame: Frame, start: int, ceiling: int) -> int | None:
    """The token after those who were told, or None if nobody is named."""
    if frame.word.lemma not in TOLD or start >= ceiling:
        return None
    if state.tokens.words[start] in OBJECT_PRONOUNS:
        return start + 1
    addressee = phrase_starting(state.tokens, start, ceiling)
    return addressee[1] + 1 if addressee else None


def bare_start(state: State, frame: Frame, start: int, ceiling: int) -> int | None:
    """Where a clause without *that* begins: after the addressee of *told*, and after a day or a place."""
    tokens = state.tokens
    words = tokens.words
    index: int | None = start
    if frame.word.lemma == "tell":
        index = after_addressee(state, frame, start, ceiling)
    while index is not None and index < ceiling and words[index] in AFTERWARDS:
        index += 1
    if index is None or index >= ceiling:
        return None
    if frame.word.group == "that" or words[frame.cue] in AMBIGUOUS:
        return index if is_pronoun(words[index]) or opens_clause(state, index, ceiling) else None
    if opens_circumstance(words, index) or words[index].endswith("ly"):
        return pronoun_start(state, index, ceiling)
    if tokens.quoted[index] >= 0 or not words[index][0].isalnum() or words[index] in CONJUNCTIONS:
        return None
    number = words[min(index + 1, ceiling - 1)]
    if words[index] == "about" and (number in NUMERALS | {"half"} or number[0].isdigit()):
        return index
    return None if words[index] in ("of", "to", "for", "with", "as", "about", "against", "up", "out", "by") else index


def opens_clause(state: State, index: int, ceiling: int) -> bool:
    """Whether a subject begins at `index` and its verb follows at once."""
    subject = phrase_starting(state.tokens, index, ceiling)
    return subject is not None and is_finite(state, subject[1] + 1)


def opens_circumstance(words: list[str], index: int) -> bool:
    """Whether a phrase of time, place or manner begins at `index`; *this* and *last* begin one only before a span of
    time ("said this week", but "said this was")."""
    if words[index] in ("this", "last"):
        return index + 1 < len(words) and words[index + 1] in SPANS_OF_TIME
    return words[index] in CIRCUMSTANCE or words[index].endswith("day")


def pronoun_start(state: State, start: int, ceiling: int) -> int | None:
    """The first pronoun that has a verb right after it, close behind: "said on Monday *he would* stay"."""
    tokens = state.tokens
    for index in range(start, min(start + 10, ceiling - 1)):
        if tokens.quoted[index] >= 0 or tokens.words[index] in (",", ".", ":", "who", "that"):
            return None
        if is_pronoun(tokens.words[index]):
            return index
    return None
