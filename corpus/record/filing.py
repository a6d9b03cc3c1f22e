"""By what quotes are found that may report the same utterance: the keys they are filed under, and who shares them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select

from corpus.clusters import Utterance, asked_of, keys_of, utterance_of
from corpus.model import Quote
from corpus.record.packing import QUOTE, unpacked
from corpus.record.schema import APPEARANCES, CLUSTER_KEYS, QUOTES

FULL = 64
"""Quotes under one key. A key that so many share tells nothing: no more are filed under it, so that looking one up
costs the same however large the record is."""
CANDIDATES = 40
"""Quotes that are compared with a new one: those that share most keys."""


FILED = select(CLUSTER_KEYS).where(CLUSTER_KEYS.c.key.in_(bindparam("keys", expanding=True)))
APPEARING = (
    select(APPEARANCES.c.number, APPEARANCES.c.cluster_id, APPEARANCES.c.by_hand, QUOTES.c.record)
    .join(QUOTES, QUOTES.c.id == APPEARANCES.c.quote_id)
    .where(APPEARANCES.c.number.in_(bindparam("numbers", expanding=True)))
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quote with the number and cluster of its appearance."""

    number: int
    cluster: str | None
    by_hand: bool
    quote: Quote
    utterance: Utterance


def file(connection: Connection, number: int, utterance: Utterance) -> list[Candidate]:
    """File an appearance under its keys; the others that may report the same utterance, the likeliest first."""
    asked = connection.execute(FILED, {"keys": asked_of(utterance)}).all()
    under = Counter(row.key for row in asked)
    if keys := [key for key in keys_of(utterance) if under[key] < FULL]:
        connection.execute(insert(CLUSTER_KEYS), [{"key": key, "number": number} for key in keys])
    return candidates(connection, likeliest(utterance, (row.number for row in asked if row.number != number)))


def likeliest(utterance: Utterance, sharing: Iterable[int]) -> list[int]:
    """Those that share most keys, the older first of equals. One key alone tells nothing of a longer quote."""
    least = 2 if len(utterance.stems) > 2 else 1
    counted = sorted(Counter(sharing).items(), key=lambda item: (-item[1], item[0]))
    return [number for number, keys in counted[:CANDIDATES] if keys >= least]


def candidates(connection: Connection, numbers: list[int]) -> list[Candidate]:
    if not numbers:
        return []
    rows = connection.execute(APPEARING, {"numbers": numbers})
    found = {row.number: candidate(row) for row in rows}
    return [found[number] for number in numbers if number in found]


def candidate(row: Any) -> Candidate:
    return Candidate(row.number, row.cluster_id, row.by_hand, *read(row.record))


@lru_cache(maxsize=1024)
def read(record: str) -> tuple[Quote, Utterance]:
    """A quote as the record keeps it. What is news is printed often within days: hence the cache."""
    quote = unpacked(QUOTE, record)
    return quote, utterance_of(quote)


def unfile(connection: Connection, number: int, utterance: Utterance) -> None:
    """Take an appearance from under its keys."""
    keys = CLUSTER_KEYS.c.key.in_(keys_of(utterance))
    connection.execute(delete(CLUSTER_KEYS).where(keys, CLUSTER_KEYS.c.number == number))
