"""An empty record of the test's own. Whatever the test does to it, nothing is wrong with it afterwards."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.record import Record


@pytest.fixture
def record(empty_record: Path, tmp_path: Path) -> Iterator[Record]:
    with Record.open(shutil.copy(empty_record, tmp_path / "record.db")) as opened:
        yield opened
        assert list(opened.problems()) == []
