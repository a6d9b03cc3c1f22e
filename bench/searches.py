"""Searches of a served record that were never made before: pairs of words that stand in its quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from random import Random
from urllib.parse import urlencode

SEED = 5


def pairs_of_words(texts: Sequence[str]) -> list[str]:
    """Every search for one of two words of the texts, in an order drawn once."""
    words = sorted({word.lower() for text in texts for word in re.findall(r"[A-Za-z]{3,}", text)})
    found = [f"{one} OR {other}" for one, other in combinations(words, 2)]
    Random(SEED).shuffle(found)
    return found


def addresses(path: str, searches: Sequence[str], **parameters: str) -> Iterator[str]:
    """`path` asked each of the searches."""
    for q in searches:
        yield f"{path}?{urlencode({'q': q, **parameters})}"
