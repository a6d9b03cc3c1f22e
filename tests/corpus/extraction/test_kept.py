"""Answers are worked out once, and never fill the memory."""

from __future__ import annotations

from corpus.extraction.kept import LONGEST, MOST, Kept


def test_an_answer_is_worked_out_once() -> None:
    asked: list[str] = []
    lengths = Kept(lambda word: asked.append(word) or len(word))

    assert [lengths[word] for word in ("rain", "wind", "rain")] == [4, 4, 4]
    assert asked == ["rain", "wind"]


def test_long_strings_are_answered_and_not_kept() -> None:
    lengths = Kept(len)

    assert lengths["a" * (LONGEST + 1)] == LONGEST + 1
    assert not lengths


def test_ever_new_strings_are_forgotten_again() -> None:
    numbers = Kept(int)

    for number in range(MOST + 2):
        assert numbers[str(number)] == number
    assert len(numbers) <= MOST
