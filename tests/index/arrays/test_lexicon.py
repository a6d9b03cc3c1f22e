from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.arrays.lexicon import Lexicon

WORDS = sorted(word.encode() for word in ("quay", "quayside", "quaysides", "quaysidez", "tide", "tidé", "été", "日本"))

spelled = st.text("abcé日", min_size=1, max_size=12)


def found(lexicon: Lexicon, numbers: object) -> list[str]:
    return [lexicon[number].decode() for number in numbers]  # type: ignore[attr-defined]


@pytest.mark.parametrize("word", WORDS)
def test_every_word_is_found(word: bytes) -> None:
    assert WORDS[Lexicon.of(WORDS).find(word) or 0] == word


@pytest.mark.parametrize("word", ["", "qua", "quaysidf", "zebra", "日"])
def test_no_other_word_is_found(word: str) -> None:
    assert Lexicon.of(WORDS).find(word.encode()) is None


@given(st.sets(spelled), spelled)
def test_beginnings(words: set[str], start: str) -> None:
    lexicon = Lexicon.of(sorted(word.encode() for word in words))
    assert set(found(lexicon, lexicon.starting_with(start.encode()))) == {w for w in words if w.startswith(start)}


@given(st.sets(spelled), spelled, st.integers(1, 2))
def test_similar_words(words: set[str], word: str, edits: int) -> None:
    lexicon = Lexicon.of(sorted(word.encode() for word in words))
    assert set(found(lexicon, lexicon.close_to(word, edits))) == {w for w in words if distance(w, word) <= edits}


def distance(one: str, other: str) -> int:
    """Levenshtein's, by its definition."""
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, wanted in enumerate(other, 1):
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + (letter != wanted)))
        before = now
    return before[-1]
