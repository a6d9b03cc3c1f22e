"""The named people and bodies of one article: every name as printed, where it first stands, and with which title.

Names are runs of capitalised words. A title or an adjective of place before a name is its role, not part of it:
"Ruritanian Prime Minister Ada Lee" introduces Ada Lee. A surname alone, or with a title, is a later mention.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from msgspec import Struct

from corpus.extraction.kept import Kept
from corpus.extraction.kinds import is_agent
from corpus.extraction.lexicons import (
    ADVERBS,
    BEFORE_NAMES,
    CHILDREN,
    FEMALE,
    FUNCTION,
    GIVEN_NAMES,
    MALE,
    NAME_PARTICLES,
    ORGANIZATION,
    PLACES,
    TIMES,
    TITLES,
)

PARTICLES = f"(?:{'|'.join(sorted(NAME_PARTICLES))})"
UPPER = "A-ZÀ-ÖØ-ÞĀ-ŽА-ЯΑ-Ω"
SHORT_TITLES = (
    r"Sens?|Reps?|Govs?|Gen|Lt|Col|Maj|Capt|Sgt|Cmdr|Adm|Drs?|Mrs?|Ms|Prof|Rev|Hon|Atty|St|Jr|Sr"
    r"|MR|MRS|MS|DR|SEN|REP|GOV|GEN"
)
TITLE = "|".join(rf"(?<={title[0]}){title[1:]}" for title in SHORT_TITLES.split("|"))
AFTER_CAPITAL = rf"(?:(?=\w{{1,4}}\.)(?:{TITLE})\.|[\w’'‑-]*\w|\.(?:[A-Z]\.)*|)(?:[ \u00a0]of(?=[ \u00a0]State\b))?"
"""What follows the capital of a word in a name. Patterns begin with it, for a plain first character is sought fast."""
RUN = re.compile(
    rf"[{UPPER}](?<![\w’'@#.-].){AFTER_CAPITAL}(?:[ \u00a0](?:{PARTICLES}[ \u00a0]){{0,2}}[{UPPER}]{AFTER_CAPITAL})+"
)
OWNER = re.compile(r"['’]s\s")
POSSESSIVE = ("'s", "’s")
NO_NAMES = FUNCTION | TIMES | ADVERBS
POST_NOMINALS = frozenset(["MP", "MEP", "MSP", "KC", "QC", "SC", "MD", "OBE", "MBE", "CBE", "PHD"])
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
RANKS = TITLES | BEFORE_NAMES


PersonKey = tuple[str, str, str]


class Name(Struct, frozen=True, gc=False):
    """A name as printed once. `words` are those of the name itself, `role` what stood before it in capitals."""

    words: tuple[str, ...]
    role: str | None
    start: int
    end: int
    surname: str

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def is_full(self) -> bool:
        return len(self.words) > 1

    @property
    def key(self) -> PersonKey:
        """What is the same in every way of printing it: first word, surname, and "Jr."; a surname has no first."""
        suffix = self.words[-1].rstrip(".").lower()
        return self.words[0] if self.is_full else "", self.surname, suffix if suffix in SUFFIXES else ""

    @property
    def is_organization(self) -> bool:
        """Whether a word of it, or capitals throughout, show that it names a body."""
        return has_word_of_a_body(self.words) or (len(self.words) == 1 and not self.role and is_acronym(self.words[0]))

    @property
    def is_place(self) -> bool:
        """Whether a word of it shows that it names a place: "North Eln", "Ruiz County"."""
        return any(word.lower() in PLACES for word in self.words)


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
            for word in name.words:
                self.bodies.setdefault(word.lower(), {}).setdefault(name.words, name)
        elif name.is_full:
            for word in dict.fromkeys(name.words):
                self.full.setdefault(word.lower(), {}).setdefault(name.words, name)

    def add_role(self, name: Name, role: str) -> None:
        """Keep an office or trade printed with a name, and what it shows of its bearer."""
        words, key = ROLES[role], name.key
        for word in words:
            self.holders.setdefault(word, {}).setdefault(key, name)
        self.roles.setdefault(key, []).append(words)
        if gender := gender_shown(role):
            self.genders.setdefault(name.key, set()).add(gender)
        if not CHILDREN.isdisjoint(words):
            self.children.add(name.key)

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
    """Every name of `text` of two capitalised words or more, and every surname with a title."""
    cast = Cast()
    for run in RUN.finditer(text):
        if name := read_name(run.group(), run.start()):
            cast.add(name)
    return cast


def read_name(run: str, start: int) -> Name | None:
    """A run of capitalised words that begins at the offset `start` as a name and the role before it, or None if no name
    is left."""
    parts = RUNS[run]
    if parts is None:
        return None
    words, role, before = parts
    first = start + before
    return Name(words, role, first, first + sum(map(len, words)) + len(words) - 1, surname_of(words))


def cut_run(run: str) -> tuple[tuple[str, ...], str | None, int] | None:
    """The words of the name in a run of capitalised words, its role, and how many characters stand before the name."""
    words = run.replace("\u00a0", " ").split(" ")
    lowered = [word.lower().rstrip(".") for word in words]
    first = 0
    while first < len(words) and lowered[first] in NO_NAMES:
        first += 1
    role_first = first
    for index in range(first, len(words) - 1):
        if lowered[index] in RANKS:
            first = index + 1
    if len(words) - first > 2 and is_trade(lowered[first]) and lowered[first + 1] != "of":
        first += 1
    if first == role_first and len(words) - first > 1 and words[first].endswith(POSSESSIVE):
        first = role_first = first + 1
    stop = next((index for index in range(first, len(words)) if lowered[index] in TIMES), len(words))
    if first == stop or (stop - first == 1 and (lowered[first] in NO_NAMES or lowered[first] in RANKS)):
        return None
    if stop - first > 2 and lowered[stop - 1].upper() in POST_NOMINALS:
        stop -= 1
    kept = tuple(word[:-2] if word.endswith(POSSESSIVE) else word for word in words[first:stop])
    role = " ".join(words[role_first:first]) or None
    return kept, role, sum(len(word) + 1 for word in words[:first])


RUNS = Kept(cut_run)


def is_trade(word: str) -> bool:
    """Whether a capitalised word opens a name as a trade does: "*Banker* Ann Lee", not "*Hunter* Lee"."""
    return is_agent(word) and word not in GIVEN_NAMES and word not in ORGANIZATION


@lru_cache(maxsize=4096)
def has_word_of_a_body(words: tuple[str, ...]) -> bool:
    return any(word.lower().rstrip(".") in ORGANIZATION for word in words)


def surname_of(words: tuple[str, ...]) -> str:
    """The last word of a name that is no "Jr." or number."""
    last = words[-1]
    return words[-2] if len(words) > 1 and last.rstrip(".").lower() in SUFFIXES else last


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals throughout, as bodies' short names are: NATO, FBI."""
    return len(word) >= 2 and word.isupper() and word.isalpha()


