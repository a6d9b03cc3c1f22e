"""The figures of a run as tables, and docs/performance.md written anew from them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench.charts import speed

PERFORMANCE = Path(__file__).parent.parent.parent / "docs" / "performance.md"
NAMES = {
    "onrecord": "from tree",
    "onrecord_from_text": "from text",
    "stock": "stock Whoosh",
    "fts5": "SQLite FTS5",
    "tantivy": "tantivy",
}
_MEASURED = re.compile(r"(<!-- measured -->\n).*(<!-- end -->)", re.DOTALL)

Measured = Mapping[str, Any]


def table(size: int, measured: Measured) -> str:
    """Median CPU milliseconds of a question, as Markdown."""
    mixes, classes = measured["mix_qps"], measured["classes"]
    engines = [engine for engine in NAMES if engine in mixes]
    lines = [
        f"| {size:,} quotes | {' | '.join(NAMES[engine] for engine in engines)} |",
        "|---" * (len(engines) + 1) + "|",
    ]
    for name, of in classes.items():
        lines.append(f"| {name} | {' | '.join(f'{of[engine]:.3g}' if engine in of else '–' for engine in engines)} |")
    lines.append(f"| **questions/s, equal mix** | {' | '.join(f'{mixes[engine]:,.0f}' for engine in engines)} |")
    return "\n".join(lines)


def summary(measured: Measured) -> str:
    """How it compares, in a few lines of Markdown."""
    mixes, classes = measured["mix_qps"], measured["classes"]
    lines = []
    if "tantivy" in mixes:
        ratios = {name: of["onrecord"] / of["tantivy"] for name, of in classes.items()}
        worst = max(ratios, key=ratios.__getitem__)
        lines.append(f"- questions/s ÷ tantivy's: {mixes['onrecord'] / mixes['tantivy']:.2f} from the tree, "
                     f"{mixes['onrecord_from_text'] / mixes['tantivy']:.2f} from text; "
                     f"the slowest class beside it is {worst}, {ratios[worst]:.1f} times its time")  # fmt: skip
    others = [
        f"{NAMES[name]} {mixes['onrecord_from_text'] / mixes[name]:.0f}" for name in ("fts5", "stock") if name in mixes
    ]
    if others:
        lines.append(f"- questions/s from text ÷ those of {', '.join(others)}")
    rates, peaks = measured["build_per_s"], measured["build_peak_mb"]
    built = ", ".join(f"{name} {rate:,.0f} ({peaks[name]:,.0f} MB at most)" for name, rate in rates.items())
    lines.append(f"- quotes built a CPU second: {built}")
    lines.append(f"- a fresh process has its first answer after {measured['open_ms']:.0f} ms of CPU, and holds "
                 f"{measured['rss_mb']:.0f} MB after all questions; a quote added is found by another process "
                 f"after {measured['add_visible_ms']:.1f} ms of CPU in both together")  # fmt: skip
    hostile = measured["hostile_ms"]
    worst = max(hostile, key=hostile.__getitem__)
    lines.append(f"- the costliest of {len(hostile)} hostile queries is {worst}: {hostile[worst]:.0f} ms of CPU")
    return "\n".join(lines)


def document(sizes: Mapping[str, Measured]) -> None:
    """Put tables and plot of these sizes into docs/performance.md."""
    parts = [f"{table(int(size), measured)}\n\n{summary(measured)}\n" for size, measured in sizes.items()]
    series = {
        NAMES[name]: [(int(size), of["mix_qps"][name]) for size, of in sizes.items() if name in of["mix_qps"]]
        for name in NAMES
    }
    parts.append(f"![Questions a second against quotes](images/{speed(series).name})\n")
    measured = "\n".join(parts)
    page = PERFORMANCE.read_text("utf-8")
    PERFORMANCE.write_text(_MEASURED.sub(lambda found: f"{found[1]}\n{measured}\n{found[2]}", page), "utf-8")
