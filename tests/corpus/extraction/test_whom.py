"""Whom a mention means, one question a table: bodies, namesakes, offices, pronouns. Whole cases stand in
tests/fixtures/quotations/people.md."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.extraction import extract_quotes
from corpus.extraction.cast import gender_shown


def speaker_of(text: str) -> str:
    """The last quotation's speakers with their kind, or its candidates."""
    last = extract_quotes(text)[-1]
    return ", ".join(f"{one.name}: {one.kind}" for one in last.speakers) or " | ".join(last.attribution.candidates)


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        ("The operator, Tidewell, closed the pier.", "organization"),
        ("Tidewell, which owns the pier, closed it.", "organization"),
        ("The website Tidewell has more readers.", "organization"),
        ("Tidewell’s shareholders met on Friday.", "organization"),
        ("Tidewell said it would close the pier.", "organization"),
        ("Her brother, Tidewell, closed the pier.", "person"),
        ("Tidewell, 41, closed the pier.", "person"),
        ("Tidewell, who owns the pier, closed it.", "person"),
    ],
)
def test_what_is_printed_beside_a_name_shows_whether_it_is_a_body(before: str, kind: str) -> None:
    assert speaker_of(f"{before} “The pier is old,” Tidewell said.") == f"Tidewell: {kind}"


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("company", "Tidewell Motors: organization"),
        ("party", "Green Alliance: organization"),
        ("newspaper", "Eln Herald: organization"),
        ("agency", "Harbour Authority: organization"),
    ],
)
def test_a_noun_goes_back_to_the_body_that_it_fits(noun: str, expected: str) -> None:
    text = "Tidewell Motors, the Green Alliance, the Eln Herald and the Harbour Authority met."

    assert speaker_of(f"{text} “We agreed,” the {noun} said.") == expected


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("Mr. Lee", "Bo Lee: person"),
        ("Ms. Lee", "Ann Lee: person"),
        ("Lee", "Bo Lee | Ann Lee"),
        ("Ann Lee", "Ann Lee: person"),
    ],
)
def test_a_title_tells_two_of_one_surname_apart(mention: str, expected: str) -> None:
    assert speaker_of(f"Her husband, Bo Lee, left. Ms. Ann Lee stayed. “It is late,” {mention} said.") == expected


@pytest.mark.parametrize(
    ("first", "pronoun", "expected"),
    [
        ("Ann Lee met Bo Ruiz.", "she", "Ann Lee: person"),
        ("Ann Lee and Bo Ruiz met.", "she", "Ann Lee | Bo Ruiz"),
        ("Mr. Lee and Ms. Ruiz met.", "she", "Ruiz: person"),
        ("A spokeswoman met Mr. Lee.", "he", "Lee: person"),
        ("A villager met the press.", "she", "a villager: anonymous"),
        ("The bridge fell.", "she", ""),
        ("The board met Ann Lee.", "it", "The board: organization"),
        ("Ann Lee met the board.", "it", ""),
    ],
)
def test_a_pronoun_goes_to_the_subject_that_it_fits(first: str, pronoun: str, expected: str) -> None:
    assert speaker_of(f"{first} “It is late,” {pronoun} said.") == expected


def test_a_person_meant_by_one_pronoun_is_not_meant_by_another() -> None:
    text = "Ann Lee sat down. “It is late,” she said. Ann Lee and Bo Ruiz left."

    assert speaker_of(f"{text} “So it is,” he said.") == "Bo Ruiz: person"


@pytest.mark.parametrize(
    ("role", "gender"),
    [
        ("Ms.", "female"),
        ("Mr. Lee’s spokeswoman", "female"),
        ("husband of the queen", "male"),
        ("the mayor", None),
        (None, None),
    ],
)
def test_gender_is_what_a_title_or_noun_shows(role: str | None, gender: str | None) -> None:
    assert gender_shown(role) == gender


@given(st.lists(st.sampled_from(["He ran.", "She said it.", "“No,” he said.", "The company said it.", "They ran."])))
def test_pronouns_without_anybody_name_nobody(sentences: list[str]) -> None:
    kinds = {one.kind for quotation in extract_quotes(" ".join(sentences)) for one in quotation.speakers}

    assert kinds <= {"organization"}
