"""``python -m bench.clusters [--show] [--grow QUOTES]``: clusters measured on invented utterances, next to their goals.

``--show`` prints every pair that was missed or put together wrongly; ``--grow 100000`` clusters that many invented
quotes on one core, prints what each costs, and draws docs/images/cluster-growth.svg.
"""

from __future__ import annotations

import argparse

import click

from bench import charts
from bench.cluster_growth import growth
from bench.floors import below, raise_floors
from bench.showing import show_table
from bench.utterances import SETS, Judged, Printed, judge, printed


def measured() -> dict[str, Judged]:
    return {name: judge(printed(name)) for name in SETS if printed(name)}


def figures(judged: dict[str, Judged]) -> dict[str, dict[str, float]]:
    """Every figure that has a floor, in percent."""
    return {
        f"clusters_{name}": {"recall": one.recall, "right_merges": 100 - one.wrong_merges}
        for name, one in judged.items()
    }


def show(judged: dict[str, Judged]) -> None:
    rows = [
        ("pairs that report one utterance", *(str(len(one.found) + len(one.missed)) for one in judged.values()), ""),
        ("pairs that do not", *(str(one.different) for one in judged.values()), ""),
        ("recall, %", *(f"{one.recall:.1f}" for one in judged.values()), "≥ 90"),
        ("wrong merges, % of merges", *(f"{one.wrong_merges:.2f}" for one in judged.values()), "< 1"),
    ]
    show_table(("invented utterances", *judged, "goal"), rows)


def show_pairs(judged: dict[str, Judged]) -> None:
    for name, one in judged.items():
        for what, pairs in (("missed", one.missed), ("wrong", one.wrong)):
            for left, right in pairs:
                click.echo(f"{name}, {what}: {told(left)} / {told(right)}")


def told(one: Printed) -> str:
    return f"[{one.scene} {one.utterance}{', ' if one.why else ''}{one.why}] {one.words}"


def show_growth(quotes: int) -> None:
    points = []
    for one in growth(quotes):
        click.echo(
            f"{one.quotes:>7,} quotes: {one.each_ms:.2f} ms of CPU for each of the last, {one.total_s:.0f} s for all"
        )
        points.append((float(one.quotes), one.each_ms))
    click.echo(f"drawn: {charts.cluster_growth(points).name}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.clusters", description=__doc__)
    parser.add_argument("--show", action="store_true", help="print the pairs that went wrong")
    parser.add_argument("--grow", type=int, default=0, metavar="QUOTES", help="cluster so many, and draw the curve")
    parser.add_argument("--raise-floors", action="store_true", help="lift the floors that were passed; lower none")
    asked = parser.parse_args()
    judged = measured()
    show(judged)
    if asked.show:
        show_pairs(judged)
    for line in below(figures(judged)):
        click.echo(f"below its floor: {line}")
    if asked.grow:
        show_growth(asked.grow)
    if asked.raise_floors:
        raise_floors(figures(judged))


if __name__ == "__main__":
    main()
