"""A search made to find slips of the pen too: each of its words also finds words a letter or two off."""

from __future__ import annotations

from corpus.errors import QuerySyntaxError
from index.analysis import fold
from index.query.syntax import Boosted, Both, Either, Node, Preferring, Similar, Words

SHORTEST, LONG = 3, 8
"""Letters of a word from which on one, and from which on two of them may differ."""
WORTH = 0.01
"""What a similar word counts beside the word itself: in what was said, in names and titles together less than the
word itself in any one of them."""
MOST = 16
"""Words that may be looked for so: each is compared with every word of the index."""


def loosened(tree: Node, query: str) -> Node:
    """The tree with every single word widened; phrases, patterns and what is not wanted stay as they are. Raises
    QuerySyntaxError, pointing at the word that is one too many."""
    widened: list[Words] = []
    loose = _loose(tree, widened)
    if len(widened) > MOST:
        message = f"at most {MOST} words can be searched for with similar ones; this search has {len(widened)}"
        raise QuerySyntaxError(message, query=query, position=widened[MOST].position)
    return loose


def _loose(tree: Node, widened: list[Words]) -> Node:
    match tree:
        case Words(tokens=(token,), quoted=False) if len(word := fold(token.word)) >= SHORTEST:
            widened.append(tree)
            similar = Similar(word, 2 if len(word) >= LONG else 1, tree.typed, tree.position, tree.field)
            return Either((tree, Boosted(similar, WORTH)))
        case Both(parts):
            return Both(tuple(_loose(part, widened) for part in parts))
        case Either(parts):
            return Either(tuple(_loose(part, widened) for part in parts))
        case Boosted(part, weight):
            return Boosted(_loose(part, widened), weight)
        case Preferring(part, names):
            return Preferring(_loose(part, widened), names)
    return tree
