"""Pages of what several segments hold, put together, are the whole in order, whatever equals whatever."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from index import Index, SearchRequest, build, building, open_index, search
from index.contract import Sort
from tests.index.invented import Invented, entries

DATES = ("2020-05-01", None, "2019", "2020-05-01", None, "2020-05-01", "2021", None, "2019", "2020-05-01", None)
QUOTES = entries(*(Invented(f"tide {'tide ' * (n % 3)}", published=day, said=day) for n, day in enumerate(DATES)))


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Index:
    """Eleven quotes in segments of two, that of the build aside."""
    monkeypatch.setattr(building, "UPDATE_BATCH", 2)
    build(tmp_path / "index", QUOTES[:3], sequence=3)
    building.update(tmp_path / "index", QUOTES[3:], sequence=len(QUOTES))
    return open_index(tmp_path / "index")


@pytest.mark.parametrize("q", ["", "tide"])
@pytest.mark.parametrize("sort", get_args(Sort))
@pytest.mark.parametrize("limit", [1, 3, 4])
def test_pages_follow_one_another(index: Index, q: str, sort: Sort, limit: int) -> None:
    whole = [hit.id for hit in search(index, SearchRequest(q, sort=sort, limit=100)).hits]
    pages = [search(index, SearchRequest(q, sort=sort, limit=limit, page=page)) for page in range(1, 14)]
    assert [hit.id for page in pages for hit in page.hits] == whole
    assert len(whole) == len(QUOTES) == len(index.use(lambda snapshot: snapshot.reading.parts)) + 6
    assert {page.total for page in pages} == {len(QUOTES)}


def test_equal_ones_go_by_id(index: Index) -> None:
    dated = [(day is None, day, f"q_{n:04d}") for n, day in enumerate(DATES, 1)]
    newest = sorted({day for _, day, _ in dated if day}, reverse=True)
    expected = [id_ for day in (*newest, None) for _, own, id_ in dated if own == day]
    assert [hit.id for hit in search(index, SearchRequest(sort="-published_at", limit=100)).hits] == expected
