"""More like this: the words of a quote that tell it from others, each looked for as much as it tells.

How much a word tells is its weight Bo1: how far its use in the quote diverges from its use in the whole archive, by
Bose-Einstein statistics (G. Amati: Probability Models for Information Retrieval Based on Divergence from Randomness,
thesis, Glasgow 2003), with the quotes that have the word in place of how often they have it.
"""

from __future__ import annotations

from collections import Counter
from math import log2, sqrt

from corpus.errors import NotInRecord
from index.analysis import analyse_parts
from index.documents import Facts
from index.engines import Reading
from index.query.syntax import Boosted, Either, Node, Words
from index.schema import TEXT_STEM

MOST = 20
"""Words that are looked for."""
COMMON = 0.01
"""Share of all quotes up to which those that share a word are alike: *the* in common is no likeness. In an archive of
less than ten thousand, up to the square root of their number."""


def words_like(reading: Reading, quote_id: str) -> Node:
    """Any of the words of this quote that tell most; nothing if none of them stands in another quote. Raises
    NotInRecord if the index has no such quote."""
    tokens = list(analyse_parts(_facts(reading, quote_id).segments, 0))
    weights = _weights(reading, Counter(token.stem for token in tokens))
    best = sorted(weights, key=lambda stem: (-weights[stem], stem))[:MOST]
    words = {token.stem: Words((token,), token.word, 0, field="text") for token in tokens}
    return Either(tuple(Boosted(words[stem], weights[stem] / weights[best[0]]) for stem in best))


def _facts(reading: Reading, quote_id: str) -> Facts:
    for part in reading.parts:
        row = part.columns.row_of(quote_id)
        if row is not None and (part.live is None or part.live[row]):
            return part.facts(row)
    raise NotInRecord("no quote of this id can be searched for", where=quote_id)


def _weights(reading: Reading, times: Counter[str]) -> dict[str, float]:
    """How much each word tells that other quotes have too, common words left out unless there are no others."""
    documents = sum(part.documents for part in reading.parts)
    having = {stem: count for stem in times if (count := reading.documents_with(TEXT_STEM, stem)) > 1}
    most = max(COMMON * documents, sqrt(documents))
    telling = {stem: count for stem, count in having.items() if count <= most} or having
    return {stem: _bo1(times[stem], count / documents) for stem, count in telling.items()}


def _bo1(times: int, share: float) -> float:
    return times * log2((1 + share) / share) + log2(1 + share)
