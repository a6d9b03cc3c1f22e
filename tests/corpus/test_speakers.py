"""The speaker register: names, aliases, roles by date."""

from __future__ import annotations

import pytest

from corpus.model import Role, Speaker
from corpus.speakers import Register, slug_for

MAYOR = Role("Mayor of Eln", since="2020-01-01", until="2023-12-31")
SENATOR = Role("Senator", since="2023-06-01")
ANN = Speaker("ann-lee", "Ann Lee", "person", aliases=("Ann B. Lee", "Ánn Lée"), roles=(MAYOR, SENATOR), qid="Q0")
BO = Speaker("bo-lee", "Bo Lee", "person", aliases=("The Gull", "Lee"))
CY = Speaker("cy-lee", "Cy Lee", "person", aliases=("Lee",))
REGISTER = Register([ANN, BO, CY])


@pytest.mark.parametrize(
    ("name", "slugs"),
    [
        ("Ann Lee", ["ann-lee"]),
        ("ANN LEE", ["ann-lee"]),
        ("Ann B Lee", ["ann-lee"]),
        ("Ann  Lee", ["ann-lee"]),
        ("the gull", ["bo-lee"]),
        ("Lee", ["bo-lee", "cy-lee"]),
        ("Ann", []),
        ("", []),
    ],
)
def test_a_name_finds_all_who_bear_it(name: str, slugs: list[str]) -> None:
    assert [speaker.slug for speaker in REGISTER.find(name)] == slugs


def test_one_speaker_with_two_spellings_of_a_name_is_found_once() -> None:
    assert REGISTER.find("Ann Lee") == (ANN,)


@pytest.mark.parametrize(
    ("day", "role"),
    [("2019-12-31", None), ("2020-01-01", MAYOR), ("2023-12-31", SENATOR), ("2024-05-01", SENATOR)],
)
def test_the_role_on_a_day_is_the_latest_begun(day: str, role: Role | None) -> None:
    assert REGISTER.role_at(ANN, day) == role


def test_an_entry_is_found_by_slug_or_qid() -> None:
    assert REGISTER.get("ann-lee") is ANN
    assert REGISTER.get("Q0") is ANN
    assert REGISTER.get("nobody") is None


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Antony Blinken", "antony-blinken"), ("Zoë O’Malley", "zoe-omalley"), ("Владимир", "vladimir"), ("…", "speaker")],
)
def test_slugs(name: str, slug: str) -> None:
    assert slug_for(name) == slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Zelenskyy", "volodymyr-zelensky"),
        ("Zelenskiy", "volodymyr-zelensky"),
        ("Kyrylo Budanov", "kirill-budanov"),
        ("the Kremlin", "kremlin"),
        ("Biden", "joe-biden"),
    ],
)
def test_the_bundled_register_knows_other_spellings(name: str, slug: str) -> None:
    assert [speaker.slug for speaker in Register.bundled().find(name)] == [slug]


@pytest.mark.parametrize("surname", ["Turner", "Singh", "Kirby", "Kim"])
def test_a_common_surname_alone_is_nobody(surname: str) -> None:
    assert Register.bundled().find(surname) == ()


def test_the_bundled_register_is_sound() -> None:
    speakers = list(Register.bundled())
    assert len({speaker.slug for speaker in speakers}) == len(speakers)
    for speaker in speakers:
        assert speaker.slug in {slug_for(name) for name in (speaker.name, *speaker.aliases)}
        assert speaker.reviewed
        for role in speaker.roles:
            assert role.since is None or role.until is None or role.since < role.until
