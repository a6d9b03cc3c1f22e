"""A confidence means what it says: of quotations at 0.9 about nine in ten are right."""

from __future__ import annotations

import pytest

from bench.calibrate import Attributed, held_out, measure
from bench.reliability import bins, gap, own_answers
from corpus.extraction import extract_quotes
from corpus.extraction.confidence import trust, way
from corpus.model import AttributedSpeaker, Resolution, SpeakerKind

WIDEST_GAP = 0.05


@pytest.mark.parametrize(
    ("kind", "resolution", "expected"),
    [
        ("person", "surname", "surname"),
        ("organization", "explicit", "organization"),
        ("organization", "pronoun", "organization before"),
        ("anonymous", "inferred", "anonymous before"),
    ],
)
def test_the_way_is_how_a_person_was_found_and_the_kind_of_all_others(
    kind: SpeakerKind, resolution: Resolution, expected: str
) -> None:
    assert way(AttributedSpeaker("Ann Lee", kind, resolution=resolution)) == expected


def test_a_joint_statement_is_as_sure_as_its_least_sure_speaker() -> None:
    known, unnamed = (
        AttributedSpeaker("Ann Lee", "person", resolution="surname"),
        AttributedSpeaker("a clerk", "anonymous"),
    )

    assert trust((known, unnamed)) == trust((unnamed,)) < trust((known,))


def test_a_name_is_surer_than_a_description() -> None:
    named, described = extract_quotes("“It is safe,” said Ann Lee.\n\n“It is not,” said a man by the pier.")

    assert 1 >= (named.confidence.speaker or 0) > (described.confidence.speaker or 0) > 0


def test_confidence_and_share_right_lie_close_in_our_own_articles() -> None:
    assert gap(bins(own_answers())) < WIDEST_GAP


def test_a_way_that_is_often_wrong_is_trusted_less() -> None:
    answers = [Attributed("one", "pronoun", 0.9, right) for right in (True, False) * 20]
    answers += [Attributed("two", "surname", 0.9, True)] * 40
    _, ways = measure(answers)

    assert ways["pronoun"].trust < ways["surname"].trust == 1
    assert (ways["pronoun"].answers, ways["pronoun"].right) == (40, 20)


def test_held_out_numbers_have_no_part_in_their_own_half() -> None:
    answers = [Attributed("one", "pronoun", 0.9, False), Attributed("two", "pronoun", 0.9, True)]

    assert {right: confidence for confidence, right in held_out(answers)} == {False: 0.9, True: 0.0}
