"""What kind of word a token is, as far as lists and endings tell: a name, a noun for somebody, a finite verb."""

from __future__ import annotations

import re

from corpus.extraction.lexicons import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    CUES,
    DETERMINERS,
    IRREGULAR,
    NO_AGENTS,
    NUMERALS,
    OBJECT_PRONOUNS,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIMES,
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
    if word == "will":
        return index + 1 < len(tokens) and tokens.words[index + 1] not in PRONOUNS
    return word not in FUNCTION


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
