"""An application over a record of invented articles and the bundle, with its index built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from corpus import migrate
from service import create_app
from service.archive import Archive
from service.config import Config
from tests.service.homes import config_of, copy_of, with_record
from tests.service.invented import keep_articles
from tests.service.town import ARTICLES, Town, keep


@dataclass(frozen=True)
class Kept:
    """Where the archive is, and the ids of the two invented articles."""

    config: Config
    ferry: str
    bridge: str


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Made once, for tests that only read it."""
    config = config_of(tmp_path_factory.mktemp("archive"))
    with Archive(config) as archive:
        migrate(archive.record)
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
def own_archive(empty_record: Path, tmp_path: Path) -> Iterator[Archive]:
    """An empty archive of the test's own, without an index."""
    with Archive(with_record(empty_record, tmp_path / "home")) as archive:
        yield archive


@pytest.fixture(scope="session")
def founded(empty_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data directory of a town, for `town` to copy."""
    config = with_record(empty_record, tmp_path_factory.mktemp("founded"))
    with Archive(config) as archive:
        for name, text in ARTICLES.items():
            keep(archive.record, name, text)
        archive.synchronise()
    return config.home


@pytest.fixture
def town(founded: Path, tmp_path: Path) -> Iterator[Town]:
    """A town of the test's own."""
    with Archive(copy_of(founded, tmp_path / "town")) as archive:
        town = Town(archive)
        yield town
        town.app.extensions["archive"].close()
