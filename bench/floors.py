"""The floors under what the benches measure: tests/fixtures/floors.toml. They only rise."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from pathlib import Path

PATH = Path(__file__).parent.parent / "tests" / "fixtures" / "floors.toml"
HEADING = (
    "# The lowest figures that the project may have, in percent; tests hold it to them. They only rise:\n"
    "# `--raise-floors` of the bench that measured them lifts those that were passed and lowers none.\n"
)

Floors = dict[str, dict[str, float]]


def floors() -> Floors:
    """Floors by split or set, then by figure. None where the file is not there."""
    return tomllib.loads(PATH.read_text(encoding="utf-8")) if PATH.exists() else {}


def below(measured: Mapping[str, Mapping[str, float]]) -> list[str]:
    """A line for each figure that lies under its floor."""
    return [
        f"{where}.{figure}: {measured[where][figure]:.2f}, floor {floor:.2f}"
        for where, figures in floors().items()
        if where in measured
        for figure, floor in figures.items()
        if measured[where][figure] < floor
    ]


def raise_floors(measured: Mapping[str, Mapping[str, float]]) -> None:
    """Lift each floor to what was measured, rounded down to hundredths; a lower measurement changes nothing."""
    lifted = floors()
    for where, figures in measured.items():
        kept = lifted.setdefault(where, {})
        for figure, value in figures.items():
            kept[figure] = max(kept.get(figure, 0.0), math.floor(100 * value) / 100)
    PATH.write_text(HEADING + "".join(map(table, lifted, lifted.values())), encoding="utf-8")


def table(where: str, figures: Mapping[str, float]) -> str:
    lines = "".join(f"{figure} = {value:.2f}\n" for figure, value in figures.items())
    return f"\n[{where}]\n{lines}"
