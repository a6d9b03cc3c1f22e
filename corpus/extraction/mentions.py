"""Noun phrases that can name a speaker, read outwards from a cue.

No parser stands behind this: a phrase is walked token by token from the cue, leftwards for the subject before a verb
and rightwards for one after it, until something that no such phrase holds. Phrases are inclusive token ranges.
"""

from __future__ import annotations

import re

from corpus.extraction.lexicons import (
    ADVERBS,
    AUXILIARIES,
    BINDING,
    CONJUNCTIONS,
    CUES,
    DETERMINERS,
    IRREGULAR,
    MODIFIERS,
    OBJECT_PRONOUNS,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIMES,
    TITLES,
)
from corpus.extraction.tokens import Tokens

Phrase = tuple[int, int]

AGENT = re.compile(r"[a-z-]{3,}(?:[eo]rs?|ists?|ians?|m[ae]n|wom[ae]n|persons?|ees?|ants?|crats?)\Z")
NO_AGENTS = frozenset(
    [
        "after",
        "other",
        "another",
        "under",
        "over",
        "never",
        "however",
        "number",
        "matter",
        "order",
        "letter",
        "paper",
        "power",
        "either",
        "neither",
        "rather",
        "whether",
        "together",
        "september",
        "october",
        "november",
        "december",
        "water",
        "winter",
        "summer",
        "former",
        "later",
        "better",
        "greater",
        "her",
        "per",
        "than",
        "plan",
        "important",
        "significant",
        "relevant",
        "instant",
        "constant",
    ]
)
NUMERALS = frozenset(
    [
        "some",
        "many",
        "most",
        "several",
        "both",
        "all",
        "each",
        "few",
        "any",
        "another",
        "other",
        "others",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "half",
        "those",
        "neither",
        "nobody",
        "everyone",
        "someone",
        "anyone",
    ]
)
FUNCTION = (
    PRONOUNS | OBJECT_PRONOUNS | DETERMINERS | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | AUXILIARIES | ADVERBS
)
CLAUSE_BREAKS = frozenset([",", ";", ":", "(", ")", "that", "whether", "because", "but"])
SHARES = frozenset(
    [
        "in",
        "out",
        "of",
        "about",
        "almost",
        "nearly",
        "more",
        "than",
        "only",
        "just",
        "some",
        "fewer",
        "over",
        "a",
        "the",
        "roughly",
        "percent",
    ]
)
WIDE_DETERMINERS = frozenset(["all", "both", "half", "many", "some", "most", "several"])
DASHES = frozenset("—–-―")
POSSESSIVE = ("'s", "s'")
TYING = frozenset(["of", "at", "with", "from", "for", "in"])
WORD = re.compile(r"@?\w")


def is_agent(word: str) -> bool:
    """Whether a common noun names somebody, by the lexicon or by its ending."""
    return word in PERSON_NOUNS or (word not in NO_AGENTS and AGENT.match(word) is not None)


def is_noun_like(tokens: Tokens, index: int) -> bool:
    """Whether the token can be the last word of a phrase that names a speaker."""
    word = tokens.words[index]
    if not WORD.match(word) or word in TIMES:
        return False
    if word in FUNCTION:
        return word in NUMERALS
    if tokens.capital(index) or word in PERSON_NOUNS:
        return True
    return word not in IRREGULAR and not word.endswith(("ed", "ing", "ly"))


def is_name(tokens: Tokens, index: int) -> bool:
    """Whether the token is a capitalised word that can be part of a name."""
    word = tokens.words[index]
    return tokens.capital(index) and word not in FUNCTION and word not in TIMES


def is_verb(tokens: Tokens, index: int) -> bool:
    """Whether the token looks like a finite verb."""
    word = tokens.words[index]
    if word in AUXILIARIES or word in IRREGULAR:
        return True
    if tokens.capital(index):
        return False
    if word in CUES:
        return CUES[word].finite and CUES[word].lemma != word
    return len(word) > 3 and word.endswith("ed") and word[-3] != "e"


