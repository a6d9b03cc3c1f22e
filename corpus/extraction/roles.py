"""Offices and trades printed with a name: "harbour master Ann Lee", "Ann Lee, harbour master of Eln,"."""

from __future__ import annotations

from itertools import islice

from corpus.extraction.cast import MOST_NAMESAKES, Cast
from corpus.extraction.kinds import Phrase, is_agent, is_verb
from corpus.extraction.lexicons import ALSO_CALLED, DETERMINERS, FUNCTION, IRREGULAR, PRONOUNS, QUALIFIED, TITLES
from corpus.extraction.mentions import phrase_ending
from corpus.extraction.names import Name
from corpus.extraction.state import State
from corpus.extraction.tokens import Tokens

LONGEST_ROLE = 24
REACH = 12
"""Tokens before the end of a name in which the office before it is looked for."""
LONGEST_TRADE = 5


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


def trade_before(tokens: Tokens, first: int) -> Phrase | None:
    """The common nouns with a determiner right before a name, whatever they are: "*the cellist* Bo Lee"."""
    start = first
    while start > 0 and first - start < LONGEST_TRADE and tokens.quoted[start - 1] < 0:
        word = tokens.words[start - 1]
        if word in DETERMINERS:
            return (start - 1, first - 1) if start < first else None
        if not word[0].isalpha() or tokens.capital(start - 1) or word in FUNCTION or word in IRREGULAR:
            return None
        start -= 1
    return None


def acts_after(tokens: Tokens, index: int) -> bool:
    """Whether what begins at `index` shows that a person was named: a verb, or a comma with an age or an office."""
    if tokens.words[index] == "," and index + 1 < len(tokens):
        return tokens.words[index + 1].isdigit() or tokens.words[index + 1] in ("who", "a", "an", "the")
    return is_verb(tokens, index)


def add_offices(state: State, cast: Cast) -> None:
    """Let the cast know who holds the offices printed with its names, so that "the harbour master" can be found."""
    tokens = state.tokens
    quoted, end = tokens.quoted, len(tokens) - 1
    capitals = [index for index in tokens.capitals() if quoted[index] < 0 and index < end]
    cast.acting.update(tokens.printed(index) for index in capitals if acts_after(tokens, index + 1))
    for name in cast.distinct_people():
        for role in roles_of(state, name):
            cast.add_role(name, role)
            cast.acting.add(name.surname)


def roles_of(state: State, name: Name) -> list[str]:
    """Every office and trade printed where a name first stands in full."""
    tokens = state.tokens
    last = tokens.at(name.end) - 1
    phrase = phrase_ending(tokens, last, max(0, last - REACH))
    first = phrase[0] if phrase else last
    roles = [name.role] if name.role else []
    if printed := role_printed(state, first, name.start, last):
        roles.append(printed)
    bare = tokens.at(name.start) - len((name.role or "").split())
    trade = trade_before(tokens, bare)
    if trade:
        roles.append(tokens.span(*trade).of(state.text))
    for start in (first, trade[0] if trade else bare):
        if office := office_before_comma(tokens, start):
            roles.append(tokens.span(*office).of(state.text))
    return list(dict.fromkeys(roles))


def holding(cast: Cast, wanted: frozenset[str], head: str, offset: int) -> list[Name]:
    """Those named before `offset` who hold the office of the words `wanted` with the noun `head`: "the finance
    minister". Who holds it plainly comes before deputies; one who is not known to hold all of it is taken if alone."""
    for called in (frozenset([head]), ALSO_CALLED.get(head, frozenset())):
        held = holders_before(cast, called, offset)
        fitting = {
            name: fit for name, roles in held.items() if (fit := [role for role in roles if wanted - {head} <= role])
        }
        plain = [name for name, roles in fitting.items() if any(QUALIFIED.isdisjoint(role - wanted) for role in roles)]
        if fitting:
            return plain or list(fitting)
        if len(held) == 1 and QUALIFIED.isdisjoint(wanted):
            return list(held)
    return []


def holders_before(cast: Cast, called: frozenset[str], offset: int) -> dict[Name, list[frozenset[str]]]:
    """Those named before `offset` with one of the nouns `called` in a role, and these roles."""
    every = [name for word in sorted(called) for name in islice(cast.holders.get(word, {}).values(), MOST_NAMESAKES)]
    known = by_person(cast, [name for name in every if name.start < offset])
    return {name: [role for role in roles if called & role] for name, roles in known.items()}


def by_person(cast: Cast, names: list[Name]) -> dict[Name, list[frozenset[str]]]:
    """Each person once, with every role known of them: a surname with a title counts to its one full name."""
    known: dict[Name, list[frozenset[str]]] = {}
    full = {name.surname: name for name in names if name.is_full}
    for name in names:
        one = full.get(name.surname, name) if not name.is_full else name
        roles = known.setdefault(one, [])
        roles += [role for role in cast.roles[name.key] if role not in roles]
    return known
