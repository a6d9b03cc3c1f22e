"""Who is talked about right before a pronoun: the subjects of the sentences before it, and the people named in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from corpus.extraction.cast import Cast, Person
from corpus.extraction.kinds import Phrase, is_agent
from corpus.extraction.lexicons import DONE_TO_PEOPLE, SUBORDINATORS
from corpus.extraction.mentions import phrase_starting
from corpus.extraction.names import Name, named
from corpus.extraction.namesakes import gender_of
from corpus.extraction.roles import acts_after
from corpus.extraction.state import State
from corpus.extraction.subjects import clause_subject
from corpus.extraction.tokens import Tokens

REACH = 4
"""Sentences looked back for an antecedent, those that are all quotation not counted."""
LOOKED_BACK = 40
"""Sentences looked at in all."""
OBJECT_OF = frozenset(["to", "with", "of", "from", "against", "about", "for", "by", "at", "like", "in", "on"])


def sentences_before(state: State, sentence: int, reach: int = REACH) -> Iterator[int]:
    """The numbers of the sentences before one, nearest first, that have words outside quotation marks."""
    for number in range(sentence - 1, max(-1, sentence - 1 - LOOKED_BACK), -1):
        if reach == 0:
            return
        if has_own_words(state, number):
            reach -= 1
            yield number


def has_own_words(state: State, sentence: int) -> bool:
    tokens = state.tokens
    floor, ceiling = state.sentence_tokens[sentence]
    return any(tokens.quoted[index] < 0 and tokens.words[index][0].isalpha() for index in range(floor, ceiling))


def subject_of(state: State, sentence: int, stop: int | None = None) -> Phrase | None:
    """The subject of a sentence: of its first cue, else of its first verb; of what stands before token `stop`."""
    floor, ceiling = state.sentence_tokens[sentence]
    if stop is not None:
        if state.tokens.words[floor] in SUBORDINATORS:
            return None
        ceiling = stop
    for frame in state.frames[sentence]:
        if frame.mention and not frame.passive and not frame.inherited and frame.last < ceiling:
            return frame.mention
    subject = clause_subject(state.tokens, ceiling, floor)
    return subject or (opening(state.tokens, floor, ceiling) if stop is None else None)


def opening(tokens: Tokens, floor: int, ceiling: int) -> Phrase | None:
    """The phrase that opens a sentence, if a verb in the present may follow: "*The keeper* suspects the underpass"."""
    if floor >= ceiling or tokens.quoted[floor] >= 0:
        return None
    phrase = phrase_starting(tokens, floor, ceiling)
    while phrase and phrase[1] > phrase[0] and not tokens.capital(phrase[1]) and not is_agent(tokens.words[phrase[1]]):
        phrase = phrase[0], phrase[1] - 1
    return phrase


def people_in(state: State, cast: Cast, sentence: int) -> list[Person]:
    """The people named in a sentence outside quotation marks, each once, in order. To be asked once all is known."""
    if sentence not in cast.known_people:
        cast.known_people[sentence] = people_before(state, cast, sentence, state.sentences[sentence].end)
    return cast.known_people[sentence]


def people_before(state: State, cast: Cast, sentence: int, limit: int) -> list[Person]:
    """The same, up to the offset `limit`."""
    tokens = state.tokens
    floor, ceiling = state.sentence_tokens[sentence]
    found: list[Person] = []
    taken: set[str] = set()
    inside = [
        name for name in names_within(cast, state.sentences[sentence].start, limit) if is_person(state, cast, name)
    ]
    for name in inside:
        first = tokens.at(name.start)
        if first < len(tokens) and tokens.quoted[first] < 0 and name.text not in taken and not owns(state, name):
            taken |= {name.text, name.surname}
            found.append(Person(name, name.start))
    for index in range(floor, min(ceiling, tokens.at(limit))):
        if not tokens.capital(index) or tokens.quoted[index] >= 0:
            continue
        start, word = tokens.starts[index], tokens.printed(index).removesuffix("'s").removesuffix("’s")
        unseen = word not in taken and not within_names(cast, start)
        if unseen and is_known_surname(state, cast, word):
            taken.add(word)
            found.append(Person(named((word,), start, start + len(word)), start))
    return sorted(found, key=lambda person: person.start)


def is_object(state: State, person: Person) -> bool:
    """Whether somebody is named right after a preposition: "in a letter to Lee"."""
    before = state.tokens.at(person.start) - 1 - len((person.name.role or "").split())
    return before >= 0 and state.tokens.words[before] in OBJECT_OF


def is_known_surname(state: State, cast: Cast, word: str) -> bool:
    """Whether a capitalised word alone names a person: of the article, or of the register."""
    bearers = cast.bearing(word)
    return (bool(bearers) and is_person(state, cast, bearers[0])) or is_registered(state, word)


def owns(state: State, name: Name) -> bool:
    """Whether a name stands in the possessive, and so is not who acts: "Lee's spokeswoman"."""
    return state.text[name.end : name.end + 2] in ("'s", "’s")


def names_within(cast: Cast, start: int, stop: int) -> list[Name]:
    starts = cast.starts
    return cast.names[bisect_left(starts, start) : bisect_left(starts, stop)]


def within_names(cast: Cast, offset: int) -> bool:
    index = bisect_left(cast.starts, offset + 1) - 1
    return index >= 0 and offset < cast.names[index].end


def is_registered(state: State, word: str) -> bool:
    return any(speaker.kind == "person" for speaker in state.register.find(word))


def is_person(state: State, cast: Cast, name: Name) -> bool:
    """Whether a name is shown to be a person's: by a title, by the register, by speaking, or by doing something."""
    if name.is_organization or name.is_place:
        return False
    return (
        acts(state, name)
        or bool(name.role)
        or state.tokens.words[max(0, state.tokens.at(name.start) - 1)] in DONE_TO_PEOPLE
        or name.surname in cast.speaking
        or name.surname in cast.acting
        or is_registered(state, name.text)
    )


def acts(state: State, name: Name) -> bool:
    """Whether a full name is the subject of a verb, or has an age or an office set after it by a comma."""
    after = state.tokens.at(name.end)
    return (
        name.is_full
        and name.words[0].lower() != "the"
        and after < len(state.tokens)
        and acts_after(state.tokens, after)
    )


def fits(cast: Cast, name: Name, gender: str | None) -> bool:
    return gender is None or gender_of(cast, name) in (None, gender)


def group_before(state: State, cast: Cast, offset: int, count: int) -> list[Person]:
    """The `count` people named together in the nearest sentence before `offset`, none if no sentence names so many."""
    sentence = state.sentence_at(offset)
    for number in (sentence, *sentences_before(state, sentence)):
        own = number == sentence
        people = people_before(state, cast, number, offset) if own else people_in(state, cast, number)
        if len(people) == count:
            return people
    return []
