from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index import Index, build, open_index
from tests.index.invented import Invented, entries

MakeIndex = Callable[..., Index]


@pytest.fixture
def make_index(tmp_path: Path) -> Iterator[MakeIndex]:
    """Builds an index of invented quotes and opens it."""
    opened: list[Index] = []

    def make(*wanted: Invented | str) -> Index:
        build(tmp_path / "index", entries(*wanted), sequence=len(wanted))
        opened.append(open_index(tmp_path / "index"))
        return opened[-1]

    yield make
    for index in opened:
        index.close()
