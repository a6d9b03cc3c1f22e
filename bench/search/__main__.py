"""`make bench`: build, take turns, write bench/results.json; with `--document`, docs/performance.md and its plot."""

from __future__ import annotations

import argparse
from collections.abc import Collection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.results import keep_results, kept_results
from bench.search.changing import add_visible_ms
from bench.search.contenders import contenders
from bench.search.generating import quotes
from bench.search.measuring import class_times, mix
from bench.search.reporting import document, summary, table
from bench.search.worker import worker
from bench.search.workload import workload

STOCK_AT_MOST = 100_000
"""Quotes that stock Whoosh is built of unless told otherwise: a million take it half an hour of the processor, and nine
gigabytes."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--passes", type=int, default=4, help="measured passes over all questions; an even number")
    parser.add_argument("--without", nargs="*", default=[], help="engines to leave out: stock, fts5, tantivy")
    parser.add_argument("--stock-at-most", type=int, default=STOCK_AT_MOST, help="quotes that stock Whoosh is built of")
    parser.add_argument("--add", action="store_true", help="keep the other sizes that bench/results.json has")
    parser.add_argument("--document", action="store_true", help="write docs/performance.md and its plot")
    options = parser.parse_args()
    sizes: dict[str, dict[str, Any]] = kept_results().get("sizes", {}) if options.add else {}
    for size in options.sizes:
        with TemporaryDirectory() as folder:
            without = {*options.without, *(["stock"] if size > options.stock_at_most else [])}
            sizes[str(size)] = measured(size, Path(folder), options.passes, without)
        print(table(size, sizes[str(size)]), summary(sizes[str(size)]), sep="\n\n", end="\n\n", flush=True)
        keep_results(sizes=sizes)
    if options.document:
        document(dict(sorted(sizes.items(), key=lambda measured: int(measured[0]))))


def measured(size: int, folder: Path, passes: int, without: Collection[str]) -> dict[str, Any]:
    """What bench/results.json holds of one size."""
    made = list(quotes(size))
    questions = workload(made)
    engines = contenders(size, folder, without)
    classes = class_times(engines.answers, questions, passes, {"fts5": "fuzzy, 1 edit"})
    engines.index.close()
    with worker(folder / "onrecord") as other:
        opened = other.ask([question for instances in questions.values() for question in instances])
        visible = add_visible_ms(folder / "onrecord", size, other)
    return {
        "mix_qps": {engine: mix(classes, engine) for engine in engines.answers},
        "classes": classes,
        "build_per_s": {engine: how.per_s for engine, how in engines.built.items()},
        "build_peak_mb": {engine: how.peak_mb for engine, how in engines.built.items()},
        "add_visible_ms": visible,
        "open_ms": opened.open_ms,
        "rss_mb": opened.rss_mb,
        "hostile_ms": opened.hostile_ms,
    }


if __name__ == "__main__":
    main()
