"""``python -m bench.evaluate [--raise-floors]``: extraction measured, next to its goals.

Needs ``../shared/eval`` and ``../shared/polnear`` for all but the project's own set.
"""

from __future__ import annotations

import argparse
import math
from dataclasses import asdict
from pathlib import Path

import click

from bench import referee
from bench.floors import below, raise_floors
from bench.judging import Tally, judge, tally
from bench.people import FOLDER, HELD_OUT, cases
from bench.showing import show_table
from bench.speed import articles_per_second, peak_memory
from corpus.extraction import extract_quotes

REFEREE_ROWS = (
    ("JOINT F1, segments of 3 words or more", "joint_3", "82.4", 93.0),
    ("JOINT F1, 1 word or more", "joint_1", "74.9", 88.0),
    ("strict boundaries F1", "strict_3", "91.1", 97.5),
    ("indirect, verb of saying, F1", "say_indirect", "70.3", 78.0),
    ("… joint with speaker", "say_indirect_joint", "67.8", 75.0),
    ("indirect, token F1", "indirect_tokens", "58.8", 60.0),
)
"""Name, figure, the best open system on dev, and the goal."""

OWN_ROWS = (
    ("person right, of quotations found", "person_right"),
    ("quotations in marks found", "found"),
    ("found and person right", "found_and_right"),
    ("indirect ones found", "indirect_found"),
    ("split quotations kept together", "together"),
    ("no quotation, and given to nobody", "nobody_right"),
)


SETS = {"people": ("own set", FOLDER), "people_held_out": ("held out", HELD_OUT)}
"""The sets of the project's own articles: what they are called, and where they are."""


def own_tally(folder: Path = FOLDER) -> Tally:
    """Extraction over the project's own articles."""
    return tally(verdict for case in cases(folder) for verdict in judge(case, extract_quotes(case.text)))


def measured() -> dict[str, dict[str, float]]:
    """Every figure that has a floor, in percent: the own sets, and the referee's splits where they are."""
    tallies = {name: own_tally(folder) for name, (_, folder) in SETS.items()}
    shares = {name: {figure: 100 * getattr(one, figure) for _, figure in OWN_ROWS} for name, one in tallies.items()}
    own = {
        name: {figure: value for figure, value in one.items() if not math.isnan(value)} for name, one in shares.items()
    }
    splits = referee.SPLITS if referee.present() else ()
    return own | {split: asdict(referee.scores(split)) for split in splits}


def show_referee(figures: dict[str, dict[str, float]]) -> None:
    rows = [
        (name, best, *(f"{figures[split][figure]:.1f}" for split in referee.SPLITS), f"≥ {goal:.1f}")
        for name, figure, best, goal in REFEREE_ROWS
    ]
    texts = [article.text for article in referee.gold("dev").values()]
    memory = peak_memory(referee.POLNEAR / "dev" / "text")
    rows.append(("articles per CPU-second, one process", "4.9", f"{articles_per_second(texts):.0f}", "", "≥ 300"))
    rows.append(("peak memory of `onrecord extract`, MB", "208", f"{memory:.0f}", "", "< 100"))
    show_table(("PolNeAR, by the referee", "best open system", *referee.SPLITS, "goal (dev)"), rows)


def show_own(figures: dict[str, dict[str, float]]) -> None:
    columns = [own_column(title, folder) for title, folder in SETS.values()]
    show_table(
        ("right, %", *columns),
        [
            (name, *(f"{figures[one][figure]:.1f}" if figure in figures[one] else "" for one in SETS))
            for name, figure in OWN_ROWS
        ],
    )


def own_column(title: str, folder: Path) -> str:
    every = list(cases(folder))
    quotations = sum(one.who.family != "nobody" for case in every for one in case.said)
    return f"{title}: {len(every)} articles, {quotations} quotations"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.evaluate", description=__doc__)
    parser.add_argument("--raise-floors", action="store_true", help="lift the floors that were passed; lower none")
    raising = parser.parse_args().raise_floors
    figures = measured()
    if referee.present():
        show_referee(figures)
    show_own(figures)
    for line in below(figures):
        click.echo(f"below its floor: {line}")
    if raising:
        raise_floors(figures)


if __name__ == "__main__":
    main()
