"""Speakers without a name: "a U.S. official", "two aides", "the official" that goes back to one of them.

They belong to their article. "A second official" is not the first, and one stays one. A definite mention ("the
official") goes back to the last indefinite one with the same noun in the same number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.extraction.lexicons import CAPITALS, UNNAMED
from corpus.model import Anonymous

PLURALS = {noun + "s": noun for noun in UNNAMED} | {"people": "person", "employees": "employee"}
NOUNS = "|".join(sorted((*UNNAMED, *PLURALS), key=len, reverse=True))
INTRODUCED = re.compile(
    r"(?i:\b(?P<first>a|an|one|another|some|several|many|two|three|four|five|six|other|anonymous|unnamed|unidentified|senior)\s)"
    rf"(?P<rest>(?:[\w.’'-]+\s){{0,4}}?(?P<noun>{NOUNS})\b)(?P<place>\sin\s(?:{'|'.join(CAPITALS)})\b)?"
)
NUMBERS = {"one": 1, "a": 1, "an": 1, "another": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
LOWERED = frozenset("a an one another some several many two three four five six other anonymous unnamed unidentified senior the".split())
ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "another": 2, "other": 2}


@dataclass(frozen=True, slots=True)
class Unnamed:
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


def introductions(text: str) -> list[Unnamed]:
    """Every indefinite mention of unnamed people in `text`, in order."""
    found = []
    for match in INTRODUCED.finditer(text):
        noun = match["noun"].lower()
        found.append(describe(match["first"], match["rest"], noun, match["place"], match.start(), match.group(), text))
    return found


def describe(first: str, rest: str, noun: str, place: str | None, start: int, printed: str, text: str) -> Unnamed:
    plural = noun in PLURALS
    first = first.lower() if first.lower() in LOWERED else first
    name = f"{first} {rest}".strip()
    if first == "one" and not plural:
        name = f"{article_for(rest)} {rest}"
    if place:
        adjective = CAPITALS[place.split()[-1]]
        adjective = "U.S." if adjective == "US" and "U.S." in text else adjective
        name = name[: -len(noun)] + f"{adjective} {noun}"
    words = name.lower().split()
    ordinal = next((ORDINALS[word] for word in words if word in ORDINALS), 1)
    return Unnamed(name, PLURALS.get(noun, noun), plural, NUMBERS.get(first), ordinal, start, " ".join(printed.split()))


def article_for(word: str) -> str:
    """*a* or *an*, by the letter: "U.S." takes *a*."""
    return "an" if word[0] in "aeioAEIO" else "a"


def last_before(introduced: list[Unnamed], offset: int, noun: str, plural: bool) -> Unnamed | None:
    """The last introduction before `offset` with this noun in this number."""
    return next(
        (one for one in reversed(introduced) if one.start < offset and one.noun == noun and one.plural == plural), None
    )
