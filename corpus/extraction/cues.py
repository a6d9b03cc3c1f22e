"""Cues and the frames around them: which verb reports speech, and whose it is.

A frame is a cue with the mention of its speaker. The subject stands before the verb ("Lee said"), after it ("said
Lee"), or is that of an earlier verb of the sentence ("Lee rose and said", "..., adding that").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.extraction.lexicons import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    CUES,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    CueWord,
)
from corpus.extraction.mentions import (
    DASHES,
    FUNCTION,
    Phrase,
    clause_subject,
    is_agent,
    is_name,
    is_skipped,
    is_verb,
    phrase_ending,
    phrase_starting,
    subject_before,
)
from corpus.extraction.tokens import Tokens

ACCORDING = CueWord("according", "clause", "asserts", True, False)
BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "isn't", "wasn't", "aren't", "weren't"])
HAVE = frozenset(["has", "have", "had", "hasn't", "haven't", "hadn't", "having", "'ve"])
NEGATIONS = frozenset(
    [
        "not",
        "never",
        "n't",
        "nor",
        "neither",
        "without",
        "didn't",
        "doesn't",
        "don't",
        "wouldn't",
        "won't",
        "couldn't",
        "can't",
        "cannot",
        "hasn't",
        "haven't",
        "hadn't",
        "isn't",
        "wasn't",
    ]
)
REFUSALS = frozenset(
    ["declined", "declines", "declining", "refused", "refuses", "refusing", "failed", "fails", "failing"]
)
PLURAL_NOUNS = frozenset(
    [
        "talks",
        "calls",
        "claims",
        "reports",
        "reads",
        "shows",
        "notes",
        "posts",
        "texts",
        "comments",
        "questions",
        "demands",
        "attacks",
        "states",
        "rules",
        "details",
        "fears",
        "hopes",
        "wants",
        "signals",
        "charges",
        "cries",
        "offers",
        "complaints",
        "quotes",
        "answers",
        "objects",
        "reasons",
        "tweets",
        "boasts",
        "jokes",
        "promises",
        "pledges",
        "vows",
        "estimates",
        "forecasts",
        "closes",
        "snaps",
        "blasts",
        "blames",
        "casts",
        "faults",
        "frames",
        "brands",
        "labels",
        "terms",
        "insults",
        "protests",
        "threatens",
        "worries",
        "responds",
    ]
)
PARTICLES = {
    "go": ("on",),
    "put": ("it",),
    "shoot": ("back",),
    "fire": ("back", "off"),
    "point": ("out",),
    "blurt": ("out",),
    "make": ("clear",),
}
SURFACES = frozenset(
    [
        "sign",
        "signs",
        "banner",
        "banners",
        "poster",
        "posters",
        "placard",
        "placards",
        "headline",
        "headlines",
        "shirt",
        "shirts",
        "t-shirt",
        "t-shirts",
        "cover",
        "caption",
        "sticker",
        "stickers",
        "hat",
        "hats",
        "plaque",
        "billboard",
        "flag",
        "flags",
    ]
)
MOST_FRAMES = 40
"""Frames read in one sentence: no sentence people write has more."""
HEADLINE_VERBS = frozenset(["says", "say", "said", "tells", "warns", "insists", "denies", "admits"])
CAUSATIVES = frozenset(
    [
        "leading",
        "led",
        "leads",
        "prompting",
        "prompted",
        "prompts",
        "causing",
        "caused",
        "causes",
        "getting",
        "got",
        "gets",
        "forcing",
        "forced",
        "forces",
        "pushing",
        "pushed",
        "inspiring",
        "inspired",
        "leaving",
        "left",
    ]
)
NOUNS = frozenset(form[:-1] for form in PLURAL_NOUNS) | frozenset(["blast", "press", "reply", "tell"]) - {"tell"}


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue and its speaker in one sentence. `first` and `last` are the tokens the frame spans; `cue` is its verb."""

    word: CueWord
    cue: int
    cue_last: int
    mention: Phrase | None
    inverted: bool = False
    inherited: bool = False
    negated: bool = False
    passive: bool = False

    @property
    def first(self) -> int:
        return min(self.cue, self.mention[0]) if self.mention and not self.inherited else self.cue

    @property
    def last(self) -> int:
        return max(self.cue_last, self.mention[1]) if self.mention and not self.inherited else self.cue_last


