from __future__ import annotations

import pytest

from index import suggest
from tests.index.conftest import MakeIndex
from tests.index.invented import ADA, BORIS, Invented

QUOTES = [
    "The old pier was closed.",
    "An old pier is a friend.",
    "The OLD pier was a wreck.",
    Invented("Old habits.", speakers=(BORIS,)),
]

SPEAKERS = [
    ("qui", ["ada-quill"]),
    ("minister", ["ada-quill"]),
    ("A. B. Qu", ["ada-quill"]),
    ("quill ada", ["ada-quill"]),
    ("omar", ["boris-o-marsh"]),
    ("mar", ["boris-o-marsh"]),
    ("ÁDÁ", ["ada-quill"]),
    ("quilt", []),
]


@pytest.mark.parametrize(("typed", "slugs"), SPEAKERS)
def test_speakers_by_any_word_of_any_name(make_index: MakeIndex, typed: str, slugs: list[str]) -> None:
    suggestions = suggest(make_index(*QUOTES), typed)
    assert [one.value for one in suggestions if one.kind == "speaker"] == slugs


def test_speakers_come_with_the_number_of_their_quotes(make_index: MakeIndex) -> None:
    (suggestion,) = suggest(make_index(*QUOTES), ADA.name)
    assert (suggestion.label, suggestion.count) == ("Ada Quill", 3)


PHRASES = [
    ("old pi", [("old pier was closed", 1), ("old pier is a", 1), ("OLD pier was a", 1)]),
    ("hab", [("habits", 1)]),
    ("old", [("Old habits", 1), ("old pier was", 2), ("old pier is", 1)]),
    ("o", []),
    ("", []),
    ("…", []),
    ("pier old", []),
]


@pytest.mark.parametrize(("typed", "phrases"), PHRASES)
def test_phrases_as_they_were_said(make_index: MakeIndex, typed: str, phrases: list[tuple[str, int]]) -> None:
    suggestions = suggest(make_index(*QUOTES), typed)
    assert {(one.label, one.count) for one in suggestions if one.kind == "phrase"} == set(phrases)


def test_no_more_than_asked_for(make_index: MakeIndex) -> None:
    assert len(suggest(make_index(*QUOTES), "old", limit=2)) == 2


@pytest.mark.parametrize("typed", ["ecluse", "Écl", "ecluse du"])
def test_phrases_are_found_with_accents_and_without(make_index: MakeIndex, typed: str) -> None:
    index = make_index("We closed it, and l'écluse, at ten.", "The Écluse du Nord stays open.")
    assert any(one.label.startswith("Écluse du Nord") for one in suggest(index, typed))


def test_speakers_alone_where_there_are_enough_of_them(make_index: MakeIndex) -> None:
    index = make_index("Adamant as ever.", Invented("Adage or not.", speakers=(ADA,)))
    assert [one.kind for one in suggest(index, "ada", limit=1)] == ["speaker"]
    assert [one.kind for one in suggest(index, "ada")] == ["speaker", "phrase", "phrase"]
