"""`onrecord export`, `backup` and `doctor`: the record out, in safety, and in order."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from corpus import Record
from corpus.errors import RecordUnavailable
from service.archive import Archive
from service.cli.printing import counted
from service.config import Config
from service.exporting import export_lines


@click.command()
def export() -> None:
    """Write every quote as NDJSON to standard output; of withdrawn ones id, date and reason only."""
    with Archive(Config.from_environment()) as archive:
        for line in export_lines(archive.record):
            sys.stdout.buffer.write(line)


@click.command()
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
def backup(path: Path) -> None:
    """Copy the record, whole and checked, to the new file PATH. Readers and writers go on meanwhile."""
    with Archive(Config.from_environment()) as archive:
        archive.record.backup(path)
    click.echo(f"record copied to {path}")


def of_what(record: Record) -> str:
    try:
        counts = record.counts()
    except RecordUnavailable:  # which is among the problems
        return "no quotes"
    return f"{counts.quotes} quotes of {counts.articles} articles"


@click.command()
def doctor() -> None:
    """Check every invariant of the record and the index; name what is wrong. Exit status 1 if anything is."""
    with Archive(Config.from_environment()) as archive:
        found = 0
        for problem in archive.problems():
            click.echo(problem)
            found += 1
        checked = of_what(archive.record)
    click.echo(f"{checked} checked: {counted(found, 'problem') if found else 'no problems'}")
    sys.exit(1 if found else 0)
