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
    NAME_PARTICLES,
    NO_AGENTS,
    NUMERALS,
    OBJECT_PRONOUNS,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIMES,
    TITLES,
    TYING,
    WIDE_DETERMINERS,
)
from corpus.extraction.tokens import Tokens

Phrase = tuple[int, int]

AGENT = re.compile(r"[a-z-]{3,}(?:[eo]rs?|ists?|ians?|m[ae]n|wom[ae]n|persons?|ees?|ants?|crats?)\Z")

FUNCTION = (
    PRONOUNS | OBJECT_PRONOUNS | DETERMINERS | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | AUXILIARIES | ADVERBS
)

DASHES = frozenset("—–-―")

POSSESSIVE = ("'s", "s'")

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
        return word in NUMERALS or is_name(tokens, index)
    if tokens.capital(index) or word in PERSON_NOUNS:
        return True
    return word not in IRREGULAR and not word.endswith(("ed", "ing", "ly"))


def is_name(tokens: Tokens, index: int) -> bool:
    """Whether the token is a capitalised word that can be part of a name."""
    word = tokens.words[index]
    if not tokens.capital(index) or word in TIMES:
        return False
    return word not in FUNCTION or (word == "will" and index + 1 < len(tokens) and tokens.words[index + 1] not in PRONOUNS)


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
        elif word in NAME_PARTICLES and is_name(tokens, first) and before - 1 >= floor and is_name(tokens, before - 1):
            first = before - 1
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
        elif named and word in NAME_PARTICLES and index + 1 < ceiling and is_name(tokens, index + 1):
            pass
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
