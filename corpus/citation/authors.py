"""A by-line taken apart into its authors, whose family names bibliographies print first.

Only what is surely a personal name is taken apart: two words in Latin letters, or more if all but the last are initials
or well-known given names. Bodies and agencies, names with particles or titles (*Bo van Quist*), names of three words of
which the last two may be the family's, names in languages that print the family first, and all that is not understood
stay as printed (APA 7, 9.8 and 9.11; Chicago 17, 14.75 to 14.84; MLA 9, chapter 5, authors).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import regex

from corpus.extraction.lexicons import BODY_CLASSES, ORGANIZATION, PLACES, TITLES, table

Kind = Literal["person", "name", "agency", "body", "role", "suffix", "other"]
BY = regex.compile(r"\s*by\s+", regex.IGNORECASE)
APART = regex.compile(r"(\s*(?:;|\||,?\s+(?:and|&)\s|,)\s*)")
LETTERS = r"[\p{Latin}\p{M}’'\-]"
WORD = regex.compile(rf"(?=\p{{Lu}}{LETTERS}+$)(?=.*\p{{Ll}})(?!.*-\p{{Ll}}).*")
"""A name's word; a small letter after a hyphen is of a given name that follows the family's (*Kim Jong-un*)."""
WHEREABOUTS = regex.compile(r"(?<=\p{Ll}) (?:in|for) (?:the )?\p{Lu}.*")
"""Where or for whom somebody wrote: *Ann Lee in Port Elsing*."""
INITIALS = regex.compile(r"(?:\p{Lu}\.-?)+|\p{Lu}")
SUFFIX = regex.compile(r"(?:Jr|Sr)\.?|II|III|IV")
FAMILY_FIRST = frozenset({"hu", "ja", "km", "ko", "vi", "zh"})
NEWSROOM = frozenset(
    {"agencies", "agency", "bureau", "columnist", "contributor", "contributors", "correspondent", "desk", "digital"}
    | {
        "editor",
        "editorial",
        "editors",
        "journalist",
        "newsdesk",
        "newsroom",
        "newswire",
        "online",
        "our",
        "photographer",
    }
    | {"reporter", "reporters", "reports", "special", "staff", "the", "wire", "wires", "writer", "writers"}
)
"""Words that are of no personal name."""
BODIES = ORGANIZATION | BODY_CLASSES["newspaper"]
GIVEN = frozenset(name for forms in table("given_names")["forms"] for name in forms.split())
AGENCIES = frozenset(table("provenance")["agencies"])


@dataclass(frozen=True, slots=True)
class Author:
    """An author as printed; with the parts of the name if they are surely told."""

    printed: str
    given: str | None = None
    family: str | None = None
    suffix: str | None = None

    @property
    def inverted(self) -> str:
        """*Lee, Ann, Jr.*; as printed where the name is not taken apart."""
        return ", ".join(filter(None, (self.family, self.given, self.suffix))) or self.printed


def authors(byline: str | None, lang: str | None = None) -> tuple[Author, ...]:
    """The authors of `byline`, in printed order, in an article in `lang` (a BCP 47 tag).

    An outlet, office or place after a name is no author (*Ann Lee in Holm*). What is no sure list is one, as printed.
    """
    line = BY.sub("", " ".join((byline or "").split()), count=1)
    if not line:
        return ()
    found = list(listed(APART.split(line)))
    if not found or None in found:
        return (Author(line),)
    family_first = (lang or "").partition("-")[0].lower() in FAMILY_FIRST
    return tuple(Author(one.printed) if family_first else one for one in found if one)


def listed(parts: Sequence[str]) -> Iterator[Author | None]:
    """Those that `parts` name, with what stood between them at the odd places; None for what is not understood."""
    last: Author | None = None
    for joint, printed in zip(("", *parts[1::2]), parts[0::2], strict=True):
        part = WHEREABOUTS.sub("", printed)
        kind, joined = kind_of(part), joint.strip(" ,") in ("and", "&")
        if kind == "suffix" and last and last.family and not joined:
            last = replace(last, printed=f"{last.printed}, {part}", suffix=part)
        elif kind in ("body", "agency", "role") and last and not joined:
            continue
        else:
            if last:
                yield last
            last = author(part, kind) if kind in ("person", "name") or (joined and kind == "agency") else None
            if last is None:
                yield None
    if last:
        yield last


def author(part: str, kind: Kind) -> Author:
    words = part.split()
    if kind != "person":
        return Author(part)
    suffix = words.pop() if SUFFIX.fullmatch(words[-1]) else None
    return Author(part, " ".join(words[:-1]), words[-1], suffix)


def kind_of(part: str) -> Kind:
    """What a part of a by-line is: a ``person`` whose name can be taken apart, a ``name`` that cannot, or else."""
    words = part.split()
    plain = {word.strip(".,’'").lower() for word in words}
    if SUFFIX.fullmatch(part):
        return "suffix"
    if part in AGENCIES:
        return "agency"
    if plain & NEWSROOM:
        return "body" if plain & BODIES else "role"
    known = bool(words) and words[0].lower() in GIVEN
    if plain & BODIES or (plain & PLACES and not known):
        return "name" if known and len(words) == 2 else "body"
    if len(words) < 2 or any(character.isdigit() for character in part):
        return "other"
    return "name" if plain & TITLES or not is_personal(words) else "person"


def is_personal(words: Sequence[str]) -> bool:
    """Whether the last of `words` (a suffix apart) is surely the family name, and all others are given ones."""
    words = words[:-1] if SUFFIX.fullmatch(words[-1]) else words
    if len(words) < 2:
        return False
    *given, family = words
    if all(word.isupper() for word in words) and given[0].lower() in GIVEN:
        return len(words) == 2
    first_known = given[0].lower() in GIVEN or INITIALS.fullmatch(given[0])
    return bool(
        WORD.fullmatch(family)
        and (WORD.fullmatch(given[0]) or INITIALS.fullmatch(given[0]))
        and all(INITIALS.fullmatch(word) or (first_known and word.lower() in GIVEN) for word in given[1:])
    )
