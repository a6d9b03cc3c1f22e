"""By what quotes find others that may report the same utterance: numbers under which the record files them.

Three words in a row, thinned out by winnowing (Schleimer, Wilkerson and Aiken 2003): of every WINDOW neighbours one is
filed, so that any WINDOW + 2 words in common are found; and single words that tell something, in the fortnight of the
utterance: these find translations and fragments. Both by speaker, or by nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from corpus.clusters.utterances import Utterance

SHINGLE = 3
WINDOW = 4
FORTNIGHT = 14
MOST = 400
"""Keys of one quote. Only those of several hundred words have more."""
NOBODY = "?"


def keys_of(utterance: Utterance) -> list[int]:
    """What a quote is filed under: signed 64-bit numbers."""
    return least([*winnowed(shingles(utterance)), *dated_words(utterance, spread=0)])


def asked_of(utterance: Utterance) -> list[int]:
    """What others are looked for by: all shingles, and the words in the fortnights before and after too. It holds all
    that the quote itself is filed under."""
    return sorted({*least([*shingles(utterance), *dated_words(utterance, spread=1)]), *keys_of(utterance)})


def least(hashes: list[int]) -> list[int]:
    """The MOST least of them, each once: two long quotes that share most words share most of these."""
    return sorted(set(hashes))[:MOST]


def shingles(utterance: Utterance) -> list[int]:
    """Every three words in a row, in order; all words of a quote that has fewer."""
    words = [word.folded for word in utterance.words]
    rows = range(max(1, len(words) - SHINGLE + 1))
    whos = sorted(utterance.who) or [NOBODY]
    return [number(who, *words[row : row + SHINGLE]) for who in whos for row in rows]


def winnowed(hashes: list[int]) -> Iterator[int]:
    """The least of every WINDOW neighbours."""
    for start in range(max(1, len(hashes) - WINDOW + 1)):
        yield min(hashes[start : start + WINDOW])


def dated_words(utterance: Utterance, *, spread: int) -> Iterator[int]:
    days = utterance.moment.known
    if days is None or not utterance.who:
        return
    fortnights = range(days.first // FORTNIGHT - spread, days.last // FORTNIGHT + spread + 1)
    if len(fortnights) > 2 + 2 * spread:  # a vague date: shingles must do
        return
    for who in sorted(utterance.who):
        for fortnight in fortnights:
            yield from (number(who, word, str(fortnight)) for word in sorted(utterance.stems))


def number(*parts: str) -> int:
    digest = blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
