"""A data directory of the test's own, named by the environment as an operator would."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.service.cli.calling import run


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data directory, which is not there yet."""
    monkeypatch.setenv("ONRECORD_HOME", str(tmp_path / "var"))
    return tmp_path / "var"


@pytest.fixture(scope="session")
def initialised(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `onrecord init` makes, for tests to copy."""
    made = tmp_path_factory.mktemp("initialised")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ONRECORD_HOME", str(made))
        assert run("init").exit_code == 0
    return made


@pytest.fixture
def ready(home: Path, initialised: Path) -> Path:
    """The data directory as `onrecord init` leaves it."""
    return Path(shutil.copytree(initialised, home))
