"""`onrecord serve` and `index`: a running service, and an index at the state of the record."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

import click

from corpus.errors import IndexUnavailable
from index import IndexState
from service.archive import Archive
from service.config import Config

GUNICORN_SETTINGS = Path(__file__).parent.parent / "gunicorn_conf.py"


@click.command()
@click.option("--rebuild", is_flag=True, help="Build anew even if the index is up to date.")
def index(rebuild: bool) -> None:
    """Bring the index to the state of the record; rebuild it where it is missing, outdated or damaged."""
    with Archive(Config.from_environment()) as archive:
        with suppress(IndexUnavailable):
            archive.index.verify()  # every byte: what is found damaged is built anew
        click.echo(describe(archive.synchronise(rebuild=rebuild)))


@click.command()
def serve() -> None:
    """Serve the archive with gunicorn on HOST:PORT until told to stop."""
    with Archive(Config.from_environment()) as archive:  # a bad setting or an unusable record stops the start, here
        click.echo(describe(archive.synchronise()))
    sys.stdout.flush()
    os.execv(
        sys.executable,
        [sys.executable, "-m", "gunicorn", "--config", str(GUNICORN_SETTINGS), "service:create_app()"],
    )


def describe(state: IndexState) -> str:
    return f"index: {state.quotes} quotes of {state.articles} articles, generation {state.generation}"
