"""What every room's tests share: where the checkout is, and the project's reference material beside it."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from corpus import migrate
from corpus.record import Record

ROOT = Path(__file__).parent.parent

settings.register_profile("onrecord", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("onrecord")


def pytest_collection_finish() -> None:
    """What was imported stays, so that no collection of garbage need look through it again."""
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def power_stays_on() -> Iterator[None]:
    """No test cuts the power, so none waits for the disk."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda file: None)
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def empty_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a record with nothing in it, for tests to copy: to migrate one takes longer than most of them."""
    file = tmp_path_factory.mktemp("empty") / "record.db"
    with Record.open(file) as record:
        migrate(record)
    return file


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of seed articles and gold data that lies beside the checkout of its authors, and nowhere else."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs ../shared, the reference material beside the project, which is not here")
    return folder
