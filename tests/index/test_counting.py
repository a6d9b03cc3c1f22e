"""How many quotes and articles a state holds, over segments that share articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import build, building, open_index
from index.engines.whoosh import reading
from tests.index.invented import Invented, entry, gone

ARTICLES = ("a", "a", "b", "c", "b", "a", "d", "d", "e")


@pytest.mark.parametrize("few", [0, 2, 16])
@pytest.mark.parametrize("batch", [1, 3])
def test_articles_count_once_whatever_segments_they_are_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int, batch: int
) -> None:
    monkeypatch.setattr(building, "UPDATE_BATCH", batch)
    monkeypatch.setattr(reading, "_FEW_ARTICLES", few)
    quotes = [entry(n, n, Invented("tide", article=article)) for n, article in enumerate(ARTICLES, 1)]
    build(tmp_path / "index", quotes[:4], sequence=4)
    held = dict(enumerate(ARTICLES[:4], 1))
    changes = [*quotes[4:], gone(10, 3), gone(11, 4), entry(12, 1, Invented("ebb", article="e")), gone(13, 5)]
    for change in changes:
        number = int(change.quote.id.removeprefix("q_"))
        held[number] = change.quote.citation.article.id
        if change.quote.state != "active":
            del held[number]
        state = building.update(tmp_path / "index", [change], sequence=change.seq)
        assert (state.quotes, state.articles) == (len(held), len(set(held.values())))
    assert open_index(tmp_path / "index").state.articles == len(set(held.values())) == 3
