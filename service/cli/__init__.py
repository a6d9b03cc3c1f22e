"""The command line: one file a family of commands, loaded when the command is called."""

from __future__ import annotations

import importlib
import sys
from dataclasses import dataclass

import click

from corpus.errors import OnrecordError


@dataclass(frozen=True, slots=True)
class Known:
    """A command before it is loaded: its module beside this one, and its help in a line, as its docstring begins."""

    module: str
    help: str


COMMANDS = {
    "init": Known("setting_up", "Make the record, or migrate it; load the bundled quotes; build the index."),
    "serve": Known("serving", "Serve the archive with gunicorn on HOST:PORT until told to stop."),
    "index": Known("serving", "Bring the index to the state of the record."),
    "ingest": Known("ingesting", "Keep the articles in PATHS and every quotation in them."),
    "extract": Known("extracting", "Find the quotations in PATHS and who said them."),
    "explain": Known("explaining", "Show PATHS with quotations, cues, mentions, and the rule of each."),
    "search": Known("searching", "Search the quotes."),
    "show": Known("searching", "Print one quote's record: for people in a terminal, as JSON in a pipe."),
    "verify": Known("verifying", "Hold WORDS, a quote, against the record."),
    "check": Known("verifying", "Hold every quotation of the drafts PATHS against the record."),
    "correct": Known("correcting", "Correct who said a quote, when, to whom or through what."),
    "dispute": Known("correcting", "Mark a quote as disputed wherever it is shown, or clear the mark."),
    "withdraw": Known("correcting", "Show a quote no more."),
    "reinstate": Known("correcting", "Show a withdrawn or merged quote again, as it stood before."),
    "merge": Known("correcting", "Make the quote QUOTE_ID part of INTO_ID."),
    "speakers": Known("speaking", "Who speaks: list, show, add, alias, merge, split, lookalikes, history, undo."),
    "clusters": Known("clustering", "The same utterance in several articles: list, show, merge, split, history, undo."),
    "export": Known("keeping", "Write every quote as NDJSON to standard output."),
    "backup": Known("keeping", "Copy the record, whole and checked, to the new file PATH."),
    "restore": Known("setting_up", "Put the record of the backup PATH in place of the present one."),
    "doctor": Known("keeping", "Check every invariant of the record and the index; name what is wrong."),
}


class LazyGroup(click.Group):
    """A group that imports a command's module only when that command is asked for (click's documentation, "Lazily
    Loading Subcommands"): `onrecord extract` needs no web framework, and `onrecord --help` nothing but this file."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(f"service.cli.{COMMANDS[cmd_name].module}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, known.help) for name, known in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="onrecord", prog_name="onrecord")
def onrecord() -> None:
    """Who said what, when, and where it is written.

    Settings come from the environment (README, "Settings"); ONRECORD_HOME is the data directory.
    """


def main() -> None:
    """Run the command line; an error that a user can mend is one line on standard error, exit status 1."""
    try:
        onrecord()
    except OnrecordError as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(1)
