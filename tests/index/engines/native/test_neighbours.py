"""What stands beside the occurrences of words, in a byte a side, against the same told from the text itself."""

from __future__ import annotations

from unittest import mock

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.engines.native import neighbours
from index.engines.native.neighbours import Sides, between, sides_of, sign_of, signs_of

WORDS = ["harbour", "tide", "ebb", "quay", "mole"]
places = st.lists(st.frozensets(st.sampled_from(WORDS), max_size=2), max_size=12)
"""The words at each place of a document: several where a word has several forms, none between segments."""
signs = st.none() | st.sampled_from(WORDS).map(lambda word: sign_of(word.encode()))


def told(documents: list[list[frozenset[str]]]) -> tuple[list[tuple[str, int, int]], Sides]:
    """All occurrences, as word, document and position, and their sides."""
    each = [(word, row, position) for row, words in enumerate(documents) for position, here in enumerate(words)
            for word in sorted(here)]  # fmt: skip
    rows = np.array([row for _, row, _ in each], dtype=np.int32)
    positions = np.array([position for *_, position in each], dtype=np.uint32)
    return each, sides_of(signs_of([word.encode() for word, *_ in each]), rows, positions)


def sign_at(words: list[frozenset[str]], position: int) -> int:
    here = words[position] if 0 <= position < len(words) else frozenset()
    return 0 if not here else neighbours.SEVERAL if len(here) > 1 else sign_of(min(here).encode())


def fits(sign: int | None, there: int) -> bool:
    return sign is None or there in (sign, neighbours.SEVERAL)


@given(st.lists(places, max_size=4))
def test_each_side_is_the_sign_of_what_stands_there(documents: list[list[frozenset[str]]]) -> None:
    each, sides = told(documents)
    for (_, row, position), both in zip(each, sides.tolist(), strict=True):
        assert both == sign_at(documents[row], position - 1) << 8 | sign_at(documents[row], position + 1)


@given(st.lists(places, max_size=4), signs, signs, st.sampled_from([0, 32]))
def test_what_may_stand_between_two_words_is_found(
    documents: list[list[frozenset[str]]], before: int | None, after: int | None, few: int
) -> None:
    each, sides = told(documents)
    with mock.patch.object(neighbours, "_FEW", few):
        found = list(between(sides, before, after))
    may = [
        number
        for number, (_, row, position) in enumerate(each)
        if fits(before, sign_at(documents[row], position - 1)) and fits(after, sign_at(documents[row], position + 1))
    ]
    assert found == may


def test_nearly_all_words_have_different_signs_from_a_given_one() -> None:
    others = [f"word{number}".encode() for number in range(10_000)]
    same = sum(sign_of(other) == sign_of(b"harbour") for other in others)
    assert min(map(sign_of, others)) >= 1 and max(map(sign_of, others)) < neighbours.SEVERAL
    assert same < len(others) / 100