def find_frames(tokens: Tokens, sentences: Sequence[tuple[int, int]]) -> list[list[Frame]]:
    """The frames of each sentence (given as half-open token ranges), in order."""
    words, quoted = tokens.words, tokens.quoted
    cues = [index for index, word in enumerate(words) if (word in CUES and quoted[index] < 0) or word == "according"]
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
    """The frame of the cue at token `cue`, or None if the word is no verb there."""
    words = tokens.words
    if words[cue] == "according":
        return according_frame(tokens, cue, ceiling)
    word = CUES[words[cue]]
    if word.lemma in PARTICLES and (cue + 1 >= ceiling or words[cue + 1] not in PARTICLES[word.lemma]):
        return None
    if is_noun_here(tokens, cue, floor, word):
        return None
    chain = chain_start(tokens, cue, floor)
    helpers = words[chain:cue]
    negated = any(helper in NEGATIONS or helper.endswith("n't") for helper in helpers) or is_refused(
        tokens, chain, floor
    )
    be = any(helper in BE or helper.endswith(("'s", "'re", "'m")) for helper in helpers)
    if be and word.finite and word.lemma != words[cue]:
        return passive_frame(tokens, cue, ceiling, word)
    if not word.finite and not be:
        mention, inherited = participle_subject(tokens, cue, floor, before)
        if mention is None and chain == floor:
            mention, inherited = subject_to_come(tokens, cue, ceiling), True
    elif chain > floor and words[chain - 1] == "to":
        mention, inherited = infinitive_subject(tokens, chain - 1, floor, before), True
    else:
        follows_words = cue > floor and tokens.quoted[cue - 1] >= 0 and word.group in ("clause", "that", "words")
        inverts = word.inverts or follows_words
        right = phrase_after_verb(tokens, cue, chain, floor, ceiling) if inverts else None
        if right:
            return Frame(word, cue, cue, right, inverted=True, negated=negated)
        mention, inherited = finite_subject(tokens, cue, chain, floor, before)
    return Frame(word, cue, cue, mention, inherited=inherited, negated=negated)


def is_noun_here(tokens: Tokens, cue: int, floor: int, word: CueWord) -> bool:
    """Whether a form that can also be a noun or adjective is one here: "his claims", "the reported deal"."""
    words = tokens.words
    form = words[cue]
    if cue > floor and tokens.capital(cue) and tokens.quoted[cue - 1] < 0 and words[cue - 1] not in (":", "|"):
        return not (form in HEADLINE_VERBS and is_name(tokens, cue - 1))
    if cue == floor or tokens.quoted[cue - 1] >= 0:
        return form == word.lemma
    before = words[cue - 1]
    if before in DETERMINERS and before not in (
        "others",
        "some",
        "many",
        "all",
        "several",
        "most",
        "both",
        "few",
        "one",
        "this",
        "that",
        "those",
        "these",
        "two",
        "three",
        "others",
        "another",
    ):
        return True
    if (
        before.endswith(("'s", "s'"))
        and form != "saying"
        and not before.startswith(("he'", "she'", "it'", "who'", "that'"))
    ):
        return True
    if form in PLURAL_NOUNS and not follows_quotation(tokens, cue) and not reads_as_verb(tokens, cue):
        return True
    if word.group == "naming" and is_reduced(tokens, cue):
        return True
    if before in PREPOSITIONS and word.finite:
        return before != "to" or form != word.lemma
    if form == word.lemma and form in NOUNS:
        return not (
            before in AUXILIARIES
            or before in ADVERBS
            or before in ("to", "i", "we", "you", "they", "who", "and", "or", "please")
            or before.endswith("s")
            or before
            in (
                "people",
                "some",
                "many",
                "others",
                "men",
                "women",
                "police",
                "two",
                "three",
                "both",
                "few",
                "several",
                "most",
                "all",
                "nobody",
                "everyone",
            )
        )
    return False


