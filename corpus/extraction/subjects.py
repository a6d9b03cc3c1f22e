"""Whose verb it is, looking left: the subject before a verb, past what stands between the two."""

from __future__ import annotations

from corpus.extraction.kinds import DASHES, Phrase, is_agent, is_manner, is_name, is_noun_like, is_verb
from corpus.extraction.lexicons import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NUMERALS,
    PREPOSITIONS,
    PRONOUNS,
    SHARES,
    SUBORDINATORS,
    TIMES,
)
from corpus.extraction.mentions import phrase_ending, phrase_starting
from corpus.extraction.tokens import Tokens

VEHICLES = frozenset(["statement", "interview", "tweet", "speech", "letter", "email"])
PERIODS = frozenset(["week", "month", "year", "morning", "afternoon", "evening", "night", "weekend", "summer", "fall"])
NEAR = frozenset(["this", "last", "that"])
PARTICIPLES = frozenset(["born", "bred", "told", "shown", "seen", "given", "known", "led", "held", "asked"])
AFTER_PARTICIPLES = PREPOSITIONS - {"of"}
LONGEST_GIVEN = 5
"""Letters of given names that end like participles: *Fred*, *Jared*."""
CLAUSE_BREAKS = frozenset([",", ";", ":", "(", ")", "that", "whether", "because", "but"]) | DASHES


def subject_before(tokens: Tokens, verb: int, floor: int) -> Phrase | None:
    """The subject that stands before the verb chain ending at `verb`: past adverbs, auxiliaries and what stands
    between commas, dashes or brackets."""
    last = verb - 1
    while last >= floor and tokens.quoted[last] < 0 and is_skipped(tokens, last):
        last -= 2 if tokens.words[last] in PERIODS else 1
    if last < floor or tokens.quoted[last] >= 0:
        return None
    word = tokens.words[last]
    if word.split("'")[0] in PRONOUNS or is_relative(tokens, last, floor):
        return last, last
    if word in (",", ")", "]") or word in DASHES:
        return subject_before_parenthesis(tokens, last, floor)
    if word[0].isdigit() or word in ("percent", "%", "half", "majority"):
        return share_ending(tokens, last, floor)
    return phrase_before(tokens, last, floor)


def is_relative(tokens: Tokens, index: int, floor: int) -> bool:
    """Whether *that* or *which* stands for the noun before it: "a message that said", "the board, which said"."""
    related = tokens.words[index] in ("that", "which") and index > floor and tokens.quoted[index - 1] < 0
    after_comma = tokens.words[index] == "which" and tokens.words[index - 1] == "," and index - 2 >= floor
    return related and is_noun_like(tokens, index - 2 if after_comma else index - 1)


def phrase_before(tokens: Tokens, last: int, floor: int) -> Phrase | None:
    """The subject whose clause has the token `last` right before its verb: the phrase that ends there, or the one
    that this phrase hangs on."""
    words = tokens.words
    phrase = phrase_ending(tokens, last, floor)
    if phrase is None:
        return clause_opening(tokens, last + 1, floor)
    preposition = phrase[0] - 1
    if preposition == floor and words[preposition] in ("in", "at", "during") and words[phrase[1]] in VEHICLES:
        return None
    if preposition > floor and words[preposition] in PREPOSITIONS:
        if words[preposition - 1] in AUXILIARIES:
            return subject_before(tokens, preposition, floor)
        if words[preposition] == "in" and words[last] in VEHICLES:
            return None
    if hangs_on(tokens, phrase[0], floor) and (subject := clause_opening(tokens, phrase[0], floor)):
        return subject
    return with_office(tokens, phrase, floor)


