"""Requests a second of the search page and of the JSON answers to the same searches: never made before, and again and
again one. Taken in turns, so that a busy machine slows all."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import requests

from bench.http.loading import Load, load
from bench.searches import addresses, pairs_of_words
from service.pages import timeline
from service.pages.state import FACETS, PAGE_SIZE

TURNS, SECONDS = 5, 3
JSON, COUNTED, PAGE = "JSON answer", "JSON answer with the facets of the page", "search page"
ANSWERS: Mapping[str, tuple[str, dict[str, str]]] = {
    JSON: ("/v1/quotes", {"limit": str(PAGE_SIZE)}),
    COUNTED: ("/v1/quotes", {"limit": str(PAGE_SIZE), "facets": ",".join((*FACETS, *timeline.FACETS))}),
    PAGE: ("/search", {}),
}


@dataclass(frozen=True)
class Rates:
    """Requests a second by answer, a number a turn."""

    new: dict[str, list[float]]
    repeated: dict[str, list[float]]


def rates(address: str) -> Rates:
    """Raises RuntimeError if an answer was no success, or if there are too few searches never to make one twice."""
    found = requests.get(f"{address}/v1/quotes?limit=100", timeout=30).json()["results"]
    searches, taken = pairs_of_words([one["text"] for one in found]), Rates({}, {})
    with tempfile.TemporaryDirectory() as folder:
        new = {name: _written(Path(folder) / f"{name}.new", _of(name, searches)) for name in ANSWERS}
        one = {name: _written(Path(folder) / f"{name}.one", _of(name, ["the"])) for name in ANSWERS}
        places = dict.fromkeys(ANSWERS, 0)
        for _ in range(TURNS):
            for name in ANSWERS:
                turn = successful(load(address, new[name], SECONDS, places[name]))
                places[name] += turn.requests + 100  # some were asked for and not waited for
                taken.new.setdefault(name, []).append(turn.per_second)
                taken.repeated.setdefault(name, []).append(successful(load(address, one[name], SECONDS)).per_second)
    if max(places.values()) > len(searches):
        raise RuntimeError(f"{len(searches)} searches are too few")
    return taken


def successful(turn: Load) -> Load:
    if turn.failed:
        raise RuntimeError(f"{turn.failed} answers were no success")
    return turn


def share(page: list[float], json: list[float]) -> float:
    """The median of page ÷ JSON within turns."""
    return statistics.median(one / other for one, other in zip(page, json, strict=True))


def rows(taken: Rates) -> list[str]:
    """A table's rows: new searches, then one that is repeated."""
    told = []
    for name in ANSWERS:
        each = (statistics.median(of[name]) for of in (taken.new, taken.repeated))
        told.append(f"| {name}, requests/s | {' | '.join(f'{one:,.0f}' for one in each)} |")
    for words, name in (("page ÷ JSON", JSON), ("page ÷ JSON with facets", COUNTED)):
        shares = (share(of[PAGE], of[name]) for of in (taken.new, taken.repeated))
        told.append(f"| {words} | {' | '.join(f'{one:.0%}' for one in shares)} |")
    return told


def _of(name: str, searches: list[str]) -> Iterable[str]:
    path, parameters = ANSWERS[name]
    return addresses(path, searches, **parameters)


def _written(path: Path, lines: Iterable[str]) -> Path:
    path.write_text("\n".join(lines), "utf-8")
    return path
