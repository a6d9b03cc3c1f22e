"""Noun phrases that can name a speaker, read outwards from a cue.

No parser stands behind this: a phrase is walked token by token from the cue, leftwards for the subject before a verb
and rightwards for one after it, until something that no such phrase holds. Phrases are inclusive token ranges.
"""

from __future__ import annotations

from corpus.extraction.forms import WORD
from corpus.extraction.kinds import POSSESSIVE, Phrase, is_agent, is_manner, is_name, is_noun_like, is_verb
from corpus.extraction.lexicons import (
    BINDING,
    BODIES,
    CUES,
    DETERMINERS,
    FUNCTION,
    IRREGULAR,
    MODIFIERS,
    NAME_PARTICLES,
    NUMERALS,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    TITLES,
    TYING,
    WIDE_DETERMINERS,
)
from corpus.extraction.tokens import Tokens

NO_NOUNS = FUNCTION | TIMES | IRREGULAR
JOINED_REACH = 12
"""Tokens of a name that is joined to another with *and the*; only a hostile text has more."""
MOST_PARTICLES = 3
"""Small words one after the other in a name; only a hostile text has more."""


def phrase_ending(tokens: Tokens, last: int, floor: int) -> Phrase | None:
    """The noun phrase whose last token is `last`, no token of it before `floor`."""
    if last < floor or tokens.quoted[last] >= 0 or not is_noun_like(tokens, last):
        return None
    first = last
    joined = False
    while first > floor and tokens.quoted[first - 1] < 0:
        if tokens.words[first - 1] in DETERMINERS:
            beyond = past_determiner(tokens, first - 1, floor)
            if beyond is None:
                first -= tokens.words[first - 1] != "that"
                break
        else:
            beyond = step_left(tokens, first, last, floor, joined)
            if beyond is None:
                break
            joined = joined or tokens.words[first - 1] in ("and", "&")
        first = beyond
    first = past_adjective(tokens, first, floor)
    return (first, last) if is_speaking_phrase(tokens, first, last) else None


def past_determiner(tokens: Tokens, determiner: int, floor: int) -> int | None:
    """Where a phrase goes on to the left of a determiner ("a spokesman for *the*", "all *the*"), if it does."""
    words, before = tokens.words, determiner - 1
    if words[determiner] == "that" or before < floor:
        return None
    if words[before] in BINDING and binds(tokens, before, floor):
        return determiner - 2
    if words[before] == "and" and words[determiner] == "the" and is_name(tokens, determiner + 1):
        return before_joined(tokens, before, floor)
    wide = words[before] in WIDE_DETERMINERS or (words[before] in DETERMINERS and words[determiner] in NUMERALS)
    return determiner if wide else None


def before_joined(tokens: Tokens, conjunction: int, floor: int) -> int | None:
    """Where a name begins that *and* joins to another with *the*, if nothing but their clause begins there: "*The FBI*
    and the board", not "Lee left *the FBI* and the board said"."""
    left = phrase_ending(tokens, conjunction - 1, max(floor, conjunction - JOINED_REACH))
    if left is None or not is_name(tokens, left[1]):
        return None
    opens = left[0] == floor or tokens.quoted[left[0] - 1] >= 0 or tokens.words[left[0] - 1] in (",", "that", "but")
    return left[0] if opens else None


def step_left(tokens: Tokens, first: int, last: int, floor: int, joined: bool) -> int | None:
    """The first token of a phrase that takes in what stands before `first`, or None if nothing more belongs to it."""
    before = first - 1
    word = tokens.words[before]
    if is_name(tokens, before) or (word.endswith(POSSESSIVE) and word not in FUNCTION):
        return before
    if is_bare_possessive(tokens, before, floor):
        return before - 1
    name_before = before > floor and is_name(tokens, before - 1)
    if word in NAME_PARTICLES and (first_particle := particles_before(tokens, first, floor)) is not None:
        return first_particle
    listed = word == "," and joined and name_before
    bound = word in BINDING and binds(tokens, before, floor)
    if listed or bound or (word in ("and", "&") and joins(tokens, before, first, floor)):
        return before - 1
    return before if modifies(tokens, before, first, last) else None


def particles_before(tokens: Tokens, first: int, floor: int) -> int | None:
    """Where a phrase begins that takes in the small words before the name at `first`: with the name that they tie to it
    ("*Ann* van der Lee"), or with the first of them ("the *van* der Lee case")."""
    index = first - 1
    while index > floor and tokens.words[index] in NAME_PARTICLES and not tokens.capital(index):
        index -= 1
    if not is_name(tokens, first) or index < floor or tokens.quoted[index] >= 0:
        return None
    if is_name(tokens, index):
        return index
    return index + 1 if tokens.words[index] in DETERMINERS else None


