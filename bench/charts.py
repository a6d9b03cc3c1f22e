"""The charts of docs/images, drawn with matplotlib as plain SVG: the same figures give the same file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("svg")

from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

IMAGES = Path(__file__).parent.parent / "docs" / "images"
STYLE: Any = {
    "svg.fonttype": "none",
    "svg.hashsalt": "onrecord",
    "font.family": "sans-serif",
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.alpha": 0.3,
}
MARKERS = ("o", "s", "^", "D", "v", "P")

Points = Sequence[tuple[float, float]]


def reliability(series: Mapping[str, Points]) -> Path:
    """Share right against confidence, both from 0 to 1, with the diagonal on which a confidence means what it says."""
    with mpl.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(5.5, 5))
        axes.plot([0, 1], [0, 1], linestyle=":", color="grey", label="as it should be")
        draw(axes, series)
        axes.set(xlim=(0.4, 1.0), ylim=(0.0, 1.02), xlabel="confidence of the speaker", ylabel="share right")
        return save(figure, axes, "reliability.svg")


def growth(series: Mapping[str, Points]) -> Path:
    """Seconds of CPU against length in characters, both on logarithmic scales: linear growth is a line of slope 1."""
    with mpl.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(6.5, 5))
        draw(axes, series)
        axes.set(xscale="log", yscale="log", xlabel="length, characters", ylabel="CPU seconds")
        axes.axline((1e4, 0.01), (1e5, 0.1), linestyle=":", color="grey", label="slope 1: linear")
        return save(figure, axes, "extraction-growth.svg")


def speed(series: Mapping[str, Points]) -> Path:
    """Questions a CPU second against the number of quotes, both on logarithmic scales."""
    with mpl.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(6.5, 5))
        draw(axes, series)
        axes.set(xscale="log", yscale="log", xlabel="quotes", ylabel="questions a CPU second, equal mix")
        return save(figure, axes, "search-speed.svg")


def cluster_growth(points: Points) -> Path:
    """CPU milliseconds for each quote more, against how many are in the record; from zero, so that flat looks flat."""
    with mpl.rc_context(STYLE):
        figure, axes = plt.subplots(figsize=(6.5, 4))
        draw(axes, {"one quote more, clustered": points})
        axes.set(xlabel="quotes in the record", ylabel="CPU milliseconds", ylim=(0, 2 * max(y for _, y in points)))
        return save(figure, axes, "cluster-growth.svg")


def draw(axes: Axes, series: Mapping[str, Points]) -> None:
    for (name, points), marker in zip(series.items(), MARKERS, strict=False):
        axes.plot([x for x, _ in points], [y for _, y in points], marker=marker, label=name)


def save(figure: Figure, axes: Axes, name: str) -> Path:
    axes.legend(frameon=False)
    IMAGES.mkdir(parents=True, exist_ok=True)
    path = IMAGES / name
    figure.savefig(path, metadata={"Date": None}, bbox_inches="tight")
    plt.close(figure)
    return path