def distinct(names: list[Name]) -> list[Name]:
    """One of each name, the longest way of printing it: "Ann B. Lee" and "Ann Lee" are one."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: -len(name.words)):
        if not any(same_person(name, other) for other in kept):
            kept.append(name)
    return kept


def same_person(short: Name, long: Name) -> bool:
    """Whether two full names can be one person's: same surname, and the given names do not contradict each other.
    "Ann Lee" and "Ann Lee Jr." are two people."""
    if short.surname.lower() != long.surname.lower():
        return False
    if short.key[:2] == long.key[:2] and short.key != long.key and abs(len(short.words) - len(long.words)) == 1:
        return False
    given, others = short.words[0].rstrip("."), long.words[0].rstrip(".")
    return (
        given == others
        or (min(len(given), len(others)) == 1 and given[0] == others[0])
        or set(short.words) <= set(long.words)
    )


ABBREVIATED = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "lt": "lieutenant",
    "col": "colonel", "dr": "doctor", "prof": "professor", "rev": "reverend", "maj": "major", "capt": "captain",
}  # fmt: skip


def role_words(role: str) -> frozenset[str]:
    """The words of a role in lower case, abbreviations written out: "Sen." is *senator*."""
    words = {word.lower().rstrip(".,").removesuffix("'s").removesuffix("’s") for word in role.split()}
    return frozenset(words | {ABBREVIATED[word] for word in words if word in ABBREVIATED})


ROLES = Kept(role_words)


def gender_shown(role: str | None) -> str | None:
    """The gender that a title or noun itself shows ("Ms.", "Mr. Lee's spokeswoman", "husband of the queen"); None for
    all others."""
    for word in OWNER.split(role or "")[-1].lower().split():
        if word.rstrip(".,") in FEMALE:
            return "female"
        if word.rstrip(".,") in MALE:
            return "male"
    return None
