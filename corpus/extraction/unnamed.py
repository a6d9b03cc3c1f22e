"""Speakers without a name: "a U.S. official", "two aides", "the official" that goes back to one of them.

They belong to their article. "A second official" is not the first, and one stays one. A definite mention ("the
official") goes back to the last indefinite one with the same noun in the same number.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import Struct

from corpus.extraction.lexicons import CAPITALS, LOWERED, UNNAMED
from corpus.extraction.tokens import Tokens
from corpus.model import Anonymous

PLURALS = {noun + "s": noun for noun in UNNAMED} | {"people": "person", "employees": "employee"}
NOUNS = "|".join(sorted((*UNNAMED, *PLURALS), key=len, reverse=True))
INTRODUCING = LOWERED - {"the"}
INTRODUCED = re.compile(
    r"(?P<first>\w+)\s"
    rf"(?P<rest>(?:(?:[\w’'-]+|U\.S\.|U\.K\.|U\.N\.)\s){{0,4}}?(?P<noun>{NOUNS})\b)(?P<place>\sin\s(?:{'|'.join(CAPITALS)})\b)?"
)
NUMBERS = {"one": 1, "a": 1, "an": 1, "another": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
ORDINAL_WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
MOST_ALIKE = 24
"""People of one noun who are told apart in one article; only a hostile text has more."""
LONGEST_SPELT = 3
"""Letters of an abbreviation that is spelt and not read as a word: FBI, not NATO."""
ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "another": 2, "other": 2}


class Unnamed(Struct, frozen=True, gc=False):
    """One unnamed speaker, or a number of them that speak as one."""

    name: str
    noun: str
    plural: bool
    count: int | None
    ordinal: int
    start: int
    printed: str

    def anonymous(self) -> Anonymous:
        return Anonymous(self.name, self.ordinal, self.count, self.printed)


def is_unnamed_noun(word: str) -> bool:
    return word in UNNAMED or word in PLURALS


def introductions(tokens: Tokens) -> list[Unnamed]:
    """Every indefinite mention of unnamed people in a text, in order."""
    text, found, stop = tokens.text, [], 0
    for index in tokens.among(INTRODUCING):
        start, word = tokens.starts[index], tokens.words[index]
        if start < stop or (word == "senior" and index and tokens.words[index - 1] == "the"):
            continue
        if match := INTRODUCED.match(text, start):
            first, rest, noun, place = match.group("first", "rest", "noun", "place")
            found.append(describe(first, rest, noun, place, start, match.group(), text))
            stop = match.end()
    return found


def describe(first: str, rest: str, noun: str, place: str | None, start: int, printed: str, text: str) -> Unnamed:
    plural = noun in PLURALS
    first = first.lower() if first.lower() in LOWERED else first
    name = f"{first} {rest}".strip()
    if first == "one" and not plural and not rest.startswith("of "):
        name = f"{article_for(rest)} {rest}"
    if place:
        adjective = CAPITALS[place.split()[-1]]
        adjective = "U.S." if adjective == "US" and "U.S." in text else adjective
        name = name[: -len(noun)] + f"{adjective} {noun}"
    words = name.lower().split()
    ordinal = next((ORDINALS[word] for word in words if word in ORDINALS), 1)
    return Unnamed(name, PLURALS.get(noun, noun), plural, NUMBERS.get(first), ordinal, start, " ".join(printed.split()))


def article_for(word: str) -> str:
    """*a* or *an*, by the letter: "U.S." takes *a*, and "MP", which is spelt, *an*."""
    spelt = word.partition(" ")[0].isupper() and len(word.partition(" ")[0]) <= LONGEST_SPELT
    return "an" if word[0] in ("AEFHILMNORSX" if spelt else "aeioAEIO") else "a"


class UnnamedPeople:
    """The unnamed people of one article, each with a name that tells it from the others."""

    def __init__(self, tokens: Tokens) -> None:
        self._text = tokens.text
        self._by_start: dict[int, Unnamed] = {}
        self._by_noun: dict[tuple[str, bool], list[Unnamed]] = {}
        self._numbers: dict[int, int] = {}
        self._again: dict[tuple[str, bool], tuple[int, Unnamed]] = {}
        seen: dict[str, int] = {}
        for one in introductions(tokens):
            self._by_start[one.start] = one
            self._by_noun.setdefault((one.noun, one.plural), []).append(one)
            key = one.name.lower()
            seen[key] = self._numbers[one.start] = seen.get(key, 0) + 1

    def last_before(self, offset: int, word: str) -> Unnamed | None:
        """The last one brought in before `offset` with this noun in this number: whom "the official" goes back to."""
        same = self._by_noun.get((PLURALS.get(word, word), word in PLURALS), [])
        index = bisect_left(same, offset, key=lambda one: one.start)
        return same[index - 1] if index else None

    def meant_by(self, offset: int, word: str, described: frozenset[str]) -> Unnamed | None:
        """Whom "the official" at `offset` goes back to, or "the first union official" with the words `described`
        before the noun: the last of those whom all of them fit who was brought in or meant by the like."""
        key = PLURALS.get(word, word), word in PLURALS
        same = self._by_noun.get(key, [])
        known = same[: bisect_left(same, offset, key=lambda one: one.start)][-MOST_ALIKE:]
        number = next((ORDINAL_WORDS[word] for word in described if word in ORDINAL_WORDS), None)
        plain = described - ORDINAL_WORDS.keys()
        fitting = [one for one in known if plain <= set(one.name.lower().split())]
        if number is not None:
            fitting = [one for one in fitting if one.ordinal == number][:1]
        if not fitting:
            return None
        last, again = fitting[-1], self._again.get(key)
        one = again[1] if again and not described and last.start < again[0] < offset else last
        self._again[key] = offset, one
        return one

    def at(self, offset: int, printed: str, word: str) -> Unnamed:
        """The one brought in at `offset`, or one described by the words `printed` there."""
        if offset in self._by_start:
            return self._by_start[offset]
        first, _, rest = printed.partition(" ")
        if rest:
            return describe(first, rest, word, None, offset, printed, self._text)
        return Unnamed(printed, PLURALS.get(word, word), word in PLURALS, None, 1, offset, printed)

    def name_of(self, one: Unnamed) -> str:
        """Its name, numbered if the article has brought in another one under the same words."""
        number = self._numbers.get(one.start, 1)
        return one.name if number == 1 or one.plural else f"{one.name} ({number})"
