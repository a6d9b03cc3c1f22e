"""Whom the labels of a transcript call by a part of their name: REYES is the Alma Reyes of the headline, the byline or
the text, and so is AR.

    Governor Alma Reyes, interviewed by Daniel Sorel ¶ SOREL: Is the wall safe? ¶ REYES: It is.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.extraction.cast import Cast
from corpus.extraction.lexicons import ORGANIZATION
from corpus.extraction.names import Name, named, names_in
from corpus.model import Article

LONGEST_INITIALS = 3
VOWELS = frozenset("AEIOUYÀÁÂÃÄÅÆÈÉÊËÌÍÎÏÒÓÔÕÖØÙÚÛÜÝ")


def full_names(cast: Cast, article: Article | None) -> list[Name]:
    """Everybody who is named in full in the text, the headline or the byline: each once, however capitalised."""
    elsewhere = [name for text in headlines(article) for name in names_in(text)]
    found: dict[tuple[str, ...], Name] = {}
    for name in (*cast.distinct_people(), *elsewhere):
        if name.is_full and not name.is_organization and not name.is_place:
            found.setdefault(name.lowered, in_small_letters(name))
    return list(found.values())


def headlines(article: Article | None) -> Iterator[str]:
    if article:
        yield from filter(None, (article.title, article.byline))


def in_small_letters(name: Name) -> Name:
    """A name as it is written where it is not a label: "Alma Reyes" for ALMA REYES."""
    small = (word.title() if word.isupper() and len(word) > 1 else word for word in name.words)
    return named(tuple(small), name.start, name.end, name.role)


def called_by(people: list[Name], words: tuple[str, ...]) -> list[Name]:
    """Who of `people` has these words (in lower case) as surname, in full or as another part of the name; else who
    has these initials."""
    last = [name for name in people if name.lowered[-len(words) :] == words]
    if last:
        return last
    part = [name for name in people if set(words) <= set(name.lowered)]
    if part or len(words) > 1 or not 1 < len(words[0]) <= LONGEST_INITIALS:
        return part
    return [name for name in people if "".join(word[0] for word in name.words).lower() == words[0]]


def is_surname(label: str) -> bool:
    """Whether a word in capitals alone can be somebody's surname: it has a vowel, and is no common noun for a body."""
    return label.isupper() and label.lower() not in ORGANIZATION and not VOWELS.isdisjoint(label)
