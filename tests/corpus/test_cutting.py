"""What may be cut off an excerpt, and what turns it round. `|` stands at the ends of what is left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.comparing import compare
from corpus.cutting import turns_round
from corpus.model import Span
from corpus.words import words_of

TURNED = [
    "We did not |sell the ferry|.",
    "I never said that |the wall fell|.",
    "|We paid for the wall| with nothing.",
    "Lind denies that |he sold the ferry|.",
    "We doubt |the wall will hold|.",
    "Ask her if |the wall will hold|.",
    "|We will stay| unless the wall falls.",
    "If the ice comes early, |we will lose the nets|.",
    "|It cost 12| million.",
    "It cost 12 |million|.",
    "It cost half |a million|.",
    "The cellar had -|18 degrees|.",
    "We will not, and I say this with regret, |sell the ferry|.",
    "We will not |sell the ferry|, and I told you so.",
    "We will not sell the ferry, |or the wall|.",
    "|They will| … not sell the ferry.",
    "|They will,| … not sell the ferry.",
]
LEFT_AS_IT_WAS = [
    "We will not sell it. |The ferry stays|.",
    "We will not sell it, and |we told you so|.",
    "|We told you so|, because the ferry is not ours.",
    "|Lind has paid|, and Park has not.",
    "|We paid for the wall|, but nobody thanked us.",
    "We do not know; |the ferry is late|.",
    "It cost |12 million| in all.",
    "In 1999 it rained. |12 boats sank|.",
    "|The ferry| is late.",
    "|The pier will be mended|, and nobody will pay for it twice.",
    "We will not sell it, … |We have waited for nine years|.",
    "|We have waited for nine years|, … We will not sell it, I think.",
]


def is_turned(marked: str) -> bool:
    before, left, after = marked.split("|")
    whole = before + left + after
    comparison = compare(whole, left)
    assert comparison.kind == "truncated"
    return turns_round(whole, words_of(whole), [edit.left for edit in comparison.operations if edit.kind == "deleted"])


@pytest.mark.parametrize("marked", TURNED)
def test_what_turns_it_round(marked: str) -> None:
    assert is_turned(marked)


@pytest.mark.parametrize("marked", LEFT_AS_IT_WAS)
def test_what_leaves_it_as_it_was(marked: str) -> None:
    assert not is_turned(marked)


WORDS = ["we", "they", "did", "not", "sell,", "the", "ferry.", "and", "if", "12", "million;", "but"]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join))
def test_cutting_off_a_negation_right_beside_turns_any_words(left: str) -> None:
    whole = f"they never {left}"
    assert turns_round(whole, words_of(whole), [Span(0, len("they never"))])
