"""The CPU time of single requests, from WSGI in to the last byte out, without the server around it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median

from flask import Flask
from flask.testing import FlaskClient

from bench.search.generating import Synthetic
from bench.search.hostile import HOSTILE
from service.drafts import LONGEST, MOST_QUOTATIONS

TURNS = 5
CLAIM = 10_000

Ask = Callable[[FlaskClient, str], int]
"""Makes a request of the service at a base URL and gives the status of its answer."""


@dataclass(frozen=True)
class Cost:
    """Median CPU milliseconds, and how it was answered."""

    ms: float
    status: int


def costs(app: Flask, quotes: list[Synthetic]) -> dict[str, Cost]:
    """What each kind of request costs that was made to cost much, or that people make all the time."""
    client = app.test_client()
    return {name: cost(client, ask) for name, ask in requests(quotes)}


def cost(client: FlaskClient, ask: Ask) -> Cost:
    """Asked of another host in each turn: the work is the same, and no answer one that was kept."""
    taken = []
    for turn in range(TURNS):
        began = time.thread_time()
        status = ask(client, f"http://turn-{turn}.example")
        taken.append((time.thread_time() - began) * 1000)
    return Cost(median(taken), status)


def requests(quotes: list[Synthetic]) -> Iterator[tuple[str, Ask]]:
    for name, q in HOSTILE.items():
        yield f"search: {name}", getting("/v1/quotes", q=q)
        yield f"page: {name}", getting("/search", q=q)
    said = quotes[len(quotes) // 2].text
    yield "suggest", getting("/v1/suggest", q=said.split()[0][:3])
    yield "verify: a quote", posting("/v1/verify", text=said)
    yield "verify: ten thousand characters", posting("/v1/verify", text=words_of(quotes)[:CLAIM])
    yield "check: a draft of 1,500 words", posting("/v1/check", text=draft(quotes, 1_500))
    yield "check: as long as may be, without quotations", posting("/v1/check", text=words_of(quotes)[:LONGEST])
    yield "check: as many quotations as may be", posting("/v1/check", text=quoted(quotes, MOST_QUOTATIONS, 25))
    yield "check: as many, of a word each", posting("/v1/check", text=quoted(quotes, MOST_QUOTATIONS, 1))
    yield "check: too many quotations, of a word each", posting("/v1/check", text=quoted(quotes, 1_800, 1))


def getting(path: str, **parameters: str) -> Ask:
    return lambda client, base: client.get(path, base, query_string=parameters).status_code


def posting(path: str, **body: str) -> Ask:
    return lambda client, base: client.post(path, base, json=body).status_code


def words_of(quotes: list[Synthetic]) -> str:
    return " ".join(quote.text for quote in quotes[:4_000])


def quoted(quotes: list[Synthetic], count: int, words: int) -> str:
    """So many quotations, of so many words each."""
    starts = (" ".join(quote.text.split()[:words]) for quote in quotes[:count])
    return "\n\n".join(f"“{start.capitalize()},” said Ada Lund." for start in starts)


def draft(quotes: list[Synthetic], words: int) -> str:
    """Quotations and what is told around them, each about half of the words."""
    paragraphs, count = [], 0
    for told, said in zip(quotes[::14], quotes[7::14], strict=False):
        paragraphs.append(f"The {told.text}.\n\n“{said.text.capitalize()},” {said.speaker} said.")
        count += len(paragraphs[-1].split())
        if count >= words:
            break
    return "\n\n".join(paragraphs)