def reads_as_verb(tokens: Tokens, cue: int) -> bool:
    """Whether *talks*, *claims*, *reports* … is a verb: a pronoun or name before it, or its content right after it."""
    words = tokens.words
    before = cue - 1
    after = words[cue + 1] if cue + 1 < len(tokens) else ""
    if words[before] in ("he", "she", "it", "who", ",", "and", "also", "now") or words[before] in ADVERBS:
        return True
    if after in ("that", ":", ",", "in", "it", "he", "she") or tokens.quoted[min(cue + 1, len(tokens) - 1)] >= 0:
        if not is_name(tokens, before) and not is_agent(words[before]):
            return False
        return after != "," or tokens.quoted[min(cue + 2, len(tokens) - 1)] >= 0
    return is_name(tokens, before) and after not in PREPOSITIONS and not words[before].endswith("'s")


def follows_quotation(tokens: Tokens, cue: int) -> bool:
    """Whether a short phrase and the verb close a quotation: “…,” a notice on the door reads."""
    return any(tokens.quoted[index] >= 0 for index in range(max(0, cue - 8), cue)) and not any(
        tokens.words[index] in (",", ".") for index in range(max(0, cue - 8), cue) if tokens.quoted[index] < 0
    )


def is_reduced(tokens: Tokens, cue: int) -> bool:
    """Whether a form in -ed is a participle after its noun: "a book called “Tides”", "the plan described as"."""
    words = tokens.words
    if not words[cue].endswith("ed") or cue + 1 >= len(tokens):
        return False
    before = words[cue - 1]
    common = (
        before[0].isalpha() and not tokens.capital(cue - 1) and before not in FUNCTION and not before.endswith("ly")
    )
    return common and (tokens.quoted[cue + 1] >= 0 or words[cue + 1] in ("as", "by"))


def chain_start(tokens: Tokens, cue: int, floor: int) -> int:
    """The first token of the auxiliaries and adverbs that end in the verb at `cue`."""
    start = cue
    while start > floor and tokens.quoted[start - 1] < 0 and is_skipped(tokens, start - 1):
        start -= 1
    return start


def is_refused(tokens: Tokens, chain: int, floor: int) -> bool:
    """Whether the saying was declined: "declined to say"."""
    return chain - 2 >= floor and tokens.words[chain - 1] == "to" and tokens.words[chain - 2] in REFUSALS


def according_frame(tokens: Tokens, cue: int, ceiling: int) -> Frame | None:
    if cue + 2 >= ceiling or tokens.words[cue + 1] != "to":
        return None
    mention = phrase_starting(tokens, cue + 2, ceiling)
    return Frame(ACCORDING, cue, cue + 1, mention, inverted=True) if mention else None


def passive_frame(tokens: Tokens, cue: int, ceiling: int, word: CueWord) -> Frame:
    """ "was described by Lee as": the agent after *by*, if one is named close by."""
    for by in range(cue + 1, min(cue + 8, ceiling - 1)):
        if tokens.words[by] == "by" and tokens.quoted[by] < 0:
            return Frame(word, cue, cue, phrase_starting(tokens, by + 1, ceiling), inherited=True, passive=True)
    return Frame(word, cue, cue, None, passive=True)


def phrase_after_verb(tokens: Tokens, cue: int, chain: int, floor: int, ceiling: int) -> Phrase | None:
    """The subject after an inverted verb: the verb opens its clause, and a boundary follows the phrase."""
    words = tokens.words
    if chain != cue or cue + 1 >= ceiling:
        return None
    opens = cue == floor or tokens.quoted[cue - 1] >= 0 or words[cue - 1] in (",", ":") or words[cue - 1] in DASHES
    if not opens:
        return None
    phrase = phrase_starting(tokens, cue + 1, ceiling)
    if phrase is None:
        return None
    after = phrase[1] + 1
    if after < ceiling and tokens.quoted[after] < 0 and is_verb(tokens, after) and words[after] not in CUES:
        return None
    directly = cue > floor and tokens.quoted[cue - 1] >= 0
    if not directly and cue > floor:
        left = subject_before(tokens, cue, floor)
        if (
            left
            and not any(is_verb(tokens, index) for index in range(left[1] + 1, cue - 1))
            and tokens.quoted[max(floor, left[0] - 1)] < 0
        ):
            bounded = (
                after >= ceiling
                or tokens.quoted[after] >= 0
                or not words[after][0].isalnum()
                or words[after] in PREPOSITIONS
                or words[after] == "who"
            )
            has_clause = any(is_verb(tokens, index) for index in range(floor, left[0]))
            return phrase if bounded and has_clause else None
    return phrase


