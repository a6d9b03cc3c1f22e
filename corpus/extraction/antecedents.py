"""Whom a pronoun or "the three leaders" goes back to: the people that the sentences before have named."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from corpus.extraction.cast import Cast, Name
from corpus.extraction.kinds import is_verb
from corpus.extraction.roles import acts_after
from corpus.extraction.state import State

REACH_TOKENS = 60
REACH = 4
"""Sentences looked back for an antecedent."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in a sentence: as printed, and the offset."""

    name: Name
    start: int
    subject: bool


def people_in(state: State, cast: Cast, sentence: int, stop: int | None = None) -> list[Person]:
    """The people named in a sentence outside quotation marks, each once, in order; up to the offset `stop`."""
    tokens = state.tokens
    floor, ceiling = state.sentence_tokens[sentence]
    span = state.sentences[sentence]
    limit = span.end if stop is None else stop
    found: list[Person] = []
    taken: set[str] = set()
    inside = [name for name in names_within(cast, span.start, limit) if is_person(state, cast, name)]
    for name in inside:
        first = tokens.at(name.start)
        if first < len(tokens) and tokens.quoted[first] < 0 and name.surname not in taken and not owns(state, name):
            taken.add(name.surname)
            found.append(Person(name, name.start, False))
    for index in range(floor, min(ceiling, tokens.at(limit))):
        if not tokens.capital(index) or tokens.quoted[index] >= 0:
            continue
        start, end = tokens.starts[index], tokens.ends[index]
        word = state.text[start:end].removesuffix("'s").removesuffix("’s")
        unseen = word not in taken and not within_names(cast, start)
        if unseen and is_known_surname(state, cast, word):
            taken.add(word)
            found.append(Person(Name((word,), None, start, start + len(word), word), start, False))
    found.sort(key=lambda person: person.start)
    return mark_subject(state, floor, found)


def is_known_surname(state: State, cast: Cast, word: str) -> bool:
    """Whether a capitalised word alone names a person: of the article, or of the register."""
    bearers = cast.bearing(word)
    return (bool(bearers) and is_person(state, cast, bearers[0])) or is_registered(state, word)


def owns(state: State, name: Name) -> bool:
    """Whether a name stands in the possessive, and so is not who acts: "Lee's spokeswoman"."""
    return state.text[name.end : name.end + 2] in ("'s", "’s")


def mark_subject(state: State, floor: int, people: list[Person]) -> list[Person]:
    """The same, with the one that stands before the first verb marked as the subject."""
    tokens = state.tokens
    verb = next(
        (
            index
            for index in range(floor, min(floor + REACH_TOKENS, len(tokens)))
            if tokens.quoted[index] < 0 and is_verb(tokens, index)
        ),
        None,
    )
    if verb is None:
        return people
    before = [person for person in people if person.start < tokens.starts[verb]]
    return [Person(one.name, one.start, len(before) == 1 and one is before[0]) for one in people]


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


def antecedents(state: State, cast: Cast, offset: int, gender: str | None) -> tuple[list[Person], bool]:
    """The people that a pronoun at `offset` can mean, nearest sentence first, and whether it is but one of several
    because it alone is that sentence's subject."""
    sentence = state.sentence_at(offset)
    for number in range(sentence, max(-1, sentence - 1 - REACH), -1):
        people = people_in(state, cast, number, offset if number == sentence else None)
        people = [one for one in people if gender is None or gender_of(cast, one.name) in (None, gender)]
        if people:
            subjects = [one for one in people if one.subject]
            return (subjects, len(people) > 1) if len(subjects) == 1 and number < sentence else (people, False)
    return [], False


def gender_of(cast: Cast, name: Name) -> str | None:
    """The gender that the article's own titles show for a name; None if they show none, or both."""
    shown = cast.genders.get(name.surname, set())
    return next(iter(shown)) if len(shown) == 1 else None


def group_before(state: State, cast: Cast, offset: int, count: int) -> list[Person]:
    """The `count` people named together in the nearest sentence before `offset`, none if no sentence names so many."""
    sentence = state.sentence_at(offset)
    for number in range(sentence, max(-1, sentence - 1 - REACH), -1):
        people = people_in(state, cast, number, offset if number == sentence else None)
        if len(people) == count:
            return people
    return []
