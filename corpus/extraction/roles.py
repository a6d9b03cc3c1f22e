"""Offices and trades printed with a name: "harbour master Ann Lee", "Ann Lee, harbour master of Eln,"."""

from __future__ import annotations

from corpus.extraction.cast import Cast, gender_shown, role_words
from corpus.extraction.kinds import Phrase, is_agent, is_verb
from corpus.extraction.lexicons import PRONOUNS, TITLES
from corpus.extraction.mentions import phrase_ending
from corpus.extraction.state import State
from corpus.extraction.tokens import Tokens

LONGEST_ROLE = 24
REACH = 12
"""Tokens before the end of a name in which the office before it is looked for."""


def is_office(word: str) -> bool:
    """Whether a word is of an office or trade: *senator*, *spokeswoman*, *analyst*."""
    return word.rstrip(".") in TITLES or is_agent(word)


def role_printed(state: State, first: int, name_start: int, last: int) -> str | None:
    """The office printed with the name that ends at token `last`: what stands between token `first` and the offset
    `name_start`, or else after a comma."""
    tokens = state.tokens
    before = state.text[tokens.starts[first] : name_start].strip(" ,")
    if any(is_office(word) for word in before.lower().split()):
        return before
    if office := office_before_comma(tokens, first):
        return tokens.span(*office).of(state.text)
    start = stop = last + 2
    if start >= len(tokens) or tokens.words[last + 1] != ",":
        return None
    while stop < len(tokens) and stop - start < LONGEST_ROLE and tokens.words[stop][0].isalnum():
        stop += 1
    words = tokens.words[start:stop]
    if stop == len(tokens) or tokens.words[stop] not in (",", ".") or not any(map(is_office, words[:6])):
        return None
    if words[0] in PRONOUNS or any(is_verb(tokens, index) for index in range(start, stop)):
        return None
    return tokens.span(start, stop - 1).of(state.text)


def office_before_comma(tokens: Tokens, first: int) -> Phrase | None:
    """The office that a comma sets before a name: "their coach, Ann Lee"."""
    if first < 2 or tokens.words[first - 1] != ",":
        return None
    office = phrase_ending(tokens, first - 2, max(0, first - REACH))
    if office is None:
        return None
    heads = (office[1], min(office[0] + 1, office[1]))
    return office if any(is_office(tokens.words[index]) for index in heads) else None


def acts_after(tokens: Tokens, index: int) -> bool:
    """Whether what begins at `index` shows that a person was named: a verb, or a comma with an age or an office."""
    if tokens.words[index] == "," and index + 1 < len(tokens):
        return tokens.words[index + 1].isdigit() or tokens.words[index + 1] in ("who", "a", "an", "the")
    return is_verb(tokens, index)


def add_offices(state: State, cast: Cast) -> None:
    """Let the cast know who holds the offices printed with its names, so that "the harbour master" can be found."""
    text, tokens = state.text, state.tokens
    cast.acting.update(
        text[tokens.starts[index] : tokens.ends[index]]
        for index, form in enumerate(tokens.forms[:-1])
        if form.capital and tokens.quoted[index] < 0 and acts_after(tokens, index + 1)
    )
    for name in cast.distinct_people():
        last = tokens.at(name.end) - 1
        phrase = phrase_ending(tokens, last, max(0, last - REACH))
        role = role_printed(state, phrase[0] if phrase else last, name.start, last)
        if role:
            cast.acting.add(name.surname)
        if gender := gender_shown(role):
            cast.genders.setdefault(name.surname, set()).add(gender)
        for word in role_words(role or ""):
            if is_office(word):
                cast.holders.setdefault(word, {}).setdefault(name.surname, name)
