"""``python -m bench.dating [-v] [--raise-floors] [FILE …]``: when, to whom and through what, on the project's own
cases. ``-v`` prints every wrong answer; a file of tests/fixtures/dating is named without ``.md``."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence

import click

from bench.circumstances import Circumstances, Verdict, cases, judge
from bench.floors import raise_floors
from bench.showing import show_table

HIGH = 0.9
"""A date's confidence from which it is called high."""
BANDS = ((0.9, 1.01), (0.7, 0.9), (0.0, 0.7))
ROWS = (
    ("date, exact EDTF", "edtf"),
    ("date with precision, basis and phrase", "whole_date"),
    ("addressee", "addressee"),
    ("channel", "channel"),
    ("place and event", "place_and_event"),
    ("dates of high confidence", "sure_and_right"),
)
HELD_OUT = "held_out"
"""The files that were written after the rules, and never tuned on, begin with this."""


def figures(verdicts: Sequence[Verdict]) -> dict[str, float]:
    """Shares in percent of all quotations, a quotation that is not found being wrong. `sure_and_right` is the share of
    right dates among those that come with high confidence."""
    return {
        "edtf": share(is_right(one) for one in verdicts),
        "whole_date": agreement(verdicts, lambda told: told.said_at),
        "addressee": agreement(verdicts, lambda told: told.addressee),
        "channel": agreement(verdicts, lambda told: told.channel),
        "place_and_event": agreement(verdicts, lambda told: (told.venue, told.event)),
        "sure_and_right": share(is_right(one) for one in dated(verdicts, HIGH)),
    }


def agreement(verdicts: Iterable[Verdict], part: Callable[[Circumstances], object]) -> float:
    return share(one.got is not None and part(one.got) == part(one.want) for one in verdicts)


def is_right(one: Verdict) -> bool:
    return one.got is not None and one.got.said_at.edtf == one.want.said_at.edtf


def dated(verdicts: Iterable[Verdict], least: float, most: float = 2.0) -> list[Verdict]:
    """Those that were given a date with a confidence from `least` up to `most`."""
    return [one for one in verdicts if one.got and one.got.said_at.edtf and least <= (one.confidence or 0) < most]


def share(answers: Iterable[bool]) -> float:
    every = list(answers)
    return 100 * sum(every) / len(every) if every else 100.0


def complaints(verdicts: Iterable[Verdict]) -> Iterator[str]:
    for one in verdicts:
        if one.got is None:
            yield f"{one.case}: {one.words!r} is not found"
        elif one.got != one.want:
            yield f"{one.case}: {one.words!r}\n    want {told(one.want)}\n    got  {told(one.got)} ({one.confidence})"


def told(one: Circumstances) -> str:
    said, others = one.said_at, (one.addressee, one.channel, one.venue, one.event)
    date = f"{said.edtf or 'undated'} {said.precision} {said.basis} {said.text_as_printed or 'no phrase'}"
    return " | ".join((date, *(one or "-" for one in others)))


def bands(verdicts: Sequence[Verdict]) -> Iterator[tuple[str, str, str]]:
    """For each range of confidence, how many dates were given with it and what share of them is right."""
    for low, high in BANDS:
        given = dated(verdicts, low, high)
        right = share(is_right(one) for one in given)
        yield f"{low:.1f} to {min(high, 1):.1f}", str(len(given)), f"{right:.1f}" if given else ""


def sets() -> dict[str, list[Verdict]]:
    """Every verdict, of the cases tuned on and of those held out."""
    split: dict[str, list[Verdict]] = {"dating": [], "dating_held_out": []}
    for case in cases():
        split["dating_held_out" if case.name.startswith(HELD_OUT) else "dating"] += judge(case)
    return split


def measured() -> dict[str, dict[str, float]]:
    """Every figure that has a floor."""
    return {name: figures(verdicts) for name, verdicts in sets().items()}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.dating", description=__doc__)
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("-v", "--verbose", action="store_true", help="print every wrong answer")
    parser.add_argument("--raise-floors", action="store_true", help="lift the floors that were passed; lower none")
    asked = parser.parse_args()
    split = {
        name: [one for one in verdicts if not asked.files or one.case.partition(":")[0] in asked.files]
        for name, verdicts in sets().items()
    }
    if asked.verbose:
        for line in complaints(one for verdicts in split.values() for one in verdicts):
            click.echo(line)
    tables = [figures(verdicts) for verdicts in split.values()]
    heading = ("right, %", *(f"{name}: {len(verdicts)} quotations" for name, verdicts in split.items()))
    show_table(heading, [(name, *(f"{one[figure]:.1f}" for one in tables)) for name, figure in ROWS])
    for name, verdicts in split.items():
        show_table((f"{name}: confidence in a date", "dates", "right, %"), bands(verdicts))

    if asked.raise_floors:
        raise_floors(measured())


if __name__ == "__main__":
    main()
