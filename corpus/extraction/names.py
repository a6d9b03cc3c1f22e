"""Names as they are printed: a run of capitalised words, cut into the name and the title or office before it.

A title or an adjective of place before a name is its role, not part of it: "Ruritanian Prime Minister Ada Lee" names
Ada Lee.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import astuple

from corpus.extraction.forms import PREFIX, PREFIXED
from corpus.extraction.kept import Kept
from corpus.extraction.kinds import is_agent
from corpus.extraction.lexicons import (
    ADVERBS,
    BEFORE_NAMES,
    CALLINGS,
    FUNCTION,
    GIVEN_NAMES,
    NAME_PARTICLES,
    ORGANIZATION,
    PLACES,
    TIMES,
    TITLES,
)
from corpus.extraction.scripts import CAPITALS, CASELESS, MARKS

PARTICLES = f"(?:{'|'.join(sorted(NAME_PARTICLES))})"
UPPER = CAPITALS + CASELESS
SHORT_TITLES = (
    r"Sens?|Reps?|Govs?|Gen|Lt|Col|Maj|Capt|Sgt|Cmdr|Adm|Drs?|Mrs?|Ms|Prof|Rev|Hon|Atty|St|Jr|Sr"
    r"|MR|MRS|MS|DR|SEN|REP|GOV|GEN"
)
TITLE = "|".join(rf"(?<={title[0]}){title[1:]}" for title in SHORT_TITLES.split("|"))
AFTER_CAPITAL = (
    rf"(?:(?=\w{{1,4}}\.)(?:{TITLE})\.|[\w{MARKS}’'‑-]*[\w{MARKS}]|\.(?:[A-Z]\.)*|)(?:[ \u00a0]of(?=[ \u00a0]State\b))?"
)
"""What follows the capital of a word in a name. Patterns begin with it, for a plain first character is sought fast."""
RUN = re.compile(
    rf"[{UPPER}](?<![\w’'@#.-].){AFTER_CAPITAL}"
    rf"(?:[ \u00a0](?:{PARTICLES}[ \u00a0]){{0,2}}{PREFIX}?[{UPPER}]{AFTER_CAPITAL})+"
)
POSSESSIVE = ("'s", "’s")
NO_NAMES = FUNCTION | TIMES | ADVERBS
POST_NOMINALS = frozenset(["MP", "MEP", "MSP", "KC", "QC", "SC", "MD", "OBE", "MBE", "CBE", "PHD"])
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
SEATS = frozenset(["justice", "state", "senate", "general"])
"""What is a title before a name, and a body's own word before *Department* or *Hospital*."""
RANKS = TITLES | BEFORE_NAMES | CALLINGS


PersonKey = tuple[str, str, str]
"""What is the same in every way of printing a name: first word, surname, and "Jr."; a surname alone has no first."""


class Wording(Struct, frozen=True, gc=False):
    """What a name is wherever it stands. `words` are those of the name itself, `role` what stood before it in
    capitals, `lowered` its different words in lower case, "al-Karim" also as "karim"."""

    words: tuple[str, ...]
    role: str | None
    surname: str
    text: str
    lowered: tuple[str, ...]
    key: PersonKey
    is_full: bool
    """Whether it has more words than one."""
    is_organization: bool
    """Whether a word of it, or capitals throughout, show that it names a body."""
    is_place: bool
    """Whether a word of it shows that it names a place: "North Eln", "Ruiz County"."""


class Name(Wording, frozen=True, gc=False):
    """A name as printed once, at the offsets `start` to `end`."""

    start: int
    end: int


Fields = tuple[tuple[str, ...], str | None, str, str, tuple[str, ...], PersonKey, bool, bool, bool]
"""The values of a `Wording`, with which a `Name` begins."""


