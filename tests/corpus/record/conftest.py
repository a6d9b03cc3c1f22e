"""An empty record of the test's own. Whatever the test does to it, nothing is wrong with it afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.record import Record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "record.db") as opened:
        opened.migrate()
        yield opened
        assert list(opened.problems()) == []
