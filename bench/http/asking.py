"""The addresses that are asked for: the classes of bench.search, mixed, none twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import chain
from random import Random
from urllib.parse import urlencode

from bench.search.generating import DAYS, FIRST_DAY, SEED, Synthetic
from bench.search.questions import HITS, query_text
from bench.search.workload import Question, workload


def addresses(quotes: Sequence[Synthetic], instances: int) -> list[str]:
    """`instances` of every class by turns. One that was drawn before gets other days of publication."""
    chance, seen = Random(SEED), set[str]()
    by_turns = chain.from_iterable(zip(*workload(quotes, instances).values(), strict=True))
    return [_distinct(parameters(question), chance, seen) for question in by_turns]


def _distinct(asked: dict[str, str], chance: Random, seen: set[str]) -> str:
    while (address := f"/v1/quotes?{urlencode(asked)}") in seen:
        first, last = sorted(chance.sample(range(DAYS), 2))
        asked["published_from"] = (FIRST_DAY + timedelta(days=first)).isoformat()
        asked["published_to"] = (FIRST_DAY + timedelta(days=last)).isoformat()
    seen.add(address)
    return address


def parameters(question: Question) -> dict[str, str]:
    """The question as a client of the API asks it; what would be another page is left out, cursors being opaque."""
    return dict(_parameters(question))


def _parameters(question: Question) -> Iterator[tuple[str, str]]:
    yield "limit", str(HITS)
    if question.words:
        yield "q", query_text(question)
    if question.speaker:
        yield "speaker", question.speaker.slug
    if question.published:
        first, last = question.published
        yield "published_from", first.isoformat()
        yield "published_to", last.isoformat()
    if question.newest_first:
        yield "sort", "-published_at"
    if question.facets:
        yield "facets", ",".join(question.facets)
