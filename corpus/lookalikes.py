"""Register entries that may be one: proposed to people with the reason, never merged by themselves."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files
from itertools import combinations

from corpus.model import Speaker
from corpus.speakers import folded

SPELLED_ALIKE = 0.8
"""Least share of letters in common (difflib's ratio): Zelensky and Zelenskiy 0.94, Moreland and Morland 0.93,
Morland and Holland 0.71."""
WRITTEN_ALIKE = 0.55
"""The same of given names where the surnames sound alike: Volodymyr and Wolodymyr 0.89, and Vladimir 0.59; Ivan and
Igor 0.25."""
SAME_SOUND = (("tsch", "c"), ("tch", "c"), ("sch", "s"), ("ch", "c"), ("sh", "s"), ("ts", "c"), ("w", "v"), ("z", "s"))
GLIDES = frozenset("aeiouyjh")
LEAST_SOUND = 3
"""Consonants of a surname from which it is told by them: Moore and Meyer have two."""
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
LEFT_OUT = frozenset({"the", "of", "and", "for"})


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Two entries, by slug, and what makes them look alike."""

    one: Speaker
    other: Speaker
    why: str


def lookalikes(speakers: Iterable[Speaker]) -> Iterator[LookAlike]:
    """Every pair once. Two Wikidata ids tell two apart, however alike their names are."""
    seen: set[tuple[str, str]] = set()
    for bucket in buckets(speakers):
        for one, other in combinations(sorted(bucket, key=lambda speaker: speaker.slug), 2):
            if (one.slug, other.slug) in seen or (one.qid and other.qid):
                continue
            if why := reason(one, other):
                seen.add((one.slug, other.slug))
                yield LookAlike(one, other, why)


def buckets(speakers: Iterable[Speaker]) -> Iterator[list[Speaker]]:
    """Entries worth comparing: people of one surname, or of one given name and surnames with the same beginning;
    bodies of one set of initials."""
    sorted_in: dict[tuple[str, ...], dict[str, Speaker]] = defaultdict(dict)
    for speaker in speakers:
        for words in names_of(speaker):
            for key in keys(speaker, words):
                sorted_in[key][speaker.slug] = speaker
    return (list(bucket.values()) for bucket in sorted_in.values() if len(bucket) > 1)


def keys(speaker: Speaker, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if speaker.kind != "person":
        yield speaker.kind, words[0] if len(words) == 1 else initials(words)
    elif len(words) > 1:
        yield "surname", words[-1]
        yield "given", words[0], words[-1][0]
        yield "sound", sound(words[0])[0], sound(words[-1])


def names_of(speaker: Speaker) -> list[tuple[str, ...]]:
    """The names of a speaker as words to compare, without what does not tell one from another."""
    left_out = SUFFIXES if speaker.kind == "person" else LEFT_OUT
    names = (folded(name).replace(",", " ").split() for name in (speaker.name, *speaker.aliases))
    told = (tuple(word for word in words if word not in left_out) for words in names)
    return [name for name in told if name]


def reason(one: Speaker, other: Speaker) -> str | None:
    """Why two entries of a kind look alike, by the first of their names that do."""
    if one.kind != other.kind:
        return None
    alike = same_person if one.kind == "person" else same_body
    found = (alike(these, those) for these in names_of(one) for those in names_of(other))
    return next((why for why in found if why), None)


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    if len(one) < 2 or len(other) < 2:
        return None
    if one == other:
        return "the same name"
    if one[-1] != other[-1]:
        alike = likeness(one[-1], other[-1]) >= SPELLED_ALIKE
        if alike and one[0] == other[0]:
            return "surnames spelled alike"
        same = sound(one[-1]) == sound(other[-1]) and len(sound(one[-1])) >= LEAST_SOUND
        written = same and likeness(one[0], other[0]) >= WRITTEN_ALIKE
        return "perhaps one name out of another alphabet" if written else None
    return same_given_names(one[:-1], other[:-1])


def likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def sound(name: str) -> str:
    """A name without what transliterations differ in: vowels and the glides among them, doubled letters, *w* and *v*,
    *z* and *s*, and what stands for one sound in German or French (*sch*, *tsch*)."""
    for written, meant in SAME_SOUND:
        name = name.replace(written, meant)
    consonants = "".join(letter for letter in name[1:] if letter not in GLIDES)
    return re.sub(r"(.)\1+", r"\1", name[:1] + consonants)


def same_given_names(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    if not fit(one[1:], other[1:]):
        return None
    if one[0] == other[0]:
        return "a middle name more"
    if one_is_initial(one[0], other[0]):
        return "an initial for the given name"
    return "a short form of the given name" if other[0] in short_forms(one[0]) else None


def fit(middle: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether middle names could be of one person: none against any, or each the same or the initial of the other."""
    return all(name == other or one_is_initial(name, other) for name, other in zip(middle, others, strict=False))


def one_is_initial(one: str, other: str) -> bool:
    return one[0] == other[0] and 1 in (len(one), len(other))


def same_body(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    if one == other:
        return "the same name"
    for short, long in ((one, other), (other, one)):
        if len(short) == 1 and len(long) > 2 and short[0] == initials(long):
            return "its initials"
    return None


def initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words)


@cache
def short_forms(name: str) -> frozenset[str]:
    """The other forms of a given name: of *michael* and of *mike*, each other."""
    text = files("corpus").joinpath("data", "lexicons", "given_names.toml").read_text(encoding="utf-8")
    families = (frozenset(words.split()) for words in tomllib.loads(text)["forms"])
    return frozenset().union(*(family for family in families if name in family)) - {name}
