"""Tables as they stand in docs/extraction.md: Markdown, so that what is printed can be pasted there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click


def show_table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a Markdown table whose columns after the first are aligned to the right."""
    every = [list(heading), *map(list, rows)]
    widths = [max(len(row[column]) for row in every) for column in range(len(heading))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    for row in (every[0], rule, *every[1:]):
        cells = (
            one.ljust(width) if number == 0 else one.rjust(width)
            for number, (one, width) in enumerate(zip(row, widths, strict=True))
        )
        click.echo(f"| {' | '.join(cells)} |")
    click.echo()
