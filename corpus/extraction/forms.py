"""What a word is wherever it is printed, as far as lists and endings tell: worked out once for each way to print it."""

from __future__ import annotations

import re

from msgspec import Struct

from corpus.extraction.kept import Kept
from corpus.extraction.lexicons import (
    AUXILIARIES,
    CUES,
    FUNCTION,
    IRREGULAR,
    NAME_PREFIXES,
    NUMERALS,
    PERSON_NOUNS,
    TIMES,
)
from corpus.extraction.scripts import NO_CASE

WORD = re.compile(r"@?\w")
PREFIX = rf"(?:(?:{'|'.join(sorted(NAME_PREFIXES))})[-‑'’])"
"""The pattern of a small word tied to a name: *al-*, *d'*."""
PREFIXED = re.compile(rf"{PREFIX}(?=\w)")


class Form(Struct, frozen=True, gc=False):
    """A word or mark as printed; `word` is in lower case with straight apostrophes."""

    word: str
    capital: bool
    """Whether it begins with a capital letter, or with one of a script that has none."""
    name: bool
    """Whether it is capitalised, be it after a prefix (*al-Karim*), and can be part of a name; *Will* only where no
    pronoun follows."""
    noun: bool
    """Whether it can be the last word of a phrase that names a speaker."""
    verb: bool
    """Whether it looks like a finite verb."""


def read_form(printed: str) -> Form:
    """The form of a word or mark as printed."""
    word = "u.s." if printed == "US" else printed.lower().replace("’", "'")
    capital = printed[0].isupper() or NO_CASE.match(printed) is not None
    prefix = PREFIXED.match(printed)
    named = capital or (prefix is not None and printed[prefix.end()].isupper())
    name = named and word not in TIMES and (word == "will" or word not in FUNCTION)
    return Form(word, capital, name, is_noun(word, capital=capital), is_verb(word, capital=capital))


def is_noun(word: str, *, capital: bool) -> bool:
    if not WORD.match(word) or word in TIMES:
        return False
    if word in FUNCTION:
        return word in NUMERALS
    return capital or word in PERSON_NOUNS or (word not in IRREGULAR and not word.endswith(("ed", "ing", "ly")))


def is_verb(word: str, *, capital: bool) -> bool:
    if word in AUXILIARIES or word in IRREGULAR:
        return True
    if capital:
        return False
    if word in CUES:
        return CUES[word].finite and CUES[word].lemma != word
    return len(word) > 3 and word.endswith("ed") and word[-3] != "e"


FORMS = Kept(read_form)
"""The form of each word, by the word as printed."""
