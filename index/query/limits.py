"""How much one search may ask for: every limit is refused with its place in the query. What passes and still costs too
much is ended by the engine (`index.engines.native.budget`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.errors import QuerySyntaxError
from index.query import syntax

MAX_CLAUSES = 64
"""Words and phrases in all: as many as a pasted paragraph has."""
MAX_ALTERNATIVES = 24
"""Those of them under an OR or a NOT, which read every quote that has them: 50 alternatives took two seconds."""
MAX_PATTERNS = 8
"""Beginnings, shapes, similar words and dates: each stands for many words of the index."""
MAX_SLOP = 20
MAX_WORDS_WITH_SLOP = 8
"""Loose phrases try every way to place their words: many words far apart have very many."""

Leaf = syntax.Looked | syntax.OfType | syntax.Dated
Pattern = syntax.Beginning | syntax.Shaped | syntax.Similar | syntax.Dated


def check_limits(tree: syntax.Node, query: str) -> None:
    """Raise QuerySyntaxError, pointing at the first clause that is one too many."""
    leaves = list(_leaves(tree, alternative=False))
    _at_most(MAX_CLAUSES, [leaf for leaf, _ in leaves], "words and phrases", query)
    _at_most(MAX_ALTERNATIVES, [leaf for leaf, alternative in leaves if alternative], "words under OR and NOT", query)
    patterns = [leaf for leaf, _ in leaves if isinstance(leaf, Pattern)]
    _at_most(MAX_PATTERNS, patterns, "beginnings, wildcards, similar words and dates", query)
    for leaf, _ in leaves:
        if isinstance(leaf, syntax.Words):
            _check_slop(leaf, query)


def _check_slop(words: syntax.Words, query: str) -> None:
    if words.slop > MAX_SLOP:
        raise QuerySyntaxError(f"at most {MAX_SLOP} words may stand between", query=query, position=words.position)
    if words.slop and len(words.tokens) > MAX_WORDS_WITH_SLOP:
        message = f"at most {MAX_WORDS_WITH_SLOP} words can have others between them"
        raise QuerySyntaxError(message, query=query, position=words.position)


def _at_most(limit: int, leaves: Sequence[Leaf], what: str, query: str) -> None:
    if len(leaves) > limit:
        message = f"a search has at most {limit} {what}; this one has {len(leaves)}"
        raise QuerySyntaxError(message, query=query, position=leaves[limit].position)


def _leaves(tree: syntax.Node, *, alternative: bool) -> Iterator[tuple[Leaf, bool]]:
    match tree:
        case syntax.Both(parts):
            for part in parts:
                yield from _leaves(part, alternative=alternative)
        case syntax.Either(parts):
            for part in parts:
                yield from _leaves(part, alternative=True)
        case syntax.Without(part):
            yield from _leaves(part, alternative=True)
        case syntax.Boosted(part) | syntax.Preferring(part):
            yield from _leaves(part, alternative=alternative)
        case (
            syntax.Words() | syntax.Beginning() | syntax.Shaped() | syntax.Similar() | syntax.OfType() | syntax.Dated()
        ):
            yield tree, alternative
