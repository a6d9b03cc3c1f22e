"""What a query looks for in one field of a quote: words by their forms, words in a row, words that fit a pattern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from index.analysis import stem
from index.contract import HighlightField
from index.query.syntax import Beginning, Looked, Shaped, Similar, Words

Pattern = Beginning | Shaped | Similar


class Row(msgspec.Struct, frozen=True):
    """Forms that tokens must have one after the other, and how many others may stand between one and the next."""

    forms: tuple[str, ...]
    slop: int

    @property
    def steps(self) -> int:
        """How often each token of a text is looked at for it, more or less."""
        return len(self.forms) * (2 * self.slop + 3)


class Wanted(msgspec.Struct, frozen=True):
    """`words` are forms that count wherever they stand, `forms` these and those of the rows: all stemmed, or none."""

    words: frozenset[str]
    rows: tuple[Row, ...]
    patterns: tuple[Pattern, ...]
    forms: frozenset[str]
    stemmed: bool

    def __bool__(self) -> bool:
        return bool(self.forms or self.patterns)


def wanted_in(field: HighlightField, leaves: Iterable[Looked], *, stemmed: bool) -> Wanted:
    """What these parts of a query look for there. Names are never stemmed, and found as they are looked up."""
    own = [leaf for leaf in leaves if leaf.field in (None, field)]
    stemmed = stemmed and field != "speaker"
    rows = [row for leaf in own if isinstance(leaf, Words) for row in _rows(leaf, field, stemmed)]
    return Wanted(
        words=frozenset([row.forms[0] for row in rows if len(row.forms) == 1]),
        rows=tuple([row for row in rows if len(row.forms) > 1]),
        patterns=tuple([leaf for leaf in own if not isinstance(leaf, Words)]),
        forms=frozenset([form for row in rows for form in row.forms]),
        stemmed=stemmed,
    )


def _rows(leaf: Words, field: HighlightField, stemmed: bool) -> Iterator[Row]:
    if field == "speaker":
        yield Row(tuple([token.plain for token in leaf.tokens]), leaf.slop)
    else:
        yield Row(tuple([token.stem if stemmed else token.word for token in leaf.tokens]), leaf.slop)
    if leaf.joined is not None:
        yield Row((stem(leaf.joined) if stemmed else leaf.joined,), 0)
