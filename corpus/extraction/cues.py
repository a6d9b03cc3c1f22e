"""Cues found and read: which words report speech, and the frame that each makes with its speaker."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.extraction.claims import claim_frame
from corpus.extraction.frames import Frame
from corpus.extraction.kinds import Phrase, is_noun_like
from corpus.extraction.lexicons import BE, CLAIMS, CUES, NEGATIONS, PREPOSITIONS, QUESTIONS, SUBORDINATORS, CueWord
from corpus.extraction.mentions import phrase_starting
from corpus.extraction.speaking import (
    finite_subject,
    infinitive_subject,
    participle_subject,
    phrase_after_verb,
    subject_to_come,
)
from corpus.extraction.tokens import Tokens
from corpus.extraction.verbs import chain_start, is_noun_here, is_refused

ACCORDING = CueWord("according", "clause", "asserts", True, False)
SIGNS = frozenset([*CUES, *CLAIMS, "according"])

WITH_PARTICLES = {
    "go": ("on",),
    "put": ("it",),
    "shoot": ("back",),
    "fire": ("back", "off"),
    "point": ("out",),
    "blurt": ("out",),
    "make": ("clear", "it"),
    "accept": ("that",),
}

PARTICLES = {form: WITH_PARTICLES[word.lemma] for form, word in CUES.items() if word.lemma in WITH_PARTICLES}
"""For each form of a verb that reports only with a particle those that it takes."""

MOST_FRAMES = 40
"""Frames read in one sentence: no sentence people write has more."""


def find_frames(tokens: Tokens, sentences: Sequence[tuple[int, int]]) -> list[list[Frame]]:
    """The frames of each sentence (given as half-open token ranges), in order."""
    words, quoted = tokens.words, tokens.quoted
    signs = tokens.among(SIGNS)
    cues = [index for index in signs if quoted[index] < 0 or words[index] == "according"]
    found: list[list[Frame]] = []
    position = 0
    for floor, ceiling in sentences:
        frames: list[Frame] = []
        while position < len(cues) and cues[position] < ceiling:
            if len(frames) < MOST_FRAMES and (frame := read_frame(tokens, cues[position], floor, ceiling, frames)):
                frames.append(frame)
            position += 1
        found.append(frames)
    return found


def read_frame(tokens: Tokens, cue: int, floor: int, ceiling: int, before: list[Frame]) -> Frame | None:
    """The frame of the cue at token `cue`, or None if the word reports nothing there."""
    form = tokens.words[cue]
    if form == "according":
        return according_frame(tokens, cue, ceiling)
    claim = claim_frame(tokens, cue, floor, ceiling) if form in CLAIMS else None
    if (
        claim
        or form not in CUES
        or lacks_particle(tokens, cue, ceiling)
        or is_capacity(tokens, cue, ceiling)
        or is_noun_here(tokens, cue, floor, CUES[form])
    ):
        return claim
    return verb_frame(tokens, cue, floor, ceiling, before)


def is_capacity(tokens: Tokens, cue: int, ceiling: int) -> bool:
    """Whether a participle between commas says for whom somebody speaks in court: "Ann Lee, *defending*, said"."""
    words, after = tokens.words, cue + 2
    between = words[cue - 1] == "," and words[cue + 1 : after] == [","] and after < ceiling
    return between and words[cue].endswith("ing") and CUES[words[cue]].group != "clause" and tokens.quoted[after] < 0


def lacks_particle(tokens: Tokens, cue: int, ceiling: int) -> bool:
    """Whether a verb that reports only with a particle ("went *on*", "made it *clear*") stands without it."""
    particles = PARTICLES.get(tokens.words[cue])
    if particles is None:
        return False
    after = tokens.words[cue + 1 : min(cue + 3, ceiling)]
    return not after or after[0] not in particles or (CUES[tokens.words[cue]].lemma == "make" and "clear" not in after)


def verb_frame(tokens: Tokens, cue: int, floor: int, ceiling: int, before: list[Frame]) -> Frame:
    """The frame of the verb at token `cue`."""
    words = tokens.words
    word = CUES[words[cue]]
    last = words.index("clear", cue) if word.lemma == "make" else cue
    chain = chain_start(tokens, cue, floor)
    helpers = words[chain:cue]
    negated = is_negated(helpers) or is_refused(tokens, chain, floor)
    if is_answered(tokens, cue, floor, ceiling):
        return Frame(word, cue, cue, None, passive=True)
    be = bool(helpers) and any(helper in BE or helper.endswith(("'s", "'re", "'m")) for helper in helpers)
    if be and word.finite and word.lemma != words[cue]:
        return passive_frame(tokens, cue, ceiling, word)
    if not word.finite and not be:
        mention, inherited = participle_subject(tokens, cue, floor, before)
        if mention is None and (chain == floor or opens_with(tokens, chain, floor)):
            mention, inherited = subject_to_come(tokens, cue, ceiling), True
    elif chain > floor and words[chain - 1] == "to":
        mention, inherited = infinitive_subject(tokens, chain - 1, floor, before), True
    else:
        follows_words = cue > floor and tokens.quoted[cue - 1] >= 0 and word.group in ("clause", "that", "words")
        inverts = word.inverts or follows_words
        right = phrase_after_verb(tokens, cue, chain, floor, ceiling) if inverts else None
        if right:
            return Frame(word, cue, last, right, inverted=True, negated=negated)
        mention, inherited = finite_subject(tokens, cue, chain, floor, before)
    return Frame(word, cue, last, mention, inherited=inherited, negated=negated)


def is_negated(helpers: list[str]) -> bool:
    return bool(helpers) and any(helper in NEGATIONS or helper.endswith("n't") for helper in helpers)


def opens_with(tokens: Tokens, chain: int, floor: int) -> bool:
    """Whether the sentence opens with a participle after a preposition: "After saying …, Lee left"."""
    return chain == floor + 1 and (tokens.words[floor] in PREPOSITIONS or tokens.words[floor] in SUBORDINATORS)


def is_answered(tokens: Tokens, cue: int, floor: int, ceiling: int) -> bool:
    """Whether somebody was asked, and by whom is not told: "Asked whether it was safe, Lee nodded"."""
    words = tokens.words
    if words[cue] != "asked" or cue + 1 >= ceiling or words[cue + 1] not in QUESTIONS | {"about", "by"}:
        return False
    return cue == floor or words[cue - 1] in (",", "when", "if", "once")


def according_frame(tokens: Tokens, cue: int, ceiling: int) -> Frame | None:
    if cue + 2 >= ceiling or tokens.words[cue + 1] != "to":
        return None
    mention = phrase_starting(tokens, cue + 2, ceiling) or bare_noun(tokens, cue + 2, ceiling)
    return Frame(ACCORDING, cue, cue + 1, mention, inverted=True) if mention else None


def bare_noun(tokens: Tokens, index: int, ceiling: int) -> Phrase | None:
    """A single common noun that a report is laid to: "according to *polling*"."""
    common = index < ceiling and tokens.quoted[index] < 0 and is_noun_like(tokens, index)
    return (index, index) if common else None


def passive_frame(tokens: Tokens, cue: int, ceiling: int, word: CueWord) -> Frame:
    """ "was described by Lee as": the agent after *by*, if one is named close by."""
    for by in range(cue + 1, min(cue + 8, ceiling - 1)):
        if tokens.words[by] == "by" and tokens.quoted[by] < 0:
            return Frame(word, cue, cue, phrase_starting(tokens, by + 1, ceiling), inherited=True, passive=True)
    return Frame(word, cue, cue, None, passive=True)
