"""What kind of word a token is, as far as lists and endings tell: a name, a noun for somebody, a finite verb."""

from __future__ import annotations

import re

from corpus.extraction.kept import Kept
from corpus.extraction.lexicons import NO_AGENTS, PERSON_NOUNS, PRONOUNS
from corpus.extraction.tokens import Tokens

Phrase = tuple[int, int]

AGENT = re.compile(r"[a-z-]{3,}(?:[eo]rs?|ists?|ians?|m[ae]n|wom[ae]n|persons?|ees?|ants?|crats?)\Z")

AGENTS = Kept(lambda word: word in PERSON_NOUNS or (word not in NO_AGENTS and AGENT.match(word) is not None))

DASHES = frozenset("—–-―")

POSSESSIVE = ("'s", "s'")


def is_agent(word: str) -> bool:
    """Whether a common noun names somebody, by the lexicon or by its ending."""
    return AGENTS[word]


def is_manner(word: str) -> bool:
    """Whether a word ends as adverbs do and is no noun: *slowly*, not *family*."""
    return word.endswith("ly") and word not in PERSON_NOUNS


def is_noun_like(tokens: Tokens, index: int) -> bool:
    """Whether the token can be the last word of a phrase that names a speaker."""
    return tokens.forms[index].noun or is_name(tokens, index)


def is_name(tokens: Tokens, index: int) -> bool:
    """Whether the token is a capitalised word that can be part of a name."""
    form = tokens.forms[index]
    if not form.name or form.word != "will":
        return form.name
    return index + 1 < len(tokens) and tokens.words[index + 1] not in PRONOUNS


def is_verb(tokens: Tokens, index: int) -> bool:
    """Whether the token looks like a finite verb."""
    return tokens.forms[index].verb
