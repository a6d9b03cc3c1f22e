"""What every command has by which a person decides something: why, by whom, asked first, and told when it is done.

One rule for all of them: what is decided on is shown, and asked for, unless `--yes` answers; where nobody can be asked,
as in a pipe, nothing is changed without it.
"""

from __future__ import annotations

from collections.abc import Iterable

import click

from corpus.record import ClusterChange, RegisterChange
from service.archive import Archive
from service.cli.printing import counted
from service.cli.visible import visible

SOMEBODY = "an editor"


class Words(click.ParamType[str]):
    """Some words: a reason or a name of blanks alone tells nobody anything."""

    name = "text"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return str(value).strip() or self.fail("is empty; say it in words", param, ctx)


reason = click.option("--reason", required=True, type=Words(), help="Why; kept with the revision.")
by = click.option(
    "--by", default=SOMEBODY, show_default=True, type=Words(), help="Who decides; kept and shown with the quote."
)
yes = click.option("--yes", is_flag=True, help="Do not ask before it is kept.")


def agree(yes: bool, question: str) -> None:
    if not yes:
        click.confirm(question, abort=True)


def agree_to_undo(yes: bool, number: int, changes: Iterable[RegisterChange | ClusterChange]) -> None:
    """Show that one of the changes and ask; one that there never was is left to be refused by name."""
    for change in changes:
        if change.number == number:
            click.echo(told(change))
            agree(yes, "Put this back?")


def done(archive: Archive, change: RegisterChange | ClusterChange) -> None:
    """Have the index follow a change, and tell of it."""
    archive.synchronise()
    click.echo(told(change))


def told(change: RegisterChange | ClusterChange) -> str:
    """A numbered change in one line."""
    first = change.slug if isinstance(change, RegisterChange) else change.cluster
    which = f"{first}, {change.other}" if change.other else first
    undone = f", undone by change {change.undone_by}" if change.undone_by else ""
    said = f"change {change.number}: {change.kind} {which} ({counted(change.quotes, 'quote')} moved{undone})"
    return visible(f"{said} {change.at} by {change.by}: {change.reason}")
