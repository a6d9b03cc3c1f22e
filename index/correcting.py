"""What was probably meant by a search that finds nothing: its words that stand nowhere, each replaced by the word of
the quotes that is fewest letters away. Only a search that finds something is proposed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from index.analysis import Token, analyse
from index.contract import SearchRequest
from index.documents import Facts
from index.engines import Budget, TooCostly
from index.lessened import Searchable
from index.query import parse
from index.query.spelling import within
from index.query.syntax import Node, Similar, Words, looked_for
from index.searching import answer
from index.snapshot import Snapshot

SAMPLE = 40
"""Quotes of each segment in which a word like the one typed is looked for."""
MOST_REPLACED = 4
"""Words. Where more stand nowhere, it is not a slip of the finger."""
SHORTEST = {1: 3, 2: 6}
"""Letters that a word must have to be taken for one that many letters away."""

Replacement = tuple[int, int, str]
"""Code points of the query, from and to, and what is put in their place."""


def correction(index: Searchable, request: SearchRequest) -> str | None:
    """The `q` to search for instead, everything else alike; None if none finds anything. Raises what a search does."""
    tree = parse(request.q).tree
    return index.use(lambda snapshot: _correction(snapshot, request, tree))


def _correction(snapshot: Snapshot, request: SearchRequest, tree: Node) -> str | None:
    try:
        replaced = list(_replacements(snapshot, request.q, tree))
    except TooCostly:
        return None
    if not 0 < len(replaced) <= MOST_REPLACED:
        return None
    q = request.q
    for start, end, word in sorted(replaced, reverse=True):
        q = q[:start] + word + q[end:]
    asked = replace(request, q=q, limit=1, cursor=None, page=None, facets=(), highlight=False)
    return q if answer(snapshot, asked, parse(q)).total else None


def _replacements(snapshot: Snapshot, q: str, tree: Node) -> Iterator[Replacement]:
    budget = Budget()
    for leaf in looked_for(tree):
        start = q.find(leaf.typed, leaf.position)
        if not isinstance(leaf, Words) or start < 0:
            continue
        for token in leaf.tokens:
            if not _stands_somewhere(snapshot, leaf, token, budget):
                better = _nearest(snapshot, leaf, token.plain, budget)
                if better:
                    yield start + token.start, start + token.end, better


def _stands_somewhere(snapshot: Snapshot, leaf: Words, token: Token, budget: Budget) -> bool:
    alone = Words((token,), leaf.typed, leaf.position, leaf.field)
    return any(len(plan.rows) for plan in snapshot.reading.plans(alone, "stemmed", budget))


def _nearest(snapshot: Snapshot, leaf: Words, word: str, budget: Budget) -> str | None:
    """The word that is fewest letters away; of several, the one that most of the quotes looked at have."""
    for edits, shortest in SHORTEST.items():
        if len(word) < shortest:
            return None
        reading, similar = snapshot.reading, Similar(word, edits, leaf.typed, leaf.position, leaf.field)
        plans = reading.plans(similar, "exact", budget)
        counts = Counter(
            other
            for part, plan in zip(reading.parts, plans, strict=True)
            for row in plan.rows[:SAMPLE].tolist()
            for other in _words_of(part.facts(row), leaf.field)
            if within(word, other, edits)
        )
        if counts:
            return min(counts, key=lambda other: (-counts[other], other))
    return None


def _words_of(facts: Facts, field: str | None) -> set[str]:
    """The words of a quote as they can be searched for in a field, or in all."""
    names = [name for speaker in facts.values.get("speaker", ()) for name in (speaker.label, *speaker.aliases)]
    by_field = {
        "text": facts.segments,
        "speaker": names,
        "publisher": [v.label for v in facts.values.get("publisher", ())],
    }
    texts = by_field[field] if field else [*facts.segments, *names, facts.title or ""]
    return {word for text in texts for token in analyse(text) for word in token.words}
