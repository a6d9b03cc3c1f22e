"""A request and what it finds, over small indexes of invented quotes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.errors import CursorExpired, InvalidRequest, QuerySyntaxError
from corpus.model import Anonymous, AttributedSpeaker
from index import Index, SearchAnswer, SearchRequest, search, update
from tests.index.conftest import MakeIndex
from tests.index.invented import ADA, BORIS, COUNCIL, Invented, entry, gone, numbers

OFFICIAL = AttributedSpeaker(
    "a harbour official",
    "anonymous",
    mention_as_printed="a harbour official",
    anonymous=Anonymous("a harbour official"),
)


def found(answer: SearchAnswer) -> list[int]:
    return numbers(hit.id for hit in answer.hits)


def found_by(index: Index, **asked: object) -> set[int]:
    return set(found(search(index, SearchRequest(**asked))))  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------------ words

QUOTES = [
    "It was a grave mistake to close the pier.",
    "Mistakes were made; grave ones will be.",
    ("The mill is grave.", "Mistake nothing for calm."),
    Invented("Let them tell us.", speakers=(BORIS,)),
    Invented("The U.S. envoy sent an e-mail.", speakers=(BORIS,), title="Envoy writes to the harbour"),
    Invented("We do not know.", speakers=(OFFICIAL,), publisher="Dune Post"),
]

WORDS = [
    ("grave mistake", {1, 2, 3}),
    ('"grave mistake"', {1}),
    ("“grave mistake”", {1}),
    ('"Grave mistakes"', {1}),
    ("mistake -pier", {2, 3}),
    ("-mistake", {4, 5, 6}),
    ("pier OR calm", {1, 3}),
    ("gra*", {1, 2, 3}),
    ("mistaek~2", {1, 2, 3}),
    ('"was pier"~6', {1}),
    ('"was pier"~5', set()),
    ("US", {5}),
    ("U.S.", {5}),
    ("us", {4, 5}),
    ("email", {5}),
    ("e-mail", {5}),
    ('"an e mail"', {5}),
    ("quill", {1, 2, 3}),
    ("minister", {1, 2, 3}),
    ("speaker:omarsh", {4, 5}),
    ("speaker:O’Marsh's", {4, 5}),
    ('speaker:"Ambassador O\'Marsh"', {4, 5}),
    ("speaker:official", {6}),
    ("official", {6}),
    ("publisher:dune", {6}),
    ("harbour -official", {5}),
    ("we do not know", {6}),
    ('"nothing for calm" "mill is grave"', {3}),
    ('"grave mistake nothing"', set()),
    ("nowhere", set()),
]


@pytest.mark.parametrize(("q", "expected"), WORDS)
def test_words(make_index: MakeIndex, q: str, expected: set[int]) -> None:
    quotes = [quote if isinstance(quote, str | Invented) else Invented(quote) for quote in QUOTES]
    assert found_by(make_index(*quotes), q=q) == expected


EXACT = [("mistake", {1, 3}), ("mistakes", {2}), ("grave", {1, 2, 3}), ('"grave mistake"', {1}), ("quill", {1, 2, 3})]


@pytest.mark.parametrize(("q", "expected"), EXACT)
def test_exact_words(make_index: MakeIndex, q: str, expected: set[int]) -> None:
    quotes = [quote if isinstance(quote, str | Invented) else Invented(quote) for quote in QUOTES]
    assert found_by(make_index(*quotes), q=q, match="exact") == expected


FUZZY = [
    ("mistaek", set()),  # two letters swapped are two edits, and the word is short of eight
    ("mistke", {1, 3}),
    ("graev mistake", set()),
    ("grav mistake", {1, 2, 3}),
    ("ambasador", {4, 5}),
    ("omersh", {4, 5}),
    ('"grave mistke"', set()),
    ("grave -mistke", {1, 2, 3}),
    ("us", {4, 5}),
    ("harbor speaker:marsj", {5}),
]


@pytest.mark.parametrize(("q", "expected"), FUZZY)
def test_similar_words(make_index: MakeIndex, q: str, expected: set[int]) -> None:
    quotes = [quote if isinstance(quote, str | Invented) else Invented(quote) for quote in QUOTES]
    assert found_by(make_index(*quotes), q=q, match="fuzzy") == expected


def test_the_word_itself_comes_before_similar_ones_which_are_marked_too(make_index: MakeIndex) -> None:
    title = "The harbour of harbours, and a harbour"
    index = make_index(
        Invented("The harbor, a harbor, our harbor!"), Invented("Nothing at all.", title=title), "An old harbour."
    )
    answer = search(index, SearchRequest("harbour", match="fuzzy"))
    assert found(answer) == [3, 2, 1]
    assert [(mark.start, mark.end) for mark in answer.hits[2].highlights] == [(4, 10), (14, 20), (26, 32)]
    assert answer.interpreted == "*harbour* (or similar words)"


def test_too_many_words_to_look_for_similar_ones(make_index: MakeIndex) -> None:
    with pytest.raises(QuerySyntaxError, match="at most 16 words") as error:
        found_by(make_index("old"), q="old " * 17, match="fuzzy")
    assert error.value.position == 64


def test_what_was_said_weighs_more_than_the_name_and_the_name_more_than_the_title(make_index: MakeIndex) -> None:
    index = make_index(
        Invented("Nothing happened.", speakers=(BORIS,), title="Ada and others"),
        Invented("Nothing happened.", speakers=(ADA,)),
        Invented("Ask Ada what happened.", speakers=(BORIS,)),
        Invented("Something else."),
        Invented("And more besides.", speakers=(COUNCIL,)),
    )
    assert found(search(index, SearchRequest("ada happened")))[:3] == [3, 2, 1]


RANKED = [
    ("strikes", ["A strike.", "There were strikes in the harbour all summer."], [2, 1]),
    ('"dock strikes"', ["The dock strike.", "Of dock strikes there were many in that long summer."], [2, 1]),
    ("speaking of strikes", ["To speak of strikes.", "Speaking of strikes in the old harbour, no."], [2, 1]),
]


@pytest.mark.parametrize(("q", "quotes", "expected"), RANKED)
def test_what_stands_as_typed_comes_first(
    make_index: MakeIndex, q: str, quotes: list[str], expected: list[int]
) -> None:
    assert found(search(make_index(*quotes), SearchRequest(q))) == expected


# ------------------------------------------------------------------------------------------------ filters

MANY = [
    Invented("one", speakers=(ADA,), said="2024-11-05", published="2024-11-06", type="direct", lang="en-GB"),
    Invented("two", speakers=(ADA, BORIS), said="2024-11", published="2024-11-20", publisher="Dune Post"),
    Invented("three", speakers=(COUNCIL,), said="2023", channel="statement", relation="republication"),
    Invented("four", speakers=(OFFICIAL,), type="partial", article="a_two", confidence=0.4),
    Invented("five", speakers=(), status="unknown", type="indirect", publisher=None, reviewed=True),
    Invented("six", speakers=(BORIS,), status="ambiguous", lang="fr", relation="translation", confidence=0.9),
]

FILTERS: list[tuple[dict[str, object], set[int]]] = [
    ({}, {1, 2, 3, 4, 5, 6}),
    ({"speaker": ("ada-quill",)}, {1, 2}),
    ({"speaker": ("Q101",)}, {1, 2}),
    ({"speaker": ("ada-quill", "harbour-council")}, {1, 2, 3}),
    ({"speaker": ("nobody",)}, set()),
    ({"publisher": ("dune post",)}, {2}),
    ({"article": ("a_two",)}, {4}),
    ({"type": ("partial", "indirect")}, {4, 5}),
    ({"attribution": ("named",)}, {1}),
    ({"attribution": ("joint",)}, {2}),
    ({"attribution": ("organization", "anonymous")}, {3, 4}),
    ({"attribution": ("unknown", "ambiguous")}, {5, 6}),
    ({"channel": ("statement",)}, {3}),
    ({"lang": ("en",)}, {1, 2, 3, 4, 5}),
    ({"lang": ("en-GB",)}, {1}),
    ({"republished": "only"}, {3, 6}),
    ({"republished": "exclude"}, {1, 2, 4, 5}),
    ({"reviewed": True}, {5}),
    ({"min_confidence": 0.5}, {5, 6}),
    ({"said_from": date(2024, 11, 5), "said_to": date(2024, 11, 5)}, {1, 2}),
    ({"said_to": date(2023, 6, 1)}, {3}),
    ({"said_from": date(2024, 11, 30)}, {2}),
    ({"published_from": date(2024, 11, 6), "published_to": date(2024, 11, 6)}, {1}),
    ({"speaker": ("ada-quill",), "type": ("direct",), "said_from": date(2024, 11, 6)}, {2}),
    ({"q": "said:2024-11-05"}, {1, 2}),
    ({"q": "said:[2023-12-31 TO 2024-11-04]"}, {2, 3}),
    ({"q": "published:2024-11-20 OR type:partial"}, {2, 4}),
    ({"q": "-said:2024"}, {3, 4, 5, 6}),
    ({"q": "speaker:quill type:direct"}, {1, 2}),
]


@pytest.mark.parametrize(("asked", "expected"), FILTERS)
def test_filters(make_index: MakeIndex, asked: dict[str, object], expected: set[int]) -> None:
    assert found_by(make_index(*MANY), **asked) == expected


def test_undated_quotes_left_out_of_a_range_are_counted(make_index: MakeIndex) -> None:
    index = make_index(*MANY)
    in_range = search(index, SearchRequest(said_from=date(2024, 1, 1), type=("partial", "direct")))
    assert in_range.warnings == ("2 quotes have no date said and cannot be in this range",)
    assert search(index, SearchRequest("published:2024")).warnings == (
        "4 quotes have no date published and cannot be in this range",
    )


# ------------------------------------------------------------------------------------------------ facets


def test_each_facet_is_counted_without_its_own_filter(make_index: MakeIndex) -> None:
    answer = search(make_index(*MANY), SearchRequest(speaker=("ada-quill",), facets=("speaker", "publisher", "year")))
    assert [(v.value, v.label, v.count) for v in answer.facets["speaker"]] == [
        ("ada-quill", "Ada Quill", 2),
        ("boris-o-marsh", "Boris O’Marsh", 2),
        ("harbour-council", "Harbour Council", 1),
    ]
    assert [(v.value, v.count) for v in answer.facets["publisher"]] == [("Dune Post", 1), ("The Tidewater Gazette", 1)]
    assert [(v.value, v.count) for v in answer.facets["year"]] == [("2024", 2)]


def test_a_facet_has_at_most_a_hundred_values(make_index: MakeIndex) -> None:
    index = make_index(*(Invented("old", publisher=f"Paper {number:03}") for number in range(120)))
    values = search(index, SearchRequest(facets=("publisher",))).facets["publisher"]
    assert len(values) == 100
    assert values[0].value == "Paper 000"


# ------------------------------------------------------------------------------------------------ order and pages

DATED = [
    Invented("old", said="2024-11", published="2024-11-20"),
    Invented("old", said="2024-11-05", published="2024-11-06"),
    Invented("old old"),
    Invented("old", said="2024-11-05", published="2024-11-07T10:00:00Z"),
    Invented("old", published="2024-11-07"),
    Invented("old", said="2023", published="2024-11-06"),
]

ORDERS = [
    ("said_at", [6, 1, 4, 2, 5, 3]),
    ("-said_at", [4, 2, 1, 6, 5, 3]),
    ("-published_at", [1, 4, 5, 2, 6, 3]),
    ("relevance", [3, 1, 4, 5, 2, 6]),
]


@pytest.mark.parametrize(("sort", "expected"), ORDERS)
@pytest.mark.parametrize("limit", [1, 2, 4, 6])
def test_order_is_the_same_however_it_is_paged(
    make_index: MakeIndex, sort: str, expected: list[int], limit: int
) -> None:
    index = make_index(*DATED)
    by_cursor, cursor = [], None
    for page in range(1, 10):
        paged = search(index, SearchRequest("old", sort=sort, limit=limit, page=page))  # type: ignore[arg-type]
        answer = search(index, SearchRequest("old", sort=sort, limit=limit, cursor=cursor))  # type: ignore[arg-type]
        assert (found(paged), paged.total) == (found(answer), 6)
        by_cursor += found(answer)
        cursor = answer.next_cursor
        if cursor is None:
            break
    assert by_cursor == expected


def test_without_words_the_newest_comes_first(make_index: MakeIndex) -> None:
    answer = search(make_index(*DATED), SearchRequest())
    assert found(answer) == [1, 4, 5, 2, 6, 3]
    assert all(hit.score is None for hit in answer.hits)


def test_a_cursor_of_dates_goes_on_in_a_changed_index(make_index: MakeIndex, tmp_path: Path) -> None:
    index = make_index(*DATED)
    request = SearchRequest("old", sort="said_at", limit=2)
    cursor = search(index, request).next_cursor
    new = [gone(7, 1), entry(8, 8, Invented("old", said="2022")), entry(9, 9, Invented("old", said="2024-11-02"))]
    update(tmp_path / "index", new, sequence=9)
    answer = search(index, SearchRequest("old", sort="said_at", limit=2, cursor=cursor))
    assert found(answer) == [9, 4]
    assert "has changed" in answer.warnings[0]


def test_a_cursor_of_relevance_expires_with_its_state(make_index: MakeIndex, tmp_path: Path) -> None:
    index = make_index(*DATED)
    cursor = search(index, SearchRequest("old", limit=2)).next_cursor
    assert found(search(index, SearchRequest("old", limit=2, cursor=cursor))) == [4, 5]
    update(tmp_path / "index", [gone(7, 1)], sequence=7)
    with pytest.raises(CursorExpired):
        search(index, SearchRequest("old", limit=2, cursor=cursor))


@pytest.mark.parametrize("cursor", ["", "x", "AAAA", "WzFd", "é", "W10", "\ud800"])
def test_what_is_no_cursor_is_refused(make_index: MakeIndex, cursor: str) -> None:
    index = make_index("old")
    if cursor:
        with pytest.raises(InvalidRequest, match="cursor"):
            search(index, SearchRequest("old", cursor=cursor))


def test_a_cursor_of_another_search_is_refused(make_index: MakeIndex) -> None:
    index = make_index(*DATED)
    cursor = search(index, SearchRequest("old", limit=1)).next_cursor
    with pytest.raises(InvalidRequest, match="another search"):
        search(index, SearchRequest("new", limit=1, cursor=cursor))


# ------------------------------------------------------------------------------------------------ answers and states


def test_a_hit_brings_the_payload_byte_for_byte(make_index: MakeIndex) -> None:
    hits = search(make_index("old pier", "old mill"), SearchRequest("mill")).hits
    assert [hit.payload for hit in hits] == [b'{"id":"q_0002","seq":2}']


def test_an_index_of_nothing_answers(make_index: MakeIndex) -> None:
    index = make_index()
    for request in (
        SearchRequest(),
        SearchRequest("old* ole~1"),
        SearchRequest("-old", facets=("speaker",), sort="said_at"),
    ):
        answer = search(index, request)
        assert (answer.total, answer.hits, answer.next_cursor) == (0, (), None)


def test_an_update_is_seen_at_the_next_search(make_index: MakeIndex, tmp_path: Path) -> None:
    index = make_index("old pier", "old mill")
    before = index.state
    state = update(tmp_path / "index", [entry(3, 1, Invented("new pier")), gone(4, 2)], sequence=5)
    assert index.state == state
    assert (state.quotes, state.articles, state.sequence) == (1, 1, 5)
    assert state.version != before.version
    assert found_by(index, q="old") == set()
    assert search(index, SearchRequest("new")).hits[0].payload == b'{"id":"q_0001","seq":3}'


def test_changes_the_index_has_are_not_applied_again(make_index: MakeIndex, tmp_path: Path) -> None:
    index = make_index("old pier", "old mill")
    state = update(tmp_path / "index", [entry(1, 1, Invented("stale"))], sequence=2)
    assert state == index.state
    assert found_by(index, q="stale") == set()


WRONG: list[tuple[dict[str, object], str, str | None]] = [
    ({"limit": 0}, "limit", None),
    ({"limit": 101}, "limit", None),
    ({"page": 0}, "page", None),
    ({"page": 1, "cursor": "x"}, "cursor", None),
    ({"match": "exakt"}, "match", "exact"),
    ({"sort": "said"}, "sort", "said_at"),
    ({"type": ("dirct",)}, "type", "direct"),
    ({"attribution": ("anon",)}, "attribution", None),
    ({"facets": ("speakers",)}, "facets", "speaker"),
    ({"min_confidence": 1.5}, "min_confidence", None),
    ({"said_from": date(2024, 2, 1), "said_to": date(2024, 1, 1)}, "said_to", None),
]


@pytest.mark.parametrize(("asked", "parameter", "nearest"), WRONG)
def test_a_wrong_value_is_named(
    make_index: MakeIndex, asked: dict[str, object], parameter: str, nearest: str | None
) -> None:
    with pytest.raises(InvalidRequest) as error:
        found_by(make_index("old"), **asked)
    assert error.value.where == parameter
    assert nearest is None or error.value.nearest == nearest
