"""The engines of a run, each built of the same quotes, and what that took."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.search.building import BUILDERS, Built, built
from bench.search.engines import FromText, FromTree, Fts5, Tantivy
from bench.search.measuring import Answer
from bench.search.stock import StockWhoosh
from index import Index, open_index

OTHERS: Mapping[str, Callable[[Path], Answer]] = {"stock": StockWhoosh, "fts5": Fts5, "tantivy": Tantivy}


@dataclass(frozen=True)
class Contenders:
    """Who answers, by name, and how each index was built."""

    index: Index
    answers: Mapping[str, Answer]
    built: Mapping[str, Built]


def contenders(size: int, folder: Path, without: Collection[str]) -> Contenders:
    """All engines but those that are left out, each with an index of so many quotes."""
    made = {name: built(name, folder / name, size) for name in BUILDERS if name not in without}
    index = open_index(folder / "onrecord")
    answers: dict[str, Answer] = {"onrecord": FromTree(index), "onrecord_from_text": FromText(index)}
    answers |= {name: opened(folder / name) for name, opened in OTHERS.items() if name in made}
    return Contenders(index, answers, made)
