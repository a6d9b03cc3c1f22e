"""The URL holds all state of a search."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import InvalidRequest
from service.links import Links
from service.pages.state import FILTERS, KNOWN, PAGE_SIZE, SearchState


def read(query: str) -> SearchState:
    return SearchState.read(parse_qsl(query, keep_blank_values=True))


def test_a_search_is_read_from_its_address() -> None:
    request = read("q=ferry&speaker=ana-ruiz&speaker=otto-lind&said_from=2023-10-01&sort=&page=3").request()
    assert (request.q, request.speaker, request.said_from) == ("ferry", ("ana-ruiz", "otto-lind"), date(2023, 10, 1))
    assert (request.sort, request.page, request.limit) == (None, 3, PAGE_SIZE)


@given(st.lists(st.tuples(st.sampled_from(KNOWN), st.text(min_size=1))), st.integers(1, 10**6))
def test_the_link_to_a_search_is_that_search(pairs: list[tuple[str, str]], page: int) -> None:
    state = SearchState.read(pairs).at(page)
    address = Links().search_page(**state.parameters())
    assert SearchState.read(parse_qsl(urlsplit(address).query, keep_blank_values=True)) == state


def test_without_takes_one_value_or_all_and_goes_to_the_first_page() -> None:
    state = read("q=ferry&type=direct&type=partial&page=4")
    assert state.without("type", "direct") == read("q=ferry&type=partial")
    assert state.without("type") == read("q=ferry")


def test_having_puts_a_value_in_the_place_of_others() -> None:
    assert read("q=a&sort=said_at&page=2").having("q", "b").parameters() == {"q": ["b"], "sort": ["said_at"]}


def test_names_that_are_no_parameter_are_remembered_and_harmless() -> None:
    state = read("q=ferry&utm_campaign=x&utm_campaign=y")
    assert state.unknown == ("utm_campaign",)
    assert state.parameters() == {"q": ["ferry"]}


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("page=0", "page"),
        ("page=-1", "page"),
        ("page=two", "page"),
        ("page=²", "page"),
        ("page=999999999999", "page"),
        ("said_from=yesterday", "said_from"),
        ("published_to=2023-02-30", "published_to"),
        ("sort=best", "sort"),
        ("type=verse", "type"),
        ("min_confidence=2", "min_confidence"),
        ("reviewed=maybe", "reviewed"),
        (f"q={'a' * 513}", "q"),
    ],
)
def test_a_value_that_cannot_be_is_refused_by_name(query: str, parameter: str) -> None:
    with pytest.raises(InvalidRequest) as refused:
        read(query).request()
    assert refused.value.parameter == parameter


def test_the_form_carries_what_has_no_control() -> None:
    state = read("q=ferry&type=direct&article=a_one&min_confidence=0.5&sort=said_at")
    assert state.hidden() == (("article", "a_one"), ("min_confidence", "0.5"))
    assert state.hidden(("q",)) == state.without("q").pairs


def test_every_filter_may_be_repeated() -> None:
    values = {
        "type": "direct",
        "attribution": "named",
        "fidelity": "translated",
        "channel": "speech",
        "year": "2024",
        "month": "2024-11",
    }
    for name in FILTERS:
        value = values.get(name, "x")
        assert getattr(read(f"{name}={value}").request(), name) == (value,)
