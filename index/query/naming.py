"""Which words of a query may be somebody's name: some that stand side by side, or a phrase as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from index.names import spelled
from index.query.syntax import Boosted, Both, Either, Name, Node, Words

LONGEST = 6
"""Words of a name."""


def names_in(tree: Node) -> Iterator[Name]:
    """All of them, from first to last."""
    match tree:
        case Words():
            yield from names_among((tree,))
        case Both(parts):
            yield from names_among(parts)
            for part in parts:
                yield from () if isinstance(part, Words) else names_in(part)
        case Either(parts):
            for part in parts:
                yield from names_in(part)
        case Boosted(part):
            yield from names_in(part)


def names_among(parts: Sequence[Node]) -> Iterator[Name]:
    """Those of words, among the parts of one conjunction, that are looked for everywhere."""
    for may_name, run in groupby(parts, lambda part: isinstance(part, Words) and not part.field and not part.slop):
        if may_name:
            yield from _names_in([words for words in run if isinstance(words, Words)])


def _names_in(run: Sequence[Words]) -> Iterator[Name]:
    for start in range(len(run)):
        for end in range(start + 1, min(start + LONGEST, len(run)) + 1):
            words = run[start:end]
            tokens = [token for one in words for token in one.tokens]
            if not any(one.quoted for one in words) or (len(words) == 1 and len(tokens) > 1):
                yield Name(spelled(tokens), len(tokens) == 1 and not _has_a_capital(words[0].typed))


def _has_a_capital(typed: str) -> bool:
    """Whether a word is typed as names are printed, not all in capitals."""
    return typed[0].isupper() and not typed.isupper()
