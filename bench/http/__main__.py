"""`python -m bench.http`: an archive of synthetic quotes is served, and asked as fast as wrk can, in turns with a bare
Flask view that is served the same way. Writes its part of bench/results.json; with `--document`, docs/performance.md.
wrk must be on the PATH."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory
from typing import Any
from urllib.request import urlopen

from bench.http.asking import addresses
from bench.http.bare import BODY_BYTES
from bench.http.costing import costs
from bench.http.loading import Load, load
from bench.http.reporting import document, table
from bench.http.serving import archive_of, served
from bench.results import keep_results
from bench.search.generating import quotes
from service import create_app

REPEATED = 20
"""Addresses that are asked again and again."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.http", description=__doc__)
    parser.add_argument("--size", type=int, default=100_000, help="quotes in the index")
    parser.add_argument("--turns", type=int, default=5, help="of each of the three that are compared")
    parser.add_argument("--seconds", type=int, default=6, help="of a turn")
    parser.add_argument("--instances", type=int, default=4_000, help="addresses of each class of searches")
    parser.add_argument("--document", action="store_true", help="write the table of docs/performance.md")
    options = parser.parse_args()
    if shutil.which("wrk") is None:
        sys.exit("bench.http needs wrk on the PATH")
    with TemporaryDirectory() as folder:
        figures = measured(Path(folder), options)
    print(table(figures))
    keep_results(http=figures)
    if options.document:
        document(figures)


def measured(home: Path, options: argparse.Namespace) -> dict[str, Any]:
    """What bench/results.json holds of it."""
    made = list(quotes(options.size))
    config = archive_of(home, made)
    asked = addresses(made, options.instances)
    (home / "mixed.txt").write_text("\n".join(asked), "utf-8")
    (home / "repeated.txt").write_text("\n".join(asked[:REPEATED]), "utf-8")
    (home / "bare").mkdir()
    (home / "bare.txt").write_text("/", "utf-8")
    return {
        "quotes": options.size,
        **_compared(home, asked[:REPEATED], options),
        "costs": {name: asdict(each) for name, each in costs(create_app(config), made).items()},
    }


def _compared(home: Path, typical: Sequence[str], options: argparse.Namespace) -> dict[str, Any]:
    """The bare view gives as many bytes as the `typical` answers have, on average."""
    turns: dict[str, list[Load]] = {"bare": [], "mixed": [], "repeated": []}
    place = 0
    with served("service:create_app()", home) as archive:
        size = round(mean(len(urlopen(archive + address).read()) for address in typical))
        load(archive, home / "repeated.txt", options.seconds)
        with served("bench.http.bare:create_app()", home / "bare", **{BODY_BYTES: str(size)}) as bare:
            for _ in range(options.turns):
                turns["bare"].append(load(bare, home / "bare.txt", options.seconds))
                turns["mixed"].append(load(archive, home / "mixed.txt", options.seconds, place))
                turns["repeated"].append(load(archive, home / "repeated.txt", options.seconds))
                place += turns["mixed"][-1].requests + REPEATED
    if place > 12 * options.instances:
        sys.exit("more was asked than there were addresses: raise --instances")
    return {"turns": {name: _summed(several) for name, several in turns.items()}, "shares": _shares(turns)}


def _summed(several: list[Load]) -> dict[str, float]:
    return {
        "per_second": median(one.per_second for one in several),
        "p50_ms": median(one.p50_ms for one in several),
        "p99_ms": median(one.p99_ms for one in several),
        "failed": sum(one.failed for one in several),
    }


def _shares(turns: Mapping[str, list[Load]]) -> dict[str, float]:
    """The requests a second beside those of the bare view in the same turn: medians."""
    return {
        name: median(own.per_second / bare.per_second for own, bare in zip(turns[name], turns["bare"], strict=True))
        for name in ("mixed", "repeated")
    }


if __name__ == "__main__":
    main()