def phrase_ending(tokens: Tokens, last: int, floor: int) -> Phrase | None:
    """The noun phrase whose last token is `last`, no token of it before `floor`."""
    if last < floor or tokens.quoted[last] >= 0 or not is_noun_like(tokens, last):
        return None
    words = tokens.words
    first = last
    joined = False
    while True:
        before = first - 1
        if before < floor or tokens.quoted[before] >= 0:
            break
        word = words[before]
        if word in DETERMINERS:
            if word == "that":
                break
            first = before
            if before - 1 >= floor and words[before - 1] in BINDING and binds(tokens, before - 1, floor):
                first = before - 2
            elif before - 1 < floor or not (
                words[before - 1] in WIDE_DETERMINERS or (words[before - 1] in DETERMINERS and word in NUMERALS)
            ):
                break
        elif is_name(tokens, before) or (word.endswith(POSSESSIVE) and word not in FUNCTION):
            first = before
        elif word in ("and", "&") and joins(tokens, before, first, floor):
            first, joined = before - 1, True
        elif (word == "," and joined and before - 1 >= floor and is_name(tokens, before - 1)) or (
            word in BINDING and binds(tokens, before, floor)
        ):
            first = before - 1
        elif modifies(tokens, before, first, last):
            first = before
        else:
            break
    if is_name(tokens, first) and first - 2 >= floor and words[first - 2] in DETERMINERS and words[first - 1].isalpha():
        if words[first - 1] not in FUNCTION and tokens.quoted[first - 2] < 0 and not is_verb(tokens, first - 1):
            first -= 2
    return (first, last) if is_speaking_phrase(tokens, first, last) else None


def binds(tokens: Tokens, preposition: int, floor: int) -> bool:
    """Whether a preposition ties its phrase to a noun before it that can speak: "a spokesman *for* the mayor"."""
    noun = preposition - 1
    if noun < floor or tokens.quoted[noun] >= 0:
        return False
    word = tokens.words[noun]
    if is_name(tokens, noun):
        return tokens.words[preposition] in TYING and not word.endswith("'s")
    return (
        is_agent(word)
        or word in NUMERALS
        or (word in ("familiar", "close", "percent") and tokens.words[preposition] in BINDING)
    )


def joins(tokens: Tokens, conjunction: int, first: int, floor: int) -> bool:
    """Whether *and* joins two speakers: "Lee and Ruiz", "lawyers and analysts"."""
    left = conjunction - 1
    if left < floor or tokens.quoted[left] >= 0:
        return False
    if is_name(tokens, first):
        return is_name(tokens, left)
    return is_agent(tokens.words[left]) or is_agent(tokens.words[first])


def modifies(tokens: Tokens, before: int, first: int, last: int) -> bool:
    """Whether a word in lower case belongs to the phrase that ends at `last`: before a name only an office does, with
    what stands before it ("policy planning director Ann Lee")."""
    word = tokens.words[before]
    if not word[0].isalnum() or word in FUNCTION or word in TIMES:
        return False
    if is_name(tokens, last):
        in_office = not is_name(tokens, first) and word not in IRREGULAR and not word.endswith(("ed", "ly"))
        return in_office or word in MODIFIERS or word in TITLES or is_agent(word)
    if word in IRREGULAR or (word in CUES and word not in PERSON_NOUNS and word not in MODIFIERS):
        return False
    return not word.endswith("ly")


