"""The figures of a run as Markdown, and their place in docs/performance.md written anew."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bench.search.reporting import PERFORMANCE

NAMES = {"bare": "a bare Flask view", "mixed": "searches, none twice", "repeated": "the same twenty searches"}
COSTLIEST = 8
_PLACE = re.compile(r"(<!-- http -->\n).*?(<!-- end of http -->)", re.DOTALL)

Figures = Mapping[str, Any]


def table(figures: Figures) -> str:
    """Requests a second and what single requests cost."""
    lines = [f"| {figures['quotes']:,} quotes, two workers | requests/s | of the bare view's | p50, ms | p99, ms |",
             "|---|---|---|---|---|"]  # fmt: skip
    for name, of in figures["turns"].items():
        share = f"{100 * figures['shares'][name]:.0f} %" if name in figures["shares"] else ""
        lines.append(f"| {NAMES[name]} | {of['per_second']:,.0f} | {share} | {of['p50_ms']:.1f} | {of['p99_ms']:.1f} |")
    failed = sum(of["failed"] for of in figures["turns"].values())
    lines += ["", f"Answers other than 200: {failed}.", "", "| request | CPU, ms | status |", "|---|---|---|"]
    return "\n".join([*lines, *_told(figures["costs"])])


def _told(costs: Mapping[str, Any]) -> list[str]:
    """Every request that people make, and the costliest of those made to be costly."""
    falling = sorted(costs, key=lambda name: -costs[name]["ms"])
    common = [name for name in costs if not name.startswith(("search: ", "page: "))]
    hostile = [name for name in falling if name not in common][:COSTLIEST]
    return [f"| {name} | {costs[name]['ms']:.1f} | {costs[name]['status']} |" for name in (*common, *hostile)]


def document(figures: Figures) -> None:
    page = PERFORMANCE.read_text("utf-8")
    PERFORMANCE.write_text(_PLACE.sub(lambda found: f"{found[1]}\n{table(figures)}\n\n{found[2]}", page), "utf-8")
