"""Which words fit a pattern of a query, many words at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from index.highlighting.wanted import Pattern
from index.query.syntax import Beginning, Shaped, Similar
from index.query.wildcards import fitting


def those_that_fit(pattern: Pattern, words: Collection[str]) -> Iterable[str]:
    match pattern:
        case Beginning(start):
            return [word for word in words if word.startswith(start)]
        case Shaped(shape):
            return filter(fitting(shape), words)
        case Similar(word, edits):
            found = process.extract(word, words, scorer=Levenshtein.distance, score_cutoff=edits, limit=None)
            return [other for other, *_ in found]
