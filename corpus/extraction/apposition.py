"""The name that is set after a description: "their coach, *Ann Lee*, said", "a skipper called *Tor*", "one of them,
retired teacher *Bo Ruiz*"."""

from __future__ import annotations

from corpus.extraction.kinds import Phrase, is_agent, is_name
from corpus.extraction.lexicons import DETERMINERS, FUNCTION, KIN, NAME_PARTICLES, NAMING_BODIES
from corpus.extraction.roles import is_office, trade_before
from corpus.extraction.tokens import Tokens

WHEN = frozenset(["last", "this", "next", "earlier", "late", "early"])
OF_THEM = (["of", "them"], ["of", "whom"])
NAMED = frozenset(["called", "named"])
GIVEN_AS = frozenset(["as", "of"])
PHRASE = 8
"""Tokens in which the name that somebody goes by is looked for."""


def head_of(tokens: Tokens, phrase: Phrase) -> int:
    """The head noun of a phrase: the last word before its first preposition or a time."""
    for index in range(phrase[0] + 1, phrase[1] + 1):
        word, before = tokens.words[index], tokens.words[index - 1]
        if word in WHEN and before not in DETERMINERS:
            return index - 1
        if word in FUNCTION and word not in DETERMINERS and word not in ("and", "or", "first"):
            if before in DETERMINERS and word == "of":
                continue
            return index - 1
    return phrase[1]


def name_set_after(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """The name after a phrase that says who somebody is, if one follows and nothing more belongs to it. One word is
    enough after a relative or a body: "her daughter, *Ann*,", "the operator, *Tidewell*,"."""
    after = description_end(tokens, phrase)
    first = name_after(tokens, after) if after + 1 < len(tokens) else None
    if first is None or not is_description(tokens, phrase):
        return None
    stop = first
    while stop < len(tokens) and tokens.quoted[stop] < 0:
        if not is_name(tokens, stop) and tokens.words[stop] not in NAME_PARTICLES | {"&"}:
            break
        stop += 1
    head = tokens.words[head_of(tokens, phrase)]
    one_word = head in KIN or head in NAMING_BODIES or tokens.words[first - 1] in NAMED | GIVEN_AS
    bounded = stop == len(tokens) or tokens.quoted[stop] >= 0 or tokens.words[stop] in (",", ".", ":", ";", "(")
    whole = stop - first >= (1 if one_word else 2) and bounded and not tokens.words[stop - 1].endswith("'s")
    return (first, stop - 1) if whole else None


def description_end(tokens: Tokens, phrase: Phrase) -> int:
    """One past a description and what belongs to it: "one *of them*", "the head of the teachers*' union*"."""
    words, after = tokens.words, phrase[1] + 1
    if words[after : after + 2] in OF_THEM or (words[after : after + 1] == ["'"] and words[phrase[1]][-1] == "s"):
        return after + 2
    return after


def name_after(tokens: Tokens, index: int) -> int | None:
    """Where a name begins that follows a description: past its comma and another description, or past *called*."""
    if tokens.words[index] in NAMED:
        return index + 1
    if tokens.words[index] != ",":
        return None
    first = index + 1
    if tokens.words[first] == "who":
        return name_given(tokens, first)
    if is_name(tokens, first):
        return first
    within = range(first + 1, min(first + PHRASE, len(tokens)))
    name = next((index for index in within if is_name(tokens, index)), None)
    if name is None:
        return None
    determined = tokens.words[first] in DETERMINERS and (name == first + 1 or trade_before(tokens, name))
    return name if determined or is_trade(tokens, first, name) else None


def is_trade(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether the words before a name are a trade with no determiner: "*retired teacher* Ann Lee"."""
    words = tokens.words[first:stop]
    return all(word[0].isalpha() and word not in FUNCTION for word in words) and is_agent(words[-1])


def name_given(tokens: Tokens, who: int) -> int | None:
    """The name that somebody goes by: "who gave her name as *Ann*", "who goes by the name of *Tor*"."""
    within = range(who + 2, min(who + PHRASE, len(tokens) - 1))
    if {"name", "identified"}.isdisjoint(tokens.words[who : who + PHRASE]):
        return None
    return next((index + 1 for index in within if tokens.words[index] in GIVEN_AS and is_name(tokens, index + 1)), None)


def is_description(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase says who somebody is: an office, or any common noun with a determiner or an owner."""
    head = head_of(tokens, phrase)
    if tokens.words[phrase[0]] == "one" or is_office(tokens.words[head]):
        return True
    owned = any("'" in tokens.words[index] for index in range(phrase[0], head))
    return not tokens.capital(head) and (tokens.words[phrase[0]] in DETERMINERS or owned)