def hangs_on(tokens: Tokens, first: int, floor: int) -> bool:
    """Whether a phrase that begins at `first` is the object of a preposition, of a gerund ("accused of robbing *a
    bank*") or of a verb that follows *who*."""
    before = first - 1
    if before <= floor or tokens.quoted[before] >= 0:
        return False
    gerund = tokens.words[before].endswith("ing") and tokens.words[before - 1] in PREPOSITIONS
    if gerund and not tokens.capital(before):
        return True
    if is_verb(tokens, before) and not {"who", "which"}.isdisjoint(tokens.words[max(floor, before - 3) : before]):
        return True
    if tokens.words[before] in PREPOSITIONS and tokens.words[before] not in SUBORDINATORS:
        return tokens.words[before - 1] not in (",", ";", ":") and tokens.quoted[before - 1] < 0
    return False


def clause_opening(tokens: Tokens, stop: int, floor: int) -> Phrase | None:
    """The phrase that opens the clause before `stop`, if a preposition, *who* or a participle hangs more on it:
    "a man speaking to the board said"."""
    words = tokens.words
    begin = floor
    for index in range(stop - 1, floor - 1, -1):
        if tokens.quoted[index] >= 0 or words[index] in CLAUSE_BREAKS:
            begin = index + 1
            break
    while begin < stop and (words[begin] in CONJUNCTIONS or words[begin] in SUBORDINATORS):
        begin += 1
    phrase = phrase_starting(tokens, begin, stop)
    if phrase is None or phrase[1] + 1 >= stop:
        return None
    following = next((word for word in words[phrase[1] + 1 : stop] if word not in ADVERBS), "")
    hanging = following in PREPOSITIONS or following in ("who", "that", "which") or following.endswith(("ing", "ed"))
    return phrase if hanging else None


def share_ending(tokens: Tokens, last: int, floor: int) -> Phrase:
    """A share of people that speaks: "About 9 percent said", "six in 10 say"."""
    first = last
    while first - 1 >= floor and tokens.quoted[first - 1] < 0:
        word = tokens.words[first - 1]
        if not (word[0].isdigit() or word in NUMERALS or word in SHARES):
            break
        first -= 1
    return first, last


def with_office(tokens: Tokens, phrase: Phrase | None, floor: int) -> Phrase | None:
    """A name together with the office set before it by a comma: "the head of the harbour board, Ann Lee"."""
    if phrase is None or not is_name(tokens, phrase[0]) or phrase[0] - 2 < floor or tokens.words[phrase[0] - 1] != ",":
        return phrase
    office = phrase_ending(tokens, phrase[0] - 2, floor)
    if office is None or tokens.words[office[0]] not in ("the", "a", "an") or not is_agent(tokens.words[office[0] + 1]):
        return phrase
    starts_clause = office[0] - 1 < floor or tokens.words[office[0] - 1] == ","
    return (office[0], phrase[1]) if starts_clause else phrase


def is_skipped(tokens: Tokens, index: int) -> bool:
    """Whether a word can stand between a subject and its verb."""
    word = tokens.words[index]
    if word == "will" and tokens.capital(index):
        return False
    if word in PERIODS:
        return tokens.words[index - 1] in NEAR
    return word in AUXILIARIES or word in ADVERBS or (is_manner(word) and len(word) > 4 and not tokens.capital(index))


def antecedent(tokens: Tokens, who: int, floor: int) -> Phrase | None:
    """The phrase that *who* refers to, just before it or before its comma."""
    last = who - 1
    if last >= floor and tokens.words[last] == ",":
        last -= 1
    return phrase_ending(tokens, last, floor)


def subject_before_parenthesis(tokens: Tokens, close: int, floor: int) -> Phrase | None:
    """The phrase before what the mark at `close` sets apart: "Lee, the mayor of Eln, said", "Lee (R-Ohio) said"."""
    words = tokens.words
    if words[close] == "," and words[close - 1] == ")":
        close -= 1
    opening = {")": ("(",), "]": ("[",), ",": (",",)}.get(words[close], tuple(DASHES))
    index = close - 1
    tries = 0
    nearest: Phrase | None = None
    while index > floor and tries < 4:
        if tokens.quoted[index] < 0 and words[index] in opening:
            tries += 1
            while index > floor and words[index - 1] == ")" and "(" in words[floor:index]:
                index = last_index(words, "(", floor, index)
            if phrase := phrase_ending(tokens, index - 1, floor):
                if is_bare_name(tokens, index + 1, close - 1) and words[phrase[0]] in DETERMINERS:
                    return phrase[0], close - 1
                if phrase[0] == floor:
                    return nearest if nearest and is_said_of_another(tokens, phrase, nearest) else phrase
                if nearest is None and is_subject_place(tokens, phrase[0], floor):
                    nearest = phrase
            elif nearest is None and words[index - 1] in PRONOUNS:
                return index - 1, index - 1
        index -= 1
    return nearest


