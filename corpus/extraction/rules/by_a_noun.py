"""Lee's claim that the wall is “safe for good”. A noun that names what was said, and whose it is."""

from __future__ import annotations

from corpus.extraction.kinds import POSSESSIVE, Phrase
from corpus.extraction.lexicons import OWNERS, SAYINGS, SHOUTS
from corpus.extraction.mentions import is_bare_possessive, phrase_ending, phrase_starting
from corpus.extraction.place import Place
from corpus.extraction.state import Finding

CONFIDENCE = 0.85
SHORT, PHRASE, CLAUSE = 3, 4, 24
REACH = (
    dict.fromkeys([":", ",", "as", "is", "was", "were"], SHORT)
    | dict.fromkeys(["of", "to", "for", "on", "about"], PHRASE)
    | dict.fromkeys(["that", "by"], CLAUSE)
)
"""Tokens that each word right after the noun lets stand before the words in marks."""
BACK = 3
"""Tokens between a noun and its possessor: "Lee's *latest public* claim"."""


def by_a_noun(place: Place) -> Finding | None:
    """The possessor of a noun of saying right after the region, or of the nearest one before it."""
    tokens = place.state.tokens
    after = place.last + 1
    followed = after < place.ceiling and tokens.words[after] in SAYINGS and place.words > 1
    if followed and (whose := possessor(place, place.first)):
        return Finding("by_a_noun", whose, (after, after), CONFIDENCE)
    for noun in range(place.first - 1, max(place.floor, place.first - CLAUSE - 1) - 1, -1):
        if tokens.quoted[noun] >= 0 or tokens.words[noun] in (";", "."):
            return None
        shouted = is_shouted(place, noun)
        whose = possessor(place, noun) or agent(place, noun) if shouted or leads_to(place, noun) else None
        if whose or shouted:
            return Finding("by_a_noun", whose, (noun, noun), CONFIDENCE)
    return None


def leads_to(place: Place, noun: int) -> bool:
    """Whether a word is a noun of saying and what follows it brings in the region: "claim *that the wall is* “…”"."""
    words = place.state.tokens.words
    return words[noun] in SAYINGS and place.first - noun - 1 <= REACH.get(words[noun + 1], 0)


def is_shouted(place: Place, noun: int) -> bool:
    """Whether the region is what somebody, perhaps nobody in particular, shouts: "chants *of* “…”"."""
    words = place.state.tokens.words
    return words[noun] in SHOUTS and words[noun + 1] == "of" and noun + 2 == place.first


def possessor(place: Place, noun: int) -> Phrase | None:
    """Whose it is, just before the noun: "*Lee's* claim", "*his* old claim"."""
    tokens = place.state.tokens
    for index in range(noun - 1, max(place.floor, noun - BACK - 1) - 1, -1):
        word = tokens.words[index]
        if tokens.quoted[index] >= 0:
            return None
        if is_bare_possessive(tokens, index, place.floor):
            return phrase_ending(tokens, index - 1, place.floor)
        if not word[0].isalnum():
            return None
        if word in OWNERS:
            return index, index
        if word.endswith(POSSESSIVE):
            return phrase_ending(tokens, index, place.floor)
    return None


def agent(place: Place, noun: int) -> Phrase | None:
    """Whose it is, just after the noun: "the claim *by Lee* that"."""
    tokens = place.state.tokens
    return phrase_starting(tokens, noun + 2, place.first) if tokens.words[noun + 1] in ("by", "from") else None
