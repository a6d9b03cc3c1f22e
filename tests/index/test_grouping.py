"""`group=cluster`: one hit an utterance, the fullest that was found; totals, facets and cursors count such hits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import InvalidRequest
from index import Index, SearchRequest, build, open_index, search, update
from tests.index.conftest import MakeIndex
from tests.index.invented import ADA, BORIS, Invented, entries, entry, gone, numbers

PIER = [
    Invented("The pier is closed.", published="2031-03-04", publisher="Dune Post", cluster="c_pier"),
    Invented("The pier is closed, and it stays closed.", published="2031-03-02", cluster="c_pier"),
    Invented("The pier is closed", published="2031-03-05", type="indirect", cluster="c_pier"),
    Invented("Nobody asked the pier's owner.", published="2031-03-03", cluster="c_owner"),
    Invented("Ferries will stop at the pier.", published="2031-03-01"),
]


def found(index: Index, **asked: object) -> list[int]:
    request = SearchRequest(group="cluster", **asked)  # type: ignore[arg-type]
    return numbers(hit.id for hit in search(index, request).hits)


def test_the_fullest_stands_for_its_cluster_at_its_own_place(make_index: MakeIndex) -> None:
    index = make_index(*PIER)
    assert found(index) == [4, 2, 5]
    assert sorted(found(index, q="pier")) == [2, 4, 5]
    assert search(index, SearchRequest(group="cluster")).total == 3
    assert search(index, SearchRequest()).total == 5


def test_of_those_that_a_filter_leaves_the_fullest_is_shown(make_index: MakeIndex) -> None:
    index = make_index(*PIER)
    assert found(index, publisher=("Dune Post",)) == [1]
    assert found(index, type=("indirect",)) == [3]
    assert found(index, q="stays") == [2]


def test_facets_count_utterances(make_index: MakeIndex) -> None:
    answer = search(make_index(*PIER), SearchRequest(group="cluster", facets=("publisher", "type")))
    counted = {name: {one.value: one.count for one in values} for name, values in answer.facets.items()}
    assert counted == {
        "publisher": {"The Tidewater Gazette": 3, "Dune Post": 1},
        "type": {"direct": 3, "indirect": 1},
    }


def test_a_quote_that_leaves_its_cluster_stands_for_itself(make_index: MakeIndex, tmp_path: Path) -> None:
    index = make_index(*PIER)
    update(tmp_path / "index", [entry(6, 1, Invented("The pier is closed.", published="2031-03-04"))], sequence=6)
    assert found(index) == [1, 4, 2, 5]
    update(tmp_path / "index", [gone(7, 2)], sequence=7)
    assert found(index) == [3, 1, 4, 5]


def test_a_group_of_another_kind_is_refused(make_index: MakeIndex) -> None:
    with pytest.raises(InvalidRequest, match="group"):
        search(make_index(*PIER), SearchRequest(group="speaker"))  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------------ whatever there is

WORDS = st.lists(st.sampled_from(["pier", "ferry", "toll", "harbour"]), min_size=1, max_size=5).map(" ".join)
QUOTES = st.lists(
    st.builds(
        Invented,
        text=WORDS,
        speakers=st.sampled_from([(ADA,), (BORIS,)]),
        published=st.sampled_from([None, "2031-03-01", "2031-03-02"]),
        publisher=st.sampled_from(["Dune Post", "Reed News"]),
        cluster=st.sampled_from([None, "c_one", "c_two", "c_three"]),
    ),
    min_size=1,
    max_size=12,
)
ASKED = st.builds(
    SearchRequest,
    q=st.sampled_from(["", "pier", "ferry OR toll"]),
    speaker=st.sampled_from([(), ("ada-quill",)]),
    sort=st.sampled_from([None, "relevance", "said_at", "-published_at"]),
    group=st.just("cluster"),
    limit=st.integers(1, 3),
    facets=st.just(("speaker", "publisher")),
)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(QUOTES, ASKED)
def test_every_cluster_is_one_hit_and_every_count_is_that_of_its_hits(
    quotes: list[Invented], asked: SearchRequest
) -> None:
    by_number = dict(enumerate(quotes, 1))
    with TemporaryDirectory() as folder:
        every, half = entries(*quotes), len(quotes) // 2
        build(Path(folder) / "index", every[:half], sequence=half)
        update(Path(folder) / "index", every, sequence=len(quotes))
        index = open_index(Path(folder) / "index")
        alone = numbers_of(index, replace(asked, group="none"))
        answer = search(index, replace(asked, limit=100))
        hits = numbers(hit.id for hit in answer.hits)
        assert list(numbers_of(index, asked)) == hits, "page by page as all at once"
        assert answer.total == len(hits) == len({group(by_number, number) for number in alone})
        assert {group(by_number, number) for number in hits} == {group(by_number, number) for number in alone}
        for name in asked.facets:
            for value in answer.facets[name]:
                assert search(index, replace(asked, limit=100, **{name: (value.value,)})).total == value.count
        index.close()


def numbers_of(index: Index, asked: SearchRequest) -> list[int]:
    return numbers(hit.id for page in pages(index, asked) for hit in page)


def pages(index: Index, asked: SearchRequest) -> Iterator[tuple[object, ...]]:
    cursor = None
    while True:
        answer = search(index, replace(asked, cursor=cursor))
        yield answer.hits
        cursor = answer.next_cursor
        if cursor is None:
            return


def group(quotes: dict[int, Invented], number: int) -> str:
    return quotes[number].cluster or str(number)
