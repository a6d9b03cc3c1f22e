"""Quotes that could be linked share keys; and what a quote is filed under stays small."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.clusters import asked_of, keys_of
from corpus.clusters.keys import MOST, SHINGLE, WINDOW
from tests.corpus.clusters.saying import utterance

WORDS = st.lists(st.sampled_from([f"word{number}" for number in range(60)]), min_size=1, max_size=40)


def shared(one: str, other: str, **facts: str | None) -> int:
    return len(set(asked_of(utterance(one))) & set(keys_of(utterance(other, article="a_two", **facts))))


@given(WORDS, st.data())
def test_any_stretch_of_six_words_is_found_whatever_the_dates(words: list[str], data: st.DataObject) -> None:
    length = SHINGLE + WINDOW - 1
    if len(words) < length:
        return
    start = data.draw(st.integers(0, len(words) - length))
    part = " ".join(words[start : start + length])
    assert shared(" ".join(words), part, day=None)
    assert shared(part, " ".join(words), day=None)


@pytest.mark.parametrize(("day", "found"), [("2031-03-04", True), ("2031-03-15", True), ("2031-06-01", False)])
def test_a_word_that_tells_is_found_within_the_fortnight(day: str, found: bool) -> None:
    assert bool(shared("The lighthouse has no lamp", "A lamp is all they lack", day=day)) is found


def test_nothing_is_shared_with_another_speaker() -> None:
    assert not shared("The lighthouse has no lamp", "The lighthouse has no lamp", who="tom-okafor")
    assert not shared("The lighthouse has no lamp", "The lighthouse has no lamp", who=None)


def test_words_of_grammar_and_stock_phrases_are_no_keys() -> None:
    assert not shared("We will see", "See, we will have to wait for what they say")


@pytest.mark.slow
@given(st.integers(1, 3_000))
def test_a_quote_without_end_has_keys_with_an_end(length: int) -> None:
    endless = utterance(" ".join(f"word{number}" for number in range(length)))
    assert 1 <= len(keys_of(endless)) <= MOST
    assert len(asked_of(endless)) <= 2 * MOST
    assert set(keys_of(endless)) <= set(asked_of(endless))
