"""The judge judges as it says, on answers made up for it."""

from __future__ import annotations

import pytest

from bench.judging import agree, judge, tally, unlisted
from bench.people import Case, Said, Who, read_answer
from corpus.model import AttributedSpeaker, Attribution, Confidence, Quotation, Segment

TEXT = "“Rain is due,” Ada Park said. “Bring a coat.” They call it “the drip.”"
PARK, DRIP = Who("person", frozenset({"ada park"})), Who("nobody")
CASE = Case(
    "rain",
    TEXT,
    (
        Said(("Rain is due", "Bring a coat"), (TEXT.index("Rain"), TEXT.index("Bring")), False, PARK),
        Said(("the drip",), (TEXT.index("the drip"),), False, DRIP),
    ),
)


def quotation(*words: str, name: str | None = "Ada Park", kind: str = "person") -> Quotation:
    segments = tuple(Segment(one, TEXT.index(one), TEXT.index(one) + len(one), 0, "direct") for one in words)
    speakers = (AttributedSpeaker(name, kind),) if name else ()  # type: ignore[arg-type]
    status = "resolved" if name else "unknown"
    return Quotation("direct", segments, None, None, Attribution(status), speakers, confidence=Confidence(speaker=0.9))


@pytest.mark.parametrize(
    ("quotations", "right", "together"),
    [
        ([quotation("Rain is due,", "Bring a coat.")], True, True),
        ([quotation("Rain is due,"), quotation("Bring a coat.")], True, False),
        ([quotation("Rain is due,")], False, False),
        ([quotation("Rain is due,", "Bring a coat.", name="Park")], False, True),
        ([quotation("Rain is due,"), quotation("Bring a coat.", name="Bo Lind")], False, False),
        ([quotation("Rain is due,", "Bring a coat.", kind="organization")], False, True),
        ([quotation("Rain is due,", "Bring a coat.", name=None)], False, True),
    ],
)
def test_a_quotation_is_right_if_all_its_segments_have_the_speaker(
    quotations: list[Quotation], right: bool, together: bool
) -> None:
    verdict = next(judge(CASE, quotations))

    assert (verdict.right, verdict.together) == (right, together)


@pytest.mark.parametrize(
    ("quotations", "right"),
    [([], True), ([quotation("the drip.", name=None)], True), ([quotation("the drip.")], False)],
)
def test_words_that_nobody_says_may_be_left_out_or_unknown(quotations: list[Quotation], right: bool) -> None:
    assert list(judge(CASE, quotations))[1].right is right


def test_a_quotation_that_the_gold_does_not_know_is_told() -> None:
    assert [segment.text for segment in unlisted(CASE, [quotation("said.")])] == ["said."]


def test_figures_are_shares_of_what_they_name() -> None:
    figures = tally(judge(CASE, [quotation("Rain is due,"), quotation("Bring a coat."), quotation("the drip.")]))

    assert (figures.quotations, figures.found, figures.person_right) == (1, 1.0, 1.0)
    assert (figures.together, figures.nobody_right) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("gold", "got", "same"),
    [
        ("anonymous: a doctor at the hospital", "anonymous: A doctor", True),
        ("anonymous: an intelligence officer", "anonymous: the officer", False),
        ("anonymous: a clerk", "anonymous: a second clerk", False),
        ("organization: the Harbour Board", "organization: Harbour Board", True),
        ("organization: Board", "anonymous: Board", False),
        ("group: two clerks", "anonymous: two clerks", True),
        ("group: two clerks", "Ada Park", False),
        ("Dame Oona Petrie", "Oona Petrie", True),
        ("Oona Petrie", "Oona Petrie QC", False),
        ("ambiguous: Ada Park | Bo Park", "ambiguous: Bo Park | Ada Park", True),
        ("Ada Park + Bo Lind", "Ada Park", False),
    ],
)
def test_who_agrees_with_whom(gold: str, got: str, same: bool) -> None:
    assert agree(read_answer(gold), read_answer(got)) is same
