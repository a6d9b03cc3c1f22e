"""Data directories of archives: made once, and copied for every test that changes them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from service.config import Config


def config_of(home: Path) -> Config:
    return replace(Config.from_environment({"ONRECORD_HOME": str(home)}), log_level="warning")


def with_record(record: Path, home: Path) -> Config:
    """A data directory with a copy of a record in it, and no index."""
    config = config_of(home)
    home.mkdir(exist_ok=True)
    shutil.copy(record, config.database)
    return config


def copy_of(home: Path, new: Path) -> Config:
    shutil.copytree(home, new)
    return config_of(new)
