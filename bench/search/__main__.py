"""`python -m bench.search --sizes 10000 100000`: build, take turns, write bench/results.json and print the tables."""

from __future__ import annotations

import argparse
import json
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from bench.search.engines import Fts5, OnRecord, Tantivy
from bench.search.generating import Synthetic, entry, quotes
from bench.search.measuring import Answer, class_times, mix
from bench.search.stock import StockWhoosh
from bench.search.workload import workload
from index import Entry, build, open_index

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
    entries = list(map(entry, made))
    build_per_s: dict[str, float] = {}
    _, build_per_s["onrecord"] = _rate(size, lambda: build(folder / "index", entries, sequence=size))
    index = open_index(folder / "index")
    engines: dict[str, Answer] = {"onrecord": OnRecord(index)}
    others: dict[str, Callable[[], Answer]] = {
        "stock": lambda: StockWhoosh(index),
        "fts5": lambda: Fts5(folder / "fts5.db", _with_payloads(made, entries)),
        "tantivy": lambda: Tantivy(folder / "tantivy", _with_payloads(made, entries)),
    }
    for name, make in others.items():
        if name not in without:
            engines[name], build_per_s[name] = _rate(size, make)
    classes = class_times(engines, workload(made), passes)
    index.close()
    shutil.rmtree(folder / "index")
    mixes = {engine: mix(classes, engine) for engine in engines}
    return {"mix_qps": mixes, "classes": classes, "build_per_s": build_per_s}


def table(size: int, classes: dict[str, dict[str, float]], mixes: dict[str, float | None]) -> str:
    """Median CPU milliseconds of a query, as Markdown."""
    engines = list(mixes)
    lines = [f"| {size:,} quotes | {' | '.join(engines)} |", "|---" * (len(engines) + 1) + "|"]
    lines += [f"| {name} | {' | '.join(f'{of[engine]:.3g}' for engine in engines)} |" for name, of in classes.items()]
    lines.append(f"| **queries/s, equal mix** | {' | '.join(f'{mixes[engine] or 0:,.0f}' for engine in engines)} |")
    return "\n".join(lines)


def _rate(size: int, make: Callable[[], Made]) -> tuple[Made, float]:
    """What was made, and how many quotes a CPU second that took."""
    began = time.process_time()
    made = make()
    return made, size / (time.process_time() - began)


def _with_payloads(made: Sequence[Synthetic], entries: Sequence[Entry]) -> list[tuple[Synthetic, bytes]]:
    return [(quote, entry.payload) for quote, entry in zip(made, entries, strict=True)]


if __name__ == "__main__":
    main()