def is_said_of_another(tokens: Tokens, opening: Phrase, nearest: Phrase) -> bool:
    """Whether what opens the sentence has a verb of its own before the name nearest to the cue: "*The pier* is safe,
    *Ann Lee*, a diver, said"."""
    described = tokens.words[nearest[1] + 1] == "," and tokens.words[nearest[1] + 2] in ("a", "an", "the", "who")
    if not described or nearest[0] == nearest[1] or not is_name(tokens, nearest[1]) or is_name(tokens, opening[1]):
        return False
    after = opening[1] + 1
    related = tokens.words[after] == "," and tokens.words[after + 1] in SUBORDINATORS
    return not related and any(
        tokens.quoted[index] < 0 and is_verb(tokens, index) for index in range(after, nearest[0])
    )


def is_bare_name(tokens: Tokens, first: int, last: int) -> bool:
    """Whether what is set apart is the name itself: "the head of the board, Ann Lee, said"."""
    return first <= last and all(is_name(tokens, index) for index in range(first, last + 1))


def last_index(words: list[str], mark: str, floor: int, stop: int) -> int:
    """The last place of `mark` between two tokens, or `floor`."""
    return next((index for index in range(stop - 1, floor, -1) if words[index] == mark), floor)


def is_subject_place(tokens: Tokens, first: int, floor: int) -> bool:
    """Whether a phrase that begins at `first` can be the subject of what follows: it begins its clause."""
    before = first - 1
    if before < floor or tokens.quoted[before] >= 0:
        return True
    return (
        tokens.words[before] in (",", ";", ":", ".", "(")
        or tokens.words[before] in SUBORDINATORS
        or tokens.words[before] in CONJUNCTIONS
        or tokens.words[before] in ADVERBS
        or tokens.words[before] in DASHES
    )


def clause_subject(tokens: Tokens, index: int, floor: int) -> Phrase | None:
    """The subject of the sentence from `floor` up to `index`: the first one that opens a main clause and has a finite
    verb, else the first of any finite verb."""
    words = tokens.words
    begin = floor
    opens_below = any(word in SUBORDINATORS for word in words[begin : min(begin + 2, index)])
    if (opens_below or opens_with_participle(tokens, begin, index)) and "," in words[begin:index]:
        begin = words.index(",", begin, index) + 1
    found: Phrase | None = None
    for verb in range(begin, index):
        if tokens.quoted[verb] < 0 and is_verb(tokens, verb):
            subject = subject_before(tokens, verb, begin)
            if subject and words[subject[0]] not in ("who", "which", "that"):
                if opens_main_clause(tokens, subject[0], begin):
                    return subject
                found = found or subject
    return found


def opens_with_participle(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a sentence opens with what its subject did or suffered: "*Born in* Eln, Lee", "*Questioned by* the board,
    she"."""
    if first + 1 >= stop or tokens.quoted[first] >= 0:
        return False
    word = tokens.words[first]
    participle = word in PARTICIPLES or (len(word) > LONGEST_GIVEN and word.endswith(("ed", "ing")))
    following = tokens.words[first + 1]
    return participle and (following in AFTER_PARTICIPLES or (word == "asked" and following in SUBORDINATORS))


def opens_main_clause(tokens: Tokens, first: int, floor: int) -> bool:
    """Whether a subject that begins at `first` stands where that of a main clause does: first in the sentence, or
    after what is set off before it."""
    before = first - 1
    return before < floor or tokens.words[before] in (",", ";", ":", *DASHES, *TIMES)
