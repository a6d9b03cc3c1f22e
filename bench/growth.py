"""``python -m bench.growth``: CPU time of extraction against length, for texts that try to make it slow.

Prints seconds per kind and length, with the slope between the last two on logarithmic scales (1 is linear), and draws
docs/images/extraction-growth.svg.
"""

from __future__ import annotations

import math
import time

from bench import charts
from bench.hostile import HOSTILE, Grower
from bench.showing import show_table
from corpus.extraction import extract_quotes

LENGTHS = (10_000, 30_000, 100_000, 300_000, 1_000_000)
DRAWN = (
    "quotations in one paragraph",
    "quotations in paragraphs",
    "plain words",
    "opening marks",
    "nested curly marks",
    "ever new people",
)
"""The kinds in the chart; the table has all."""


def seconds(text: str) -> float:
    """CPU seconds for one extraction."""
    began = time.process_time()
    extract_quotes(text)
    return time.process_time() - began


def curve(grow: Grower) -> list[tuple[float, float]]:
    """Length in characters and CPU seconds, for each length."""
    texts = [grow(length) for length in LENGTHS]
    return [(float(len(text)), seconds(text)) for text in texts]


def slope(points: list[tuple[float, float]]) -> float:
    """The exponent of growth between the last two points."""
    (x, y), (further, longer) = points[-2:]
    return math.log(longer / y) / math.log(further / x)


def main() -> None:
    extract_quotes("“Warm,” Ada Park said.")
    curves = {name: curve(grow) for name, grow in HOSTILE.items()}
    show_table(
        ("CPU seconds by characters", *(f"{length:,}" for length in LENGTHS), "slope"),
        [(name, *(f"{y:.3f}" for _, y in points), f"{slope(points):.2f}") for name, points in curves.items()],
    )
    charts.growth({name: curves[name] for name in DRAWN})


if __name__ == "__main__":
    main()
