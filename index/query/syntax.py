"""The syntax tree of a search: what every part of the index makes of a query text.

Positions count code points of the query as it was given. Words are kept as typed (`typed`, for telling people) and
as analysed (`tokens`, for finding).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from index.analysis import Token
from index.dates import Days

TextField = Literal["text", "speaker", "publisher"]
DateField = Literal["said", "published"]


@dataclass(frozen=True, slots=True)
class Words:
    """One word, or several in this order with at most `slop` other words between one and the next. Without a field
    they are looked for in what was said, in the speaker's names and in the title."""

    tokens: tuple[Token, ...]
    typed: str
    position: int
    field: TextField | None = None
    quoted: bool = False
    slop: int = 0

    @property
    def joined(self) -> str | None:
        """The whole without hyphens, if these are the parts of one hyphenated word."""
        return self.tokens[0].joined if self.tokens[0].parts == len(self.tokens) else None


@dataclass(frozen=True, slots=True)
class Beginning:
    """Words that begin with `start` (folded)."""

    start: str
    typed: str
    position: int
    field: TextField | None = None


@dataclass(frozen=True, slots=True)
class Shaped:
    """Words of a shape (folded) that begins with letters; `*` in it stands for any letters or none, `?` for one."""

    shape: str
    typed: str
    position: int
    field: TextField | None = None


@dataclass(frozen=True, slots=True)
class Similar:
    """Words at most `edits` letters away from `word` (folded): added, left out or changed (Levenshtein)."""

    word: str
    edits: int
    typed: str
    position: int
    field: TextField | None = None


@dataclass(frozen=True, slots=True)
class OfType:
    """Quotes of this type."""

    type: str
    position: int


@dataclass(frozen=True, slots=True)
class Dated:
    """Quotes whose date may lie within `days`."""

    field: DateField
    days: Days
    typed: str
    position: int


@dataclass(frozen=True, slots=True)
class Both:
    """All of the parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of the parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """Everything but `part`."""

    part: Node


@dataclass(frozen=True, slots=True)
class Boosted:
    """What `part` finds, its scores multiplied by `weight`."""

    part: Node
    weight: float


@dataclass(frozen=True, slots=True)
class Preferring:
    """What `part` finds; each of these `names` (`index.names`) that a quote's speaker is called by adds to its score
    there."""

    part: Node
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Everything:
    """Every quote."""


@dataclass(frozen=True, slots=True)
class Name:
    """Words of a query that may be what a speaker is called, as `index.names` spells them; also just a word, if it is
    one, typed without a capital."""

    spelled: str
    may_be_a_word: bool


Looked = Words | Beginning | Shaped | Similar
Node = Looked | OfType | Dated | Both | Either | Without | Boosted | Preferring | Everything


def looked_for(tree: Node) -> Iterator[Looked]:
    """The words that make a quote match, those under a negation left out."""
    match tree:
        case Words() | Beginning() | Shaped() | Similar():
            yield tree
        case Both(parts) | Either(parts):
            for part in parts:
                yield from looked_for(part)
        case Boosted(part) | Preferring(part):
            yield from looked_for(part)


def dates_in(tree: Node) -> Iterator[Dated]:
    """Every date that a query asks for."""
    match tree:
        case Dated():
            yield tree
        case Both(parts) | Either(parts):
            for part in parts:
                yield from dates_in(part)
        case Without(part) | Boosted(part) | Preferring(part):
            yield from dates_in(part)