@lru_cache(maxsize=4096)
def wording(words: tuple[str, ...], role: str | None = None) -> Fields:
    """The wording of a name, worked out once."""
    surname, suffix = surname_of(words), words[-1].rstrip(".").lower()
    bare = (word[prefix.end() :] for word in words if (prefix := PREFIXED.match(word)))
    lowered = tuple(dict.fromkeys(word.lower() for word in (*words, *bare)))
    is_full = len(words) > 1
    has_word_of_a_body = "&" in words or any(word.rstrip(".") in ORGANIZATION for word in lowered)
    return astuple(
        Wording(
            words=words,
            role=role,
            surname=surname,
            text=" ".join(words),
            lowered=lowered,
            key=(words[0] if is_full else "", surname, suffix if suffix in SUFFIXES else ""),
            is_full=is_full,
            is_organization=has_word_of_a_body or (not is_full and not role and is_acronym(words[0])),
            is_place=not PLACES.isdisjoint(lowered),
        )
    )


def named(words: tuple[str, ...], start: int, end: int, role: str | None = None) -> Name:
    """The name of these words that stands from `start` to `end`."""
    return Name(*wording(words, role), start, end)


def names_in(text: str) -> Iterator[Name]:
    """Every name of `text` of two capitalised words or more, and every surname with a title."""
    for run in RUN.finditer(text):
        if name := read_name(run.group(), run.start()):
            yield name


def read_name(run: str, start: int) -> Name | None:
    """A run of capitalised words that begins at the offset `start` as a name and the role before it, or None if no name
    is left."""
    parts = RUNS[run]
    if parts is None:
        return None
    fields, before, length = parts
    first = start + before
    return Name(*fields, first, first + length)


def cut_run(run: str) -> tuple[Fields, int, int] | None:
    """The wording of the name in a run of capitalised words, how many characters stand before it, and how many are
    its own."""
    words = run.replace("\u00a0", " ").split(" ")
    lowered = [word.lower().rstrip(".") for word in words]
    first = 0
    while first < len(words) and lowered[first] in NO_NAMES:
        first += 1
    role_first = first
    for index in range(first, len(words) - 1):
        if lowered[index] in RANKS:
            first = index + 1
    if len(words) - first == 1 and lowered[first] in ORGANIZATION and not SEATS.isdisjoint(lowered[role_first:first]):
        first = role_first
    if len(words) - first > 2 and is_trade(lowered[first]) and lowered[first + 1] != "of":
        first += 1
    if first == role_first and len(words) - first > 1 and words[first].endswith(POSSESSIVE):
        first = role_first = first + 1
    stop = next((index for index in range(first, len(words)) if lowered[index] in TIMES), len(words))
    if first == stop or (stop - first == 1 and (lowered[first] in NO_NAMES or lowered[first] in RANKS)):
        return None
    if stop - first == 2 and lowered[stop - 1] in CALLINGS:
        return None  # "Labour MP"
    if stop - first > 2 and lowered[stop - 1].upper() in POST_NOMINALS:
        stop -= 1
    kept = tuple(word[:-2] if word.endswith(POSSESSIVE) else word for word in words[first:stop])
    role = " ".join(words[role_first:first]) or None
    length = sum(map(len, kept)) + len(kept) - 1
    return wording(kept, role), sum(len(word) + 1 for word in words[:first]), length


RUNS = Kept(cut_run)


def is_trade(word: str) -> bool:
    """Whether a capitalised word opens a name as a trade does: "*Banker* Ann Lee", not "*Hunter* Lee"."""
    return is_agent(word) and word not in GIVEN_NAMES and word not in ORGANIZATION


def surname_of(words: tuple[str, ...]) -> str:
    """The last word of a name that is no "Jr." or number."""
    last = words[-1]
    return words[-2] if len(words) > 1 and last.rstrip(".").lower() in SUFFIXES else last


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals throughout, as bodies' short names are: NATO, FBI."""
    return len(word) >= 2 and word.isupper() and word.isalpha()


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
