"""What speakers are called, by name and kind."""

from __future__ import annotations

import pytest

from corpus.model import SpeakerKind
from index import Entry
from index.analysis import analyse
from index.documents import document
from index.names import calls_of, spelled
from tests.index.invented import ADA, COUNCIL, Invented, entry

CALLED: list[tuple[str, SpeakerKind, set[str]]] = [
    ("Ada Quill", "person", {"ada quill", "quill"}),
    ("Quill", "person", {"quill"}),
    ("Ada B. Quill Jr.", "person", {"ada b quill", "quill"}),
    ("Jr.", "person", {"jr"}),
    ("Boris O’Marsh", "person", {"boris omarsh", "omarsh"}),
    ("Inês Quill-Marsh", "person", {"ines quill marsh", "quill marsh"}),
    ("Anna van der Zee", "person", {"anna van der zee", "zee"}),
    ("Олена Бондар", "person", {"олена бондар", "бондар"}),
    ("林小梅", "person", {"林 小 梅"}),
    ("Harbour Council", "organization", {"harbour council"}),
    ("The Harbour Council", "organization", {"harbour council"}),
    ("The The", "group", {"the"}),
    ("a harbour official", "anonymous", set()),
    ("…", "person", set()),
    ("", "organization", set()),
]


@pytest.mark.parametrize(("name", "kind", "expected"), CALLED)
def test_what_a_speaker_is_called(name: str, kind: SpeakerKind, expected: set[str]) -> None:
    assert set(calls_of(name, kind)) == expected


@pytest.mark.parametrize("typed", ["Quill-Marsh", "quill marsh", "QUILL-MARSH's"])
def test_names_are_spelled_alike_however_they_are_typed(typed: str) -> None:
    assert spelled(analyse(typed)) == "quill marsh"


def called(quote: Invented) -> set[str]:
    change: Entry = entry(1, 1, quote)
    return set(document(change).called)


def test_a_quote_is_found_by_what_all_its_speakers_are_called() -> None:
    names = {"ada quill", "quill", "minister quill", "a b quill", "harbour council"}
    assert called(Invented("We agree.", (ADA, COUNCIL))) == names
    assert called(Invented("Who knows?", (ADA,), status="ambiguous")) == set()
