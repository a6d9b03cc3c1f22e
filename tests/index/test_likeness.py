"""More like this: quotes that share with a given one the words that tell it from others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import InvalidRequest, NotInRecord
from index import Index, Lessened, SearchRequest, search, update
from tests.index.conftest import MakeIndex
from tests.index.invented import BORIS, Invented, entry, gone, numbers

QUOTES = [
    Invented("The dredging of the north channel is late again.", cluster="c_1", published="2024-11-01"),
    Invented("Dredging of the north channel? Late, and late again.", (BORIS,), cluster="c_1", published="2024-11-02"),
    Invented("The channel will be dredged by spring.", published="2024-11-03"),
    Invented("The ferry is late.", type="partial", published="2024-11-04"),
    Invented("The council meets in the old hall.", published="2024-11-05"),
    Invented("The mill will be sold.", published="2024-11-06"),
    Invented("Zinnias!", published="2024-11-07"),
    *(Invented(f"The price of the bread is {price}.", published="2023") for price in range(60)),
]


@pytest.fixture
def index(make_index: MakeIndex) -> Index:
    return make_index(*QUOTES)


def like(index: Index | Lessened, number: int, **asked: object) -> list[int]:
    request = SearchRequest(like=f"q_{number:04d}", limit=100)
    return numbers(hit.id for hit in search(index, replace(request, **asked)).hits)  # type: ignore[arg-type]


ASKED: list[tuple[int, dict[str, object], list[int]]] = [
    (1, {}, [2, 3, 4]),
    (2, {}, [1, 4, 3]),
    (4, {}, [2, 1]),
    (7, {}, []),
    (1, {"q": "spring"}, [3]),
    (1, {"q": "-spring"}, [2, 4]),
    (1, {"q": "quill"}, [3, 4]),
    (1, {"match": "exact"}, [2, 4, 3]),
    (3, {"match": "exact"}, [6, 2, 1]),
    (1, {"type": ("partial",)}, [4]),
    (1, {"sort": "-published_at"}, [4, 3, 2]),
    (4, {"group": "cluster"}, [1]),
]


@pytest.mark.parametrize(("number", "asked", "expected"), ASKED)
def test_what_is_like_a_quote(index: Index, number: int, asked: dict[str, object], expected: list[int]) -> None:
    assert like(index, number, **asked) == expected


def test_a_quote_of_common_words_is_like_those_that_share_most_of_them(index: Index) -> None:
    assert set(like(index, 8)[:59]) == set(range(9, 68))


def test_what_they_share_is_marked_and_the_reading_says_so(index: Index) -> None:
    answer = search(index, SearchRequest("late", like="q_0003", facets=("type",)))
    assert answer.interpreted == "*late*, like quote q_0003"
    texts = {number: str(quote.text) for number, quote in enumerate(QUOTES, 1)}
    marked = {
        number: [texts[number][mark.start : mark.end] for mark in hit.highlights]
        for number, hit in zip(numbers(hit.id for hit in answer.hits), answer.hits, strict=True)
    }
    assert marked == {1: ["dredging", "channel", "late"], 2: ["Dredging", "channel", "Late", "late"]}
    assert sum(value.count for value in answer.facets["type"]) == answer.total


def test_pages_by_cursor_are_those_of_one_search(index: Index) -> None:
    first = search(index, SearchRequest(like="q_0001", limit=2))
    rest = SearchRequest(like="q_0001", limit=2, cursor=first.next_cursor)
    assert numbers(hit.id for hit in (*first.hits, *search(index, rest).hits)) == [2, 3, 4]
    with pytest.raises(InvalidRequest, match="another search"):
        search(index, replace(rest, like="q_0002"))


def test_an_unknown_quote_has_no_likes(index: Index, tmp_path: Path) -> None:
    update(tmp_path / "index", [gone(99, 2)], sequence=99)
    for unknown in ("q_9999", "q_0002", "", "\ud800"):
        with pytest.raises(NotInRecord, match="can be searched for"):
            search(index, SearchRequest(like=unknown))
    with pytest.raises(NotInRecord):
        like(Lessened(index, frozenset(["q_0001"])), 1)


def test_a_quote_is_like_what_it_says_now(index: Index, tmp_path: Path) -> None:
    update(tmp_path / "index", [entry(99, 1, Invented("The mill, they say."))], sequence=99)
    assert like(index, 1) == [6]
