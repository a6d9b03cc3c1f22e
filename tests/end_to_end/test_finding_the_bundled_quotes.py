"""The mission: who said what, when, and where it is written, over HTTP from a running gunicorn."""

from __future__ import annotations

import pytest

from tests.end_to_end.conftest import Running

pytestmark = pytest.mark.slow

SPEAKERS = {  # the five the project began with: how they are typed, their slug, and a few words of theirs
    "Blinken": ("antony-blinken", "adapt and adjust again"),
    "Kirby": ("john-kirby", "fair game"),
    "Zakharova": ("maria-zakharova", "satellite states"),
    "Kofman": ("michael-kofman", "operational benefit to Ukraine"),
    "Turner": ("michael-turner", "should have heeded"),
}


def slugs(answer: dict) -> set[str]:
    return {speaker["slug"] for quote in answer["results"] for speaker in quote["speakers"]}


def test_a_phrase_gives_the_speaker_and_a_complete_citation(service: Running) -> None:
    answer = service.get("/v1/quotes", q='"fair game"').json()
    assert answer["total"] == 1
    quote = answer["results"][0]
    assert [s["name"] for s in quote["speakers"]] == ["John Kirby"]
    assert quote["citation"]["selector"]["exact"] == quote["segments"][0]["text"]
    assert quote["citation"]["article"]["title"]
    [highlight] = quote["highlights"]
    assert quote["text"][highlight["start"] : highlight["end"]].lower() == "fair game"


@pytest.mark.parametrize("name", SPEAKERS)
def test_each_speaker_is_found_by_name(service: Running, name: str) -> None:
    assert SPEAKERS[name][0] in slugs(service.get("/v1/quotes", q=name).json())


@pytest.mark.parametrize("name", SPEAKERS)
def test_each_speaker_is_found_by_a_phrase(service: Running, name: str) -> None:
    slug, phrase = SPEAKERS[name]
    assert slugs(service.get("/v1/quotes", q=f'"{phrase}"').json()) == {slug}


@pytest.mark.parametrize("name", SPEAKERS)
def test_each_speaker_is_found_by_facet(service: Running, name: str) -> None:
    slug, _ = SPEAKERS[name]
    facet = {f["value"]: f for f in service.get("/v1/quotes", facets="speaker").json()["facets"]["speaker"]}
    found = service.get("/v1/quotes", speaker=slug).json()
    assert facet[slug]["count"] == found["total"] > 0
    assert slugs(found) == {slug}


@pytest.mark.parametrize("name", SPEAKERS)
def test_the_page_shows_the_same(service: Running, name: str) -> None:
    slug, phrase = SPEAKERS[name]
    quote = service.get("/v1/quotes", q=f'"{phrase}"').json()["results"][0]
    page = service.get("/search", q=f'"{phrase}"').text
    assert f"/q/{quote['id']}" in page
    assert f"/speakers/{slug}" in page


def test_every_bundled_quote_is_found_by_its_first_twelve_words(service: Running) -> None:
    everything = service.get("/v1/quotes", limit=100).json()["results"]
    assert len(everything) > 20
    for quote in everything:
        for segment in quote["segments"]:
            phrase = " ".join(segment["text"].split()[:12]).replace('"', "")
            found = service.get("/v1/quotes", q=f'"{phrase}"').json()
            assert quote["id"] in {q["id"] for q in found["results"]}, phrase
