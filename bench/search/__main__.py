"""`python -m bench.search --sizes 10000 100000`: build, take turns, write bench/results.json and print the tables."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from bench.search.engines import FromText, FromTree, Fts5, Tantivy
from bench.search.generating import entry, quotes
from bench.search.measuring import Answer, class_times, mix
from bench.search.stock import StockWhoosh
from bench.search.workload import workload
from index import build, open_index

RESULTS = Path(__file__).parent.parent / "results.json"

Made = TypeVar("Made")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000])
    parser.add_argument("--passes", type=int, default=3, help="measured passes over all questions")
    parser.add_argument("--without", nargs="*", default=[], help="engines to leave out: stock, fts5, tantivy")
    options = parser.parse_args()
    sizes = {}
    for size in options.sizes:
        with TemporaryDirectory() as folder:
            sizes[str(size)] = measured(size, Path(folder), options.passes, options.without)
        print(table(size, sizes[str(size)]["classes"], sizes[str(size)]["mix_qps"]))
    RESULTS.write_text(json.dumps({"sizes": sizes}, indent=2) + "\n")


def measured(size: int, folder: Path, passes: int, without: Sequence[str]) -> dict[str, dict]:  # type: ignore[type-arg]
    """What bench/results.json holds of one size."""
    made = list(quotes(size))
    _, own_rate = _rate(size, lambda: build(folder / "index", map(entry, made), sequence=size))
    build_per_s = {"onrecord": own_rate}
    index = open_index(folder / "index")
    engines: dict[str, Answer] = {
        "onrecord": FromTree(index), "onrecord_from_text": FromText(index), "stock": StockWhoosh(index),
    }  # fmt: skip
    with_payloads = [(quote, entry(quote).payload) for quote in made]
    others: dict[str, Callable[[], Answer]] = {
        "fts5": lambda: Fts5(folder / "fts5.db", with_payloads),
        "tantivy": lambda: Tantivy(folder / "tantivy", with_payloads),
    }
    for name, make in others.items():
        if name not in without:
            engines[name], build_per_s[name] = _rate(size, make)
    if "stock" in without:
        del engines["stock"]
    classes = class_times(engines, workload(made), passes, {"fts5": "fuzzy, 1 edit"})
    index.close()
    mixes = {engine: mix(classes, engine) for engine in engines}
    return {"mix_qps": mixes, "classes": classes, "build_per_s": build_per_s}


def table(size: int, classes: dict[str, dict[str, float]], mixes: dict[str, float]) -> str:
    """Median CPU milliseconds of a query, as Markdown."""
    engines = list(mixes)
    lines = [f"| {size:,} quotes | {' | '.join(engines)} |", "|---" * (len(engines) + 1) + "|"]
    for name, of in classes.items():
        lines.append(f"| {name} | {' | '.join(f'{of[engine]:.3g}' if engine in of else '–' for engine in engines)} |")
    lines.append(f"| **queries/s, equal mix** | {' | '.join(f'{mixes[engine]:,.0f}' for engine in engines)} |")
    return "\n".join(lines)


def _rate(size: int, make: Callable[[], Made]) -> tuple[Made, float]:
    """What was made, and how many quotes a CPU second that took."""
    began = time.process_time()
    made = make()
    return made, size / (time.process_time() - began)


if __name__ == "__main__":
    main()
