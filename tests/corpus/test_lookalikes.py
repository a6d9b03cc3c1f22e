"""Which entries of the register are proposed as one, and why; and which are not."""

from __future__ import annotations

import pytest

from corpus.lookalikes import lookalikes
from corpus.model import Speaker, SpeakerKind
from corpus.speakers import Register, slug_for


def entry(name: str, kind: SpeakerKind = "person", *aliases: str, qid: str | None = None) -> Speaker:
    return Speaker(slug_for(name), name, kind, aliases, qid=qid)


def proposed(*speakers: Speaker) -> list[str]:
    return [pair.why for pair in lookalikes(speakers)]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Michael Turner", "Michael R. Turner", "a middle name more"),
        ("Michael Turner", "Mike Turner", "a short form of the given name"),
        ("Michael R. Turner", "Mike Turner", "a short form of the given name"),
        ("M. Turner", "Michael Turner", "an initial for the given name"),
        ("Michael R. Turner", "Michael Robert Turner", "a middle name more"),
        ("Joseph Biden Jr.", "Joe Biden", "a short form of the given name"),
        ("Ada Moreland", "Ada Morland", "surnames spelled alike"),
        ("Ádám Zelenskyy", "Adam Zelenskiy", "surnames spelled alike"),
        ("Michael Turner", "Michael S. Turner, Jr.", "a middle name more"),
        ("Volodymyr Zelenskyy", "Vladimir Zelensky", "perhaps one name out of another alphabet"),
        ("Volodymyr Zelenskyy", "Wolodymyr Selenskyj", "perhaps one name out of another alphabet"),
        ("Sergey Lavrov", "Sergej Lawrow", "perhaps one name out of another alphabet"),
        ("Mary Moore", "Mark Meyer", None),
        ("Ivan Petrov", "Igor Petrow", None),
        ("Michael R. Turner", "Michael S. Turner", None),
        ("Michael Turner", "Martin Turner", None),
        ("Ada Morland", "Ada Holland", None),
        ("Ada Morland", "Ida Morland", None),
        ("Turner", "Michael Turner", None),
    ],
)
def test_people(one: str, other: str, why: str | None) -> None:
    found = proposed(entry(one), entry(other))
    assert found == ([why] if why else []) == proposed(entry(other), entry(one))


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Elmsport Harbour Council", "EHC", "its initials"),
        ("Department of Rivers and Roads", "DRR", "its initials"),
        ("The Harbour Council", "Harbour Council", "the same name"),
        ("Harbour Council", "HC", None),
        ("Harbour Council", "Harbour Commission", None),
    ],
)
def test_bodies(one: str, other: str, why: str | None) -> None:
    found = proposed(entry(one, "organization"), Speaker("other", other, "organization"))
    assert found == ([why] if why else [])


def test_aliases_count_and_each_pair_comes_once() -> None:
    mike = entry("Mick Turner", "person", "Michael Turner", "Mike Turner")
    assert len(proposed(mike, entry("Michael R. Turner"))) == 1


def test_neither_kinds_nor_wikidata_ids_are_mixed() -> None:
    assert proposed(entry("Ada Morland"), Speaker("ship", "Ada Morland", "organization")) == []
    assert proposed(entry("Mike Turner", qid="Q1"), entry("Michael Turner", qid="Q2")) == []
    assert len(proposed(entry("Mike Turner", qid="Q1"), entry("Michael Turner"))) == 1


def test_the_bundled_register_has_none() -> None:
    assert [(pair.one.slug, pair.other.slug) for pair in lookalikes(Register.bundled())] == []
