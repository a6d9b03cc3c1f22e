from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import SEGMENT_GAP, analyse, analyse_parts, fold, plain_word, stem, stems, tokens_of

WORDS = [
    ("The old pier", ["the", "old", "pier"]),
    ("and not to be or", ["and", "not", "to", "be", "or"]),
    ("Ŝtormo naïve Łódź ÆON", ["stormo", "naive", "lodz", "aeon"]),
    ("ﬁve ｆｕｌｌ", ["five", "full"]),
    ("e\u0301te\u0301 de\u00adpart", ["ete", "depart"]),
    ("the U.S. and us, US; N.A.T.O.", ["the", "US", "and", "us", "US", "nato"]),
    ("5,000 or 3.5 of 1,2", ["5000", "or", "3.5", "of", "1,2"]),
    ("the 16th of '98", ["the", "16th", "of", "98"]),
    ("F-16 co\u2011pilot", ["f", "16", "co", "pilot"]),
    ("Mill's millers' don’t", ["mill's", "millers", "don't"]),
    ("a 日本語 b", ["a", "日", "本", "語", "b"]),
    ("हिन्दी में", ["हिन्दी", "में"]),
    ("wait\u200bhere", ["wait", "here"]),
    ("— … “ ” 🙂", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words(text: str, words: list[str]) -> None:
    assert [token.word for token in analyse(text)] == words


ALSO = [
    ("Mill’s", {"mill's", "mill"}),
    ("don't", {"don't", "dont"}),
    ("l'Aube", {"l'aube", "laube", "aube"}),
    ("O'Marsh's", {"o'marsh's", "omarsh", "marsh"}),
    ("U.S.", {"US", "us"}),
    ("us", {"us"}),
    ("e-mail", {"e", "email"}),
]


@pytest.mark.parametrize(("text", "words"), ALSO)
def test_a_word_is_found_under_each_of_its_forms(text: str, words: set[str]) -> None:
    assert analyse(text)[0].words == words


STEMS = [("mistakes", "mistake"), ("warned", "warning"), ("Mill’s", "mill"), ("cities", "city"), ("don’t", "dont")]


@pytest.mark.parametrize(("one", "other"), STEMS)
def test_forms_of_a_word_share_their_stem(one: str, other: str) -> None:
    assert analyse(one)[0].stem == analyse(other)[0].stem


def test_parts_are_apart_by_more_than_any_slop_and_keep_their_offsets() -> None:
    parts = ["one two", "three"]
    tokens = list(analyse_parts(parts, 3))
    assert tokens[2].position - tokens[1].position > SEGMENT_GAP
    assert [" … ".join(parts)[token.start : token.end] for token in tokens] == ["one", "two", "three"]


@given(st.text(max_size=60))
def test_tokens_are_in_order_and_stand_where_they_say(text: str) -> None:
    tokens = analyse(text)
    assert [token.position for token in tokens] == list(range(len(tokens)))
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)


@given(st.text(max_size=40))
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=20))
def test_a_stem_is_never_empty(word: str) -> None:
    assert bool(stem(word)) == bool(word)


PLAIN = [
    ("“Tides,”", "tides"), ("F16", "f16"), ("2024:", "2024"), ("(US)", None), ("us!", "us"), ("who?”", "who"),
    ("’tis", "tis"), ("U.S.", None), ("mill's", None), ("co-pilot", None), ("3.5", None), ("été", None), ("--", None),
]  # fmt: skip


@pytest.mark.parametrize(("unbroken", "word"), PLAIN)
def test_most_of_what_stands_between_spaces_is_one_plain_word(unbroken: str, word: str | None) -> None:
    assert plain_word(unbroken) == word


@given(st.text("aBUSTides17.,'’“”-_…&é\u0301\u00ad日", min_size=1, max_size=6) | st.text(min_size=1, max_size=4))
def test_a_plain_word_is_all_that_the_full_analysis_finds(text: str) -> None:
    for unbroken in text.split():
        word = plain_word(unbroken)
        if word is not None:
            forms = [(token.position, token.words, token.stems) for token in tokens_of(unbroken)]
            assert forms == [(0, {word}, {stem(word)})]


@given(st.lists(st.text("tidesingUS17é", max_size=8)))
def test_many_words_have_the_stems_that_each_has(words: list[str]) -> None:
    assert stems(words) == [stem(word) for word in words]


@given(st.text("aUSwhoit's17.,’-é\u00ad日 ", max_size=12) | st.text(max_size=8), st.text("aUSwhoit's.’-", max_size=6))
def test_what_has_a_word_has_its_stem(text: str, typed: str) -> None:
    """So a document that has a word as typed is among those that have its stem."""
    for asked in (*analyse(typed), *analyse(text), *(own for token in analyse(text) for own in analyse(token.word))):
        for token in analyse(text):
            assert asked.word not in token.words or asked.stem in token.stems
