"""Whether a word is one slip of the finger away from another."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import Levenshtein


def nearest_within_one_edit(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` becomes by adding, leaving out, changing or swapping letters once."""
    return next((other for other in known if _one_edit(word, other)), None)


def _one_edit(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    swapped = len(rest_a) > 1 and rest_a[1::-1] + rest_a[2:] == rest_b
    return swapped or rest_a[1:] == rest_b[1:] or rest_a[1:] == rest_b or rest_a == rest_b[1:]


def within(a: str, b: str, edits: int) -> bool:
    """Whether `a` becomes `b` by adding, leaving out or changing at most `edits` letters (Levenshtein, 1966)."""
    return Levenshtein.distance(a, b, score_cutoff=edits) <= edits
