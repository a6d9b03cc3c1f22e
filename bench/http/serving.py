"""An archive of synthetic quotes in a folder, and applications served from there as `onrecord serve` does it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench.search.generating import Synthetic, entry
from corpus import migrate
from index import build
from service.archive import Archive
from service.cli.serving import GUNICORN_SETTINGS
from service.config import Config

WORKERS = 2
PATIENCE = 60.0


def archive_of(home: Path, quotes: Iterable[Synthetic]) -> Config:
    """An index of the quotes beside a record of the bundled ones, each told that it is up to date with the other: to
    ingest a hundred thousand articles first would take longer than all that is measured. The settings given back are
    those of applications in this process, which do not log their requests."""
    config = Config.from_environment({"ONRECORD_HOME": str(home), "ONRECORD_LOG_LEVEL": "warning"})
    with Archive(config) as archive:
        migrate(archive.record)
        archive.record.load_bundle()
        build(archive.index_folder, map(entry, quotes), sequence=archive.record.sequence())
    return config


@contextmanager
def served(application: str, home: Path, **environment: str) -> Iterator[str]:
    """The address of an application that gunicorn serves in two workers, with the project's own settings; its log is
    written as ever, to a file."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {"ONRECORD_HOME": str(home), "HOST": "127.0.0.1", "PORT": str(port), "WEB_CONCURRENCY": str(WORKERS)}
    command = [sys.executable, "-m", "gunicorn", "--config", str(GUNICORN_SETTINGS), application]
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(command, env={**os.environ, **settings, **environment}, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address)
            yield address
        finally:
            process.terminate()
            process.wait(30)


def _wait_for(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(f"{address}/", timeout=PATIENCE):
                return
        except (URLError, OSError):
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
