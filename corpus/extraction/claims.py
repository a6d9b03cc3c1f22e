"""Nouns that report, of whoever they belong to: "Lee's claim *that the wall was safe*", "his pledge *to mend it*"."""

from __future__ import annotations

from corpus.extraction.frames import Frame
from corpus.extraction.kinds import POSSESSIVE, Phrase, is_agent, is_name, is_verb
from corpus.extraction.lexicons import BODIES, CLAIMS, OWNERS, PREPOSITIONS
from corpus.extraction.mentions import phrase_ending
from corpus.extraction.tokens import Tokens

BETWEEN = 2
"""Words between the owner and the noun: "Lee's first public claim"."""


def claim_frame(tokens: Tokens, noun: int, floor: int, ceiling: int) -> Frame | None:
    """The frame of a noun that reports and its owner; None without *that* or *to* after it, or without an owner."""
    words = tokens.words
    if noun + 2 >= ceiling or words[noun + 1] not in ("that", "to") or tokens.quoted[noun + 1] >= 0:
        return None
    for index in range(noun - 1, max(floor, noun - 2 - BETWEEN) - 1, -1):
        if not words[index][0].isalnum() or tokens.quoted[index] >= 0:
            return None
        if owner := owner_at(tokens, index, floor):
            return Frame(CLAIMS[words[noun]], noun, noun, owner, inherited=True, noun=True)
    return None


def is_object(tokens: Tokens, frame: Frame) -> bool:
    """Whether the noun is the object of a verb or a preposition. Where it is a subject, what it reports ends at a verb
    that cannot be told from its own ("*Lee's claim that it was safe* was wrong")."""
    before = frame.mention[0] - 1 if frame.mention else -1
    if before < 0:
        return False
    word = tokens.words[before]
    return word in PREPOSITIONS or word.endswith("ing") or is_verb(tokens, before) or tokens.words[before - 1] == "to"


def owner_at(tokens: Tokens, index: int, floor: int) -> Phrase | None:
    """The phrase in the genitive that ends at `index`: a pronoun, or somebody's name or description."""
    word = tokens.words[index]
    if word in OWNERS:
        return index, index
    if not word.endswith(POSSESSIVE):
        return None
    stem = word.removesuffix("'s").removesuffix("'")
    speaks = is_name(tokens, index) or is_agent(stem) or is_agent(stem.removesuffix("s")) or stem in BODIES
    return phrase_ending(tokens, index, floor) if speaks else None
