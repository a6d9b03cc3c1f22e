"""The cue lexicon, tried both ways: every group takes what it says it takes, and no more."""

from __future__ import annotations

import pytest

from corpus.extraction import extract_quotes
from corpus.extraction.lexicons import CUES, table

GROUPS = ("clause", "that", "words", "naming", "mind")
FORMS = sorted((lemma, group) for group in GROUPS for lemma in table("cues")[group])


def past(lemma: str) -> str:
    """A past form of the verb, by the lexicon."""
    forms = next(table("cues")[group][lemma] for group in GROUPS if lemma in table("cues")[group]).split()
    return forms[1] if len(forms) > 2 else forms[0]


def test_a_form_belongs_to_one_verb_of_one_group() -> None:
    seen: dict[str, str] = {}
    for group in GROUPS:
        for lemma in table("cues")[group]:
            assert lemma not in seen, f"{lemma} stands in {seen.get(lemma)} and {group}"
            seen[lemma] = group


def test_every_verb_with_a_stance_or_an_inversion_is_listed() -> None:
    lemmas = {cue.lemma for cue in CUES.values()}
    cues = table("cues")
    assert set(f"{cues['stance']['denies']} {cues['stance']['asks']} {cues['inverted']['verbs']}".split()) <= lemmas


@pytest.mark.parametrize("lemma", [lemma for lemma, group in FORMS if group in {"clause", "that"}])
def test_a_clause_after_that_is_reported(lemma: str) -> None:
    cue = {"point": "pointed out", "make": "made clear"}.get(lemma, past(lemma))
    found = extract_quotes(f"Ann Lee {cue} that the wall would hold.")
    assert [(one.type, one.text) for one in found] == [("indirect", "the wall would hold")]


@pytest.mark.parametrize("lemma", [lemma for lemma, group in FORMS if group == "mind"])
def test_a_thought_is_not_reported(lemma: str) -> None:
    assert extract_quotes(f"Ann Lee {past(lemma)} that the wall would hold.") == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ann Lee said that the wall would hold.", "asserts"),
        ("Ann Lee denied that the wall would hold.", "denies"),
        ("Ann Lee asked whether the wall would hold.", "asks"),
    ],
)
def test_the_stance_of_a_cue(text: str, stance: str) -> None:
    [quotation] = extract_quotes(text)
    assert quotation.cue is not None
    assert quotation.cue.stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee did not say that the wall would hold.",
        "Ann Lee declined to say that the wall would hold.",
        "Ann Lee never claimed that the wall would hold.",
        "The state of the wall was reported.",
        "Peace talks went on, and his claims to the wall grew.",
    ],
)
def test_what_was_not_said_and_what_is_no_verb(text: str) -> None:
    assert extract_quotes(text) == []
