"""`onrecord init` and `restore`: a record made, or put in the place of another. They alone load Alembic."""

from __future__ import annotations

from pathlib import Path

import click

from corpus import Record, migrate
from corpus.record.database import Database
from service.archive import Archive
from service.cli.deciding import agree, yes
from service.cli.serving import describe
from service.config import Config


@click.command()
def init() -> None:
    """Make the record, or migrate it; load the bundled quotes; build the index. Safe to repeat."""
    with Archive(Config.from_environment()) as archive:
        migrate(archive.record)
        loaded = archive.record.load_bundle()
        state = archive.synchronise()
    click.echo(f"bundle: {loaded.quotes} quotes of {loaded.articles} articles, {loaded.speakers} speakers")
    click.echo(describe(state))


@click.command()
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@yes
def restore(path: Path, yes: bool) -> None:
    """Put the record of the backup PATH in place of the present one, and build its index. Stop the service first."""
    config = Config.from_environment()
    if Database(config.database).exists:
        agree(yes, "This replaces the record that is there. Go on?")
    Record.restore(path, config.database)
    with Archive(config) as archive:
        migrate(archive.record)
        state = archive.synchronise(rebuild=True)
    click.echo(f"record restored from {path}; {state.quotes} quotes indexed")
