"""The named people and bodies of one article: every name as printed, where it first stands, and with which title.

"Ruritanian Prime Minister Ada Lee" introduces Ada Lee. A surname alone, or with a title, is a later mention.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from msgspec import Struct

from corpus.extraction.kept import Kept
from corpus.extraction.lexicons import CHILDREN, FEMALE, MALE
from corpus.extraction.names import Name, PersonKey, names_in, same_person

OWNER = re.compile(r"['’]s\s")


class Person(Struct, frozen=True, gc=False):
    """Somebody named in a sentence: as printed, and the offset."""

    name: Name
    start: int


MOST_NAMESAKES = 24
"""People of one surname, or of one office, who are told apart in one article; only a hostile text has more."""


@dataclass(slots=True)
class Cast:
    """Every name of an article in text order, and the full names by each of their words in lower case."""

    names: list[Name] = field(default_factory=list)
    bodies: dict[str, dict[tuple[str, ...], Name]] = field(default_factory=dict)
    """For each word of a body's name ("council") the bodies that have it."""
    starts: list[int] = field(default_factory=list)
    full: dict[str, dict[tuple[str, ...], Name]] = field(default_factory=dict)
    holders: dict[str, dict[PersonKey, Name]] = field(default_factory=dict)
    """For each word of a role ("senator") those who have it, where they first do."""
    roles: dict[PersonKey, list[frozenset[str]]] = field(default_factory=dict)
    """The roles printed with somebody, each as its words in lower case."""
    genders: dict[PersonKey, set[str]] = field(default_factory=dict)
    """What titles and nouns show of a person, or of a surname alone."""
    children: set[PersonKey] = field(default_factory=set)
    """Those brought in as somebody's children: "her daughter, Ann Lee"."""
    acting: set[str] = field(default_factory=set)
    """Capitalised words right before a verb."""
    speaking: set[str] = field(default_factory=set)
    """Last words of the names that are subjects of cues: surnames of people who speak, and bodies."""
    known_bearers: dict[str, list[Name]] = field(default_factory=dict)
    """What `bearing` has answered."""
    known_people: dict[int, list[Person]] = field(default_factory=dict)
    """Who is named in a sentence, for the sentences that were asked for."""

    def add(self, name: Name) -> None:
        self.names.append(name)
        self.starts.append(name.start)
        if name.role:
            self.add_role(name, name.role)
        if name.is_organization:
            for word in name.lowered:
                self.bodies.setdefault(word, {}).setdefault(name.words, name)
        elif name.is_full:
            for word in name.lowered:
                self.full.setdefault(word, {}).setdefault(name.words, name)

    def add_role(self, name: Name, role: str) -> None:
        """Keep an office or trade printed with a name, and what it shows of its bearer."""
        shown, key = ROLES[role], name.key
        for word in shown.words:
            self.holders.setdefault(word, {}).setdefault(key, name)
        self.roles.setdefault(key, []).append(shown.words)
        if shown.gender:
            self.genders.setdefault(key, set()).add(shown.gender)
        if shown.child:
            self.children.add(key)

    def distinct_people(self) -> list[Name]:
        """Each full name that is no body's and no place's, where it first stands."""
        first: dict[tuple[str, ...], Name] = {}
        for name in self.names:
            if name.is_full:
                first.setdefault(name.words, name)
        return [name for name in first.values() if not (name.is_organization or name.is_place)]

    def bearing(self, word: str) -> list[Name]:
        """The different full names that have `word` as their surname, or else as another part: `MOST_NAMESAKES` at
        most. To be asked once all names are in."""
        low = word.lower()
        if low not in self.known_bearers:
            found = list(islice(self.full.get(low, {}).values(), MOST_NAMESAKES))
            by_surname = [name for name in found if name.surname.lower() == low]
            self.known_bearers[low] = distinct(by_surname or found)
        return self.known_bearers[low]

    def only_body(self, word: str, offset: int) -> Name | None:
        """The body with `word` in its name that stands before `offset`, if there is but one by then."""
        first, second = (*islice(self.bodies.get(word, {}).values(), 2), None, None)[:2]
        alone = first and first.start < offset and not (second and second.start < offset)
        return first if alone else None


def read_cast(text: str) -> Cast:
    """The names of `text`."""
    cast = Cast()
    for name in names_in(text):
        cast.add(name)
    return cast


def distinct(names: list[Name]) -> list[Name]:
    """One of each name, the longest way of printing it: "Ann B. Lee" and "Ann Lee" are one."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: -len(name.words)):
        if not any(same_person(name, other) for other in kept):
            kept.append(name)
    return kept


ABBREVIATED = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "lt": "lieutenant",
    "col": "colonel", "dr": "doctor", "prof": "professor", "rev": "reverend", "maj": "major", "capt": "captain",
}  # fmt: skip


def role_words(role: str) -> frozenset[str]:
    """The words of a role in lower case, abbreviations written out: "Sen." is *senator*."""
    words = {word.lower().rstrip(".,").removesuffix("'s").removesuffix("’s") for word in role.split()}
    return frozenset(words | {ABBREVIATED[word] for word in words if word in ABBREVIATED})


class Role(Struct, frozen=True, gc=False):
    """What a role says of its bearer: its words in lower case, a gender, and whether it is somebody's child."""

    words: frozenset[str]
    gender: str | None
    child: bool


def read_role(role: str) -> Role:
    words = role_words(role)
    return Role(words, gender_shown(role), not CHILDREN.isdisjoint(words))


ROLES = Kept(read_role)


def gender_shown(role: str | None) -> str | None:
    """The gender that a title or noun itself shows ("Ms.", "Mr. Lee's spokeswoman", "husband of the queen"); None for
    all others."""
    for word in OWNER.split(role or "")[-1].lower().split():
        if word.rstrip(".,") in FEMALE:
            return "female"
        if word.rstrip(".,") in MALE:
            return "male"
    return None