def participle_subject(tokens: Tokens, cue: int, floor: int, before: list[Frame]) -> tuple[Phrase | None, bool]:
    """Whose *saying* it is: the object's after *for* or *of*, a sign's, a name's just before it ("with Lee saying"),
    else the sentence's."""
    words = tokens.words
    start = chain_start(tokens, cue, floor)
    if start > floor and words[start - 1] in ("for", "of"):
        whose = phrase_ending(tokens, start - 2, floor)
        if whose and (is_name(tokens, whose[1]) or is_agent(words[whose[1]])):
            return whose, True
        return clause_subject(tokens, cue, floor), True
    if start > floor and words[start - 1] not in (",", "and", "but", "or"):
        phrase = phrase_ending(tokens, start - 1, floor)
        before_phrase = words[phrase[0] - 1] if phrase and phrase[0] > floor else ""
        if phrase and words[phrase[1]] in SURFACES:
            return phrase, False
        if phrase and (before_phrase == "with" or (before_phrase not in PREPOSITIONS and is_name(tokens, phrase[1]))):
            return phrase, False
    return inherited_subject(tokens, cue, floor, before), True


def subject_to_come(tokens: Tokens, cue: int, ceiling: int) -> Phrase | None:
    """The subject after the comma that ends an opening phrase: "Calling it a mistake, Lee left"."""
    for comma in range(cue + 1, ceiling - 1):
        if tokens.quoted[comma + 1] >= 0 or (
            tokens.words[comma] != "," and (tokens.quoted[comma] < 0 or tokens.quoted[comma + 1] >= 0)
        ):
            continue
        phrase = phrase_starting(tokens, comma + 1, ceiling)
        if (
            phrase
            and phrase[1] + 1 < ceiling
            and (is_verb(tokens, phrase[1] + 1) or tokens.words[phrase[1] + 1] == ",")
        ):
            return phrase
    return None


def infinitive_subject(tokens: Tokens, to: int, floor: int, before: list[Frame]) -> Phrase | None:
    """The subject of the verb that *to say* depends on: "Lee went on to say"; or its object: "led Lee to say"."""
    whom = phrase_ending(tokens, to - 1, floor)
    if whom and whom[0] > floor and tokens.words[whom[0] - 1] in CAUSATIVES:
        return whom
    for verb in range(to - 1, max(floor, to - 7) - 1, -1):
        if tokens.quoted[verb] < 0 and is_verb(tokens, verb):
            if subject := subject_before(tokens, verb, floor):
                return subject
    return inherited_subject(tokens, to, floor, before)


def finite_subject(tokens: Tokens, cue: int, chain: int, floor: int, before: list[Frame]) -> tuple[Phrase | None, bool]:
    words = tokens.words
    if chain > floor and words[chain - 1] in CONJUNCTIONS:
        return inherited_subject(tokens, cue, floor, before), True
    if subject := subject_before(tokens, cue, floor):
        return subject, False
    return inherited_subject(tokens, cue, floor, before), True


def inherited_subject(tokens: Tokens, cue: int, floor: int, before: list[Frame]) -> Phrase | None:
    """The subject of the first cue of the sentence, else of its first verb."""
    for frame in before:
        if frame.mention and not frame.passive and not frame.inherited and not is_subordinate(tokens, frame, floor):
            return frame.mention
    return clause_subject(tokens, cue, floor) or phrase_starting(tokens, floor, cue)


def is_subordinate(tokens: Tokens, frame: Frame, floor: int) -> bool:
    """Whether a frame stands in a clause of time or condition, whose subject is not the sentence's."""
    before = frame.first - 1
    return before >= floor and tokens.words[before] in SUBORDINATORS and tokens.words[before] != "that"