def is_speaking_phrase(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a phrase has a name, a noun for somebody, a plural, or a determiner before its noun."""
    words = tokens.words
    return (
        any(
            is_name(tokens, index) or is_agent(words[index]) or words[index] in NUMERALS
            for index in range(first, last + 1)
        )
        or (first < last and words[first] in DETERMINERS)
        or words[last].endswith("s")
    )


def phrase_starting(tokens: Tokens, first: int, ceiling: int) -> Phrase | None:
    """The noun phrase whose first token is `first`, none of it at or after `ceiling`."""
    words = tokens.words
    if first >= ceiling or tokens.quoted[first] >= 0:
        return None
    if words[first] == "that":
        return None
    if words[first] in PRONOUNS:
        return (first, first) if words[first] != "who" else None
    index = first
    named = False
    while index < ceiling and tokens.quoted[index] < 0:
        word = words[index]
        if is_name(tokens, index):
            named = True
        elif word in DETERMINERS:
            if index > first and words[index - 1] not in DETERMINERS and words[index - 1] != "of":
                break
        elif word == "of":
            if index == first or index + 1 >= ceiling:
                break
        elif word in ("and", "&"):
            if not (
                index > first and index + 1 < ceiling and is_name(tokens, index - 1) and is_name(tokens, index + 1)
            ):
                break
        elif (
            not WORD.match(word)
            or word in FUNCTION
            or word in TIMES
            or (named and not (word in MODIFIERS or is_agent(word)))
            or word in IRREGULAR
            or word.endswith("ly")
        ):
            break
        index += 1
    last = index - 1
    while (last >= first and words[last] in DETERMINERS and words[last] not in NUMERALS) or (
        last >= first and words[last] == "of"
    ):
        last -= 1
    return (first, last) if last >= first and is_speaking_phrase(tokens, first, last) else None


def subject_before(tokens: Tokens, verb: int, floor: int) -> Phrase | None:
    """The subject that stands before the verb chain ending at `verb`: past adverbs, auxiliaries and what stands
    between commas, dashes or brackets."""
    words = tokens.words
    last = verb - 1
    while last >= floor and tokens.quoted[last] < 0 and is_skipped(tokens, last):
        last -= 1
    if last < floor or tokens.quoted[last] >= 0:
        return None
    word = words[last]
    if word in PRONOUNS or word.split("'")[0] in PRONOUNS:
        return last, last
    if word in ("that", "which") and last > floor and tokens.quoted[last - 1] < 0 and is_noun_like(tokens, last - 1):
        return last, last
    if word in (",", ")", "]") or word in DASHES:
        return subject_before_parenthesis(tokens, last, floor)
    if word[0].isdigit() or word in ("percent", "%", "half", "majority"):
        return share_ending(tokens, last, floor)
    phrase = phrase_ending(tokens, last, floor)
    if phrase is None:
        return clause_opening(tokens, last + 1, floor)
    preposition = phrase[0] - 1
    if preposition > floor and words[preposition] in PREPOSITIONS:
        if words[preposition - 1] in AUXILIARIES:
            return subject_before(tokens, preposition, floor)
        if words[preposition] == "in" and words[last] in (
            "statement",
            "interview",
            "tweet",
            "speech",
            "letter",
            "email",
        ):
            return None
    if hangs_on(tokens, phrase[0], floor) and (subject := clause_opening(tokens, phrase[0], floor)):
        return subject
    return with_office(tokens, phrase, floor)


def hangs_on(tokens: Tokens, first: int, floor: int) -> bool:
    """Whether a phrase that begins at `first` is the object of a preposition or verb within its clause."""
    before = first - 1
    if before <= floor or tokens.quoted[before] >= 0:
        return False
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
    following = words[phrase[1] + 1]
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
    return (
        word in AUXILIARIES or word in ADVERBS or (word.endswith("ly") and len(word) > 4 and not tokens.capital(index))
    )


def antecedent(tokens: Tokens, who: int, floor: int) -> Phrase | None:
    """The phrase that *who* refers to, just before it or before its comma."""
    last = who - 1
    if last >= floor and tokens.words[last] == ",":
        last -= 1
    return phrase_ending(tokens, last, floor)


def subject_before_parenthesis(tokens: Tokens, close: int, floor: int) -> Phrase | None:
    """The phrase before what is set apart by the mark at `close`: "Lee, the mayor of Eln, said", "Lee (R-Ohio) said"."""
    words = tokens.words
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
                    return phrase
                if nearest is None and is_subject_place(tokens, phrase[0], floor):
                    nearest = phrase
            elif nearest is None and words[index - 1] in PRONOUNS:
                return index - 1, index - 1
        index -= 1
    return nearest


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
        or tokens.words[before] in DASHES
    )


def clause_subject(tokens: Tokens, index: int, floor: int) -> Phrase | None:
    """The subject of the sentence from `floor` up to `index`: that of its first finite verb in a main clause."""
    words = tokens.words
    begin = floor
    opens_below = any(word in SUBORDINATORS for word in words[begin : min(begin + 2, index)])
    if opens_below and "," in words[begin:index]:
        begin = words.index(",", begin, index) + 1
    for verb in range(begin, index):
        if tokens.quoted[verb] < 0 and is_verb(tokens, verb):
            subject = subject_before(tokens, verb, begin)
            if subject and words[subject[0]] not in ("who", "which", "that"):
                return subject
    return None