def ties_to_name(tokens: Tokens, index: int, ceiling: int) -> bool:
    """Whether nothing but small words of names stands from `index` to a name: "Ann *van der* Lee"."""
    first, stop = index, min(ceiling, index + MOST_PARTICLES)
    while index < stop and tokens.words[index] in NAME_PARTICLES and not tokens.capital(index):
        index += 1
    return first < index < ceiling and is_name(tokens, index)


def is_bare_possessive(tokens: Tokens, mark: int, floor: int) -> bool:
    """Whether an apostrophe alone makes a possessor of the word in -s before it: "the *voters'* spokesman"."""
    if tokens.words[mark] != "'" or mark <= floor or not tokens.words[mark - 1].endswith("s"):
        return False
    return tokens.ends[mark - 1] == tokens.starts[mark] and tokens.quoted[mark - 1] < 0


def past_adjective(tokens: Tokens, first: int, floor: int) -> int:
    """Where a name begins with its adjective: "*an angry* Lee"."""
    if first - 2 < floor or not is_name(tokens, first) or tokens.words[first - 2] not in DETERMINERS:
        return first
    adjective = tokens.words[first - 1]
    plain = adjective.isalpha() and adjective not in FUNCTION and not is_verb(tokens, first - 1)
    return first - 2 if plain and tokens.quoted[first - 2] < 0 else first


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
    if word == "first" and before > 0 and tokens.words[before - 1] in DETERMINERS and is_agent(tokens.words[last]):
        return True
    if not word[0].isalnum() or word in FUNCTION or word in TIMES:
        return False
    if is_name(tokens, last):
        in_office = not is_name(tokens, first) and word not in IRREGULAR and not word.endswith(("ed", "ly"))
        return in_office or word in MODIFIERS or word in TITLES or is_agent(word)
    if word in IRREGULAR or (word in CUES and word not in PERSON_NOUNS and word not in MODIFIERS):
        return False
    return not is_manner(word)


def is_speaking_phrase(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a phrase has a name, a noun for somebody, a plural, or a determiner before its noun."""
    words = tokens.words
    if words[last].endswith("s") or (first < last and words[first] in DETERMINERS):
        return True
    return any(
        is_name(tokens, index) or is_agent(words[index]) or words[index] in NUMERALS
        for index in range(last, first - 1, -1)
    )


def phrase_starting(tokens: Tokens, first: int, ceiling: int) -> Phrase | None:
    """The noun phrase whose first token is `first`, none of it at or after `ceiling`."""
    words = tokens.words
    if first >= ceiling or tokens.quoted[first] >= 0 or words[first] in ("that", "who"):
        return None
    if words[first] in PRONOUNS:
        return first, first
    stop = first
    named = False
    while stop < ceiling and tokens.quoted[stop] < 0 and goes_on(tokens, first, stop, ceiling, named):
        if acts(tokens, first, stop):
            break
        named = named or is_name(tokens, stop)
        stop += 1
    last = stop - 1
    while last >= first and (words[last] == "of" or (words[last] in DETERMINERS and words[last] not in NUMERALS)):
        last -= 1
    return (first, last) if last >= first and is_speaking_phrase(tokens, first, last) else None


def acts(tokens: Tokens, first: int, index: int) -> bool:
    """Whether a form in -ed after a noun is its verb or participle, and ends its phrase: "the fire service *posted*.",
    "a petition *signed* by many"."""
    word, before = tokens.words[index], tokens.words[index - 1]
    if index <= first + 1 or index + 1 >= len(tokens) or before in DETERMINERS:
        return False
    if not is_verb(tokens, index):
        return word in ("seen", "written") and tokens.words[index + 1] == "by"
    if word in CUES and (is_agent(before) or before in BODIES):
        return True
    following = tokens.words[index + 1]
    ends = following in PREPOSITIONS or not following[0].isalnum()
    return word.endswith("ed") and (following == "by" or (word in CUES and ends))


def goes_on(tokens: Tokens, first: int, index: int, ceiling: int, named: bool) -> bool:
    """Whether the phrase from `first` takes in the token at `index`; `named`: it has a name already."""
    word = tokens.words[index]
    before = tokens.words[index - 1] if index > first else ""
    name_after = index + 1 < ceiling and is_name(tokens, index + 1)
    dated = word in TIMES and before in DETERMINERS and index + 1 < ceiling and is_agent(tokens.words[index + 1])
    if is_name(tokens, index) or dated or (named and ties_to_name(tokens, index, ceiling)):
        return True
    if word in DETERMINERS:
        return index == first or before in DETERMINERS or before == "of" or (before == "and" and word == "others")
    if word == "of":
        return index > first and index + 1 < ceiling
    if word in ("and", "&"):
        joined = name_after or (index + 1 < ceiling and tokens.words[index + 1] == "others")
        return index > first and joined and is_name(tokens, index - 1)
    counted = word == "first" and before in DETERMINERS
    if not WORD.match(word) or (word in NO_NOUNS and not counted) or is_manner(word):
        return False
    return not named or word in MODIFIERS or is_agent(word)
