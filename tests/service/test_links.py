"""Every URL of ours is built in one place."""

from __future__ import annotations

import pytest

from service.links import Links


def test_links_stand_under_their_base() -> None:
    assert Links("https://quotes.example.org/").quote_page("q_1") == "https://quotes.example.org/q/q_1"


def test_without_a_base_they_are_paths() -> None:
    assert Links().search_api(q="grave mistake") == "/v1/quotes?q=grave+mistake"


@pytest.mark.parametrize(
    ("parameters", "query"),
    [
        ({}, ""),
        ({"q": None}, ""),
        ({"type": ["direct", "partial"]}, "?type=direct&type=partial"),
        ({"reviewed": True, "page": 2}, "?reviewed=true&page=2"),
        ({"q": '"a&b" é'}, "?q=%22a%26b%22+%C3%A9"),
    ],
)
def test_parameters_are_encoded(parameters: dict[str, str], query: str) -> None:
    assert Links().search_page(**parameters) == f"/search{query}"


def test_an_id_cannot_leave_its_place() -> None:
    assert Links().speaker_page("../admin?x=1#y") == "/speakers/..%2Fadmin%3Fx%3D1%23y"
