"""The command line: one file a family of commands, loaded when the command is called."""

from __future__ import annotations

import importlib
import sys

import click

from corpus.errors import OnrecordError

COMMANDS = {
    "init": "service.cli.setting_up:init",
    "serve": "service.cli.setting_up:serve",
    "index": "service.cli.setting_up:index",
    "ingest": "service.cli.ingesting:ingest",
    "extract": "service.cli.extracting:extract",
    "explain": "service.cli.explaining:explain",
    "search": "service.cli.searching:search",
    "show": "service.cli.searching:show",
    "verify": "service.cli.verifying:verify",
    "check": "service.cli.verifying:check",
    "correct": "service.cli.correcting:correct",
    "dispute": "service.cli.correcting:dispute",
    "withdraw": "service.cli.correcting:withdraw",
    "reinstate": "service.cli.correcting:reinstate",
    "merge": "service.cli.correcting:merge",
    "speakers": "service.cli.speaking:speakers",
    "clusters": "service.cli.clustering:clusters",
    "export": "service.cli.keeping:export",
    "backup": "service.cli.keeping:backup",
    "restore": "service.cli.keeping:restore",
    "doctor": "service.cli.keeping:doctor",
}


class LazyGroup(click.Group):
    """A group that imports a command's module only when that command is asked for (click's documentation, "Lazily
    Loading Subcommands"): `onrecord extract` needs no web framework."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command


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
