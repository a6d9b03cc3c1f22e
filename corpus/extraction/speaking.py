"""The speaker of each kind of cue: finite ("Lee said"), inverted ("said Lee"), participle ("Lee rose, saying") and
infinitive ("Lee went on to say").
"""

from __future__ import annotations

from corpus.extraction.frames import Frame
from corpus.extraction.kinds import DASHES, Phrase, is_agent, is_name, is_verb
from corpus.extraction.lexicons import (
    ADVERBS,
    CAUSATIVES,
    CONJUNCTIONS,
    CUES,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    SURFACES,
)
from corpus.extraction.mentions import phrase_ending, phrase_starting
from corpus.extraction.subjects import clause_subject, subject_before
from corpus.extraction.tokens import Tokens
from corpus.extraction.verbs import chain_start

CLAUSES_OF_TIME = frozenset(["as", "when", "while", "after", "before", "where", "because"])


def phrase_after_verb(tokens: Tokens, cue: int, chain: int, floor: int, ceiling: int) -> Phrase | None:
    """The subject after an inverted verb: the verb opens its clause, right after quoted words or a comma."""
    words = tokens.words
    if chain != cue or cue + 1 >= ceiling:
        return None
    directly = cue == floor or tokens.quoted[cue - 1] >= 0
    if not (directly or words[cue - 1] in (",", ":") or words[cue - 1] in DASHES):
        return None
    phrase = phrase_starting(tokens, cue + 1, ceiling)
    if phrase is None:
        return None
    after = phrase[1] + 1
    if says_more(tokens, after, ceiling):
        return None
    return phrase if directly or closes_a_report(tokens, cue, phrase, floor, ceiling) else None


def closes_a_report(tokens: Tokens, cue: int, phrase: Phrase, floor: int, ceiling: int) -> bool:
    """Whether ", said Lee" ends what it reports, and is not the verb of a subject before the comma ("Lee, who was
    tired, said the bridge was open"): a clause stands before it, and nothing but a circumstance follows."""
    words = tokens.words
    if words[phrase[0]] in PRONOUNS:
        return False
    subject = subject_before(tokens, cue, floor)
    if subject is None:
        return True
    after = phrase[1] + 1
    bounded = (
        after >= ceiling
        or (tokens.quoted[after] < 0 and not words[after][0].isalnum())
        or words[after] in PREPOSITIONS
        or words[after] == "who"
    )
    return bounded and any(tokens.quoted[index] >= 0 or is_verb(tokens, index) for index in range(floor, subject[0]))


def says_more(tokens: Tokens, after: int, ceiling: int) -> bool:
    """Whether the phrase that ends before `after` is the subject of what was said, and not who said it: a verb that is
    no cue follows, past its adverbs, or a clause without *that* ("said one pier *he* mended")."""
    words = tokens.words
    pronoun = words[after - 1] in PRONOUNS
    if pronoun and after < ceiling and words[after][0].isalnum() and words[after] not in PREPOSITIONS:
        return tokens.quoted[after] < 0
    verb = after
    while verb < ceiling and (words[verb] in ADVERBS or words[verb].endswith("ly")):
        verb += 1
    if verb >= ceiling or tokens.quoted[verb] >= 0:
        return False
    return (is_verb(tokens, verb) and words[verb] not in CUES) or words[after] in PRONOUNS - {"who"}


def participle_subject(tokens: Tokens, cue: int, floor: int, before: list[Frame]) -> tuple[Phrase | None, bool]:
    """Whose *saying* it is: the object's after *for* or *of*, that of a phrase just before it, else the sentence's."""
    words = tokens.words
    start = chain_start(tokens, cue, floor)
    if start > floor and words[start - 1] in ("for", "of"):
        whose = phrase_ending(tokens, start - 2, floor)
        if whose and (is_name(tokens, whose[1]) or is_agent(words[whose[1]])):
            return whose, True
        return clause_subject(tokens, cue, floor), True
    if start > floor and (own := own_subject(tokens, start, floor, before)):
        return own, False
    if before and words[start - 1] == "," and before[-1].last == start - 2 and before[-1].mention:
        return before[-1].mention, True
    return inherited_subject(tokens, cue, floor, before), True


def own_subject(tokens: Tokens, start: int, floor: int, before: list[Frame]) -> Phrase | None:
    """Whose participle begins at `start`, if that stands just before it: a sign's ("a sign *saying*"), a name's ("with
    Lee *saying*"), that of somebody quoted ("quoted Lee as *saying*")."""
    words = tokens.words
    if words[start - 1] == "as":
        return quoted_person(tokens, start - 1, before)
    if words[start - 1] in (",", "and", "but", "or"):
        return None
    phrase = phrase_ending(tokens, start - 1, floor)
    if phrase is None or words[phrase[1]] in SURFACES:
        return phrase
    preposition = words[phrase[0] - 1] if phrase[0] > floor else ""
    named = preposition not in PREPOSITIONS and is_name(tokens, phrase[1])
    return phrase if named or preposition == "with" else None


def quoted_person(tokens: Tokens, stop: int, before: list[Frame]) -> Phrase | None:
    """Whom the last *quoted* before `stop` has for its object, right up to there."""
    cue = next((frame.cue for frame in reversed(before) if frame.word.lemma == "quote" and not frame.passive), None)
    if cue is None:
        return None
    if cue + 2 == stop and tokens.words[cue + 1] in OBJECT_PRONOUNS:
        return cue + 1, cue + 1
    whom = phrase_starting(tokens, cue + 1, stop)
    return whom if whom and whom[1] + 1 == stop else None


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
        spoken = tokens.quoted[verb] < 0 and is_verb(tokens, verb)
        if spoken and (subject := subject_before(tokens, verb, floor)):
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
    """The subject of the first cue of the sentence, else of its first verb; that of a later clause, if this is an *it*
    which stands for nobody ("It was a hard year, as *Lee* admitted, adding …")."""
    words = tokens.words
    main = [frame for frame in before if frame.mention and not frame.passive and not frame.inherited]
    first = next((frame.mention for frame in main if not is_closed(tokens, frame, floor, cue)), None)
    opening = floor + (words[floor] in SUBORDINATORS and words[floor + 1] in PRONOUNS)
    subject = first or clause_subject(tokens, cue, floor) or phrase_starting(tokens, opening, cue)
    if subject and tokens.words[subject[0]] == "it":
        return subordinate_subject(tokens, cue, floor) or subject
    return subject


def subordinate_subject(tokens: Tokens, cue: int, floor: int) -> Phrase | None:
    """The subject of the last clause of time or reason before a cue."""
    for index in range(cue - 2, floor, -1):
        if tokens.quoted[index] < 0 and tokens.words[index] in CLAUSES_OF_TIME:
            return phrase_starting(tokens, index + 1, cue)
    return None


def is_closed(tokens: Tokens, frame: Frame, floor: int, cue: int) -> bool:
    """Whether a frame stands in a clause of time or condition, whose subject is not the sentence's, or in one with
    *who* that has come to its end: "Lee, who said no, *issued* a statement, adding …"."""
    words = tokens.words
    if frame.mention and words[frame.mention[0]] in ("who", "which", "that"):
        return any(words[index] == "," and is_verb(tokens, index + 1) for index in range(frame.cue, cue - 1))
    before = frame.first - 1
    return before >= floor and tokens.words[before] in SUBORDINATORS and tokens.words[before] != "that"
