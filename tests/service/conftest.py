"""An application over a record of invented articles and the bundle, with its index built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service import create_app
from service.archive import Archive
from service.config import Config
from tests.service.invented import keep_articles


@dataclass(frozen=True)
class Kept:
    """Where the archive is, and the ids of the two invented articles."""

    config: Config
    ferry: str
    bridge: str


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Made once; tests that change it make a copy with `own_config`."""
    home = tmp_path_factory.mktemp("archive")
    config = replace(Config.from_environment({"ONRECORD_HOME": str(home)}), log_level="warning")
    with Archive(config) as archive:
        archive.record.migrate()
        archive.record.load_bundle()
        ferry, bridge = keep_articles(archive.record)
        archive.synchronise()
    return Kept(config, ferry, bridge)


@pytest.fixture(scope="session")
def app(kept: Kept) -> Iterator[Flask]:
    app = create_app(kept.config)
    yield app
    app.extensions["archive"].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def own_archive(tmp_path: Path) -> Iterator[Archive]:
    """An empty archive of the test's own, migrated and without an index."""
    config = replace(Config.from_environment({"ONRECORD_HOME": str(tmp_path / "home")}), log_level="warning")
    with Archive(config) as archive:
        archive.record.migrate()
        yield archive
