"""Which two quotes report one utterance: a row for each line of the table in docs/clusters.md, and its edge."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.clusters import link
from corpus.clusters.utterances import empty_words, lexicon, number_words
from tests.corpus.clusters.saying import utterance

LAMP = "The lighthouse stays dark until the capital pays for the broken lamp and the rusty ladder."
SAME = {"article": "a_two"}


def grade(one: str, other: str, **facts: str | None) -> str | None:
    found = link(utterance(one), utterance(other, **(SAME | facts)))
    return found.grade if found else None


@pytest.mark.parametrize(
    ("one", "other", "day", "expected"),
    [
        (LAMP, LAMP, "2031-03-04", "sure"),
        (LAMP, LAMP, "2033-01-01", "sure"),
        (LAMP, LAMP, None, "sure"),
        (LAMP, "the broken lamp and the rusty ladder", "2031-03-07", "sure"),
        (LAMP, "the broken lamp and the rusty ladder", "2031-03-09", "copied"),
        (LAMP, "the rusty ladder", "2031-03-05", "slight"),
        (LAMP, "the rusty ladder", "2031-03-06", "copied"),
        ("Indefensible!", "indefensible", "2031-03-04", "slight"),
        (LAMP, "rusty", "2031-03-04", "copied"),
        ("We will see.", "We will see.", "2031-03-04", "copied"),
        (LAMP, LAMP.replace("stays", "remains"), "2031-12-24", "sure"),
        ("A dark tower, a broken lamp and a ladder", "A dark tower, a broken lamp, and no ladders", "2031-03-04", None),
        ("Dark tower, broken lamp, rusty ladder", "Dark tower, broken lamp, rusty stairs", "2031-03-08", "sure"),
        ("Dark tower, broken lamp, rusty ladder", "Dark tower, broken lamp, rusty stairs", "2031-03-20", None),
        (LAMP, "Nobody in the capital has seen the lighthouse or its ladder.", "2031-03-04", None),
        ("Nine lamps broke in the lighthouse", "Four lamps broke in the lighthouse", "2031-03-04", None),
    ],
)  # fmt: skip
def test_by_words_and_days(one: str, other: str, day: str | None, expected: str | None) -> None:
    assert grade(one, other, day=day) == expected


def test_never_of_another_speaker_nor_within_one_article() -> None:
    assert grade(LAMP, LAMP, who="tom-okafor") is None
    assert link(utterance(LAMP), utterance(LAMP)) is None


def test_of_nobody_known_only_in_a_copy() -> None:
    assert grade(LAMP, LAMP, who=None) == "copied"
    assert grade(LAMP, LAMP[:40], who=None) is None


def test_said_on_different_days_is_said_twice() -> None:
    one = utterance(LAMP, said="2031-03-01")
    assert link(one, utterance(LAMP, article="a_two", said="2031-03-02"))
    again = link(one, utterance(LAMP, article="a_two", said="2031-03-03"))
    assert again is not None
    assert again.grade == "copied"
    early = link(one, utterance(LAMP, article="a_two", day="2031-02-20"))
    assert early is not None
    assert early.grade == "copied", "published before it was said"


def test_stock_phrases_are_one_on_one_occasion() -> None:
    facts = {"said": "2031-03-04", "at": "the hearing"}
    one = utterance("We do not comment on that", **facts)
    same = link(one, utterance("we do not comment on that.", article="a_two", **facts))
    other = link(one, utterance("We do not comment on that", article="a_two", **(facts | {"at": "the ball"})))
    assert (same and same.grade, other and other.grade) == ("slight", "copied")


def test_translations_share_most_of_what_tells() -> None:
    one = "Until the capital pays the keepers of the lamp, the old tower stays dark."
    other = "The old tower remains dark until the capital pays the lamp's keepers."
    assert grade(one, other) is None
    assert grade(one, other, fidelity="translated") == "sure"
    third = "The tower was dark before the capital had a mayor, and the keepers had a union."
    assert grade(one, third, fidelity="translated") is None


def test_a_negation_tells_short_quotes_apart() -> None:
    assert (
        grade("We will sell the old lighthouse at Elmsport", "We will not sell the old lighthouse at Elmsport") is None
    )
    assert grade(LAMP, LAMP.replace("stays", "never stays")) == "sure"


VOCABULARY = [
    "lamp",
    "ladder",
    "dark",
    "broken",
    "we",
    "will",
    "not",
    "the",
    "of",
    "five",
    "nine",
    "…",
    "tower",
    "rusty",
]
TEXTS = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=12).map(" ".join)


@given(TEXTS, TEXTS, st.sampled_from([None, "2031-03-04", "2031-03-06"]))
@example("lamp lamp lamp we lamp lamp lamp lamp", "lamp we lamp lamp lamp lamp lamp ladder", "2031-03-04")
def test_either_way_round_it_is_the_same_link(one: str, other: str, day: str | None) -> None:
    left, right = utterance(one), utterance(other, article="a_two", day=day)
    assert link(left, right) == link(right, left)


def test_every_stock_word_stands_in_its_phrase() -> None:
    for word, phrase in lexicon()["stock"].items():
        assert word in phrase.replace(";", " ").replace(",", " ").split(), word
    assert not set(lexicon()["grammar"].split()) & set(lexicon()["stock"])
    assert not empty_words() & set(number_words())
