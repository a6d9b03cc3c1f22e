"""Paragraphs and sentences, by example."""

from __future__ import annotations

import pytest

from corpus.model import Span
from corpus.reading.segments import LONGEST, paragraphs, sentences


def cut(text: str, quoted: tuple[Span, ...] = ()) -> list[str]:
    return [sentence.of(text).strip() for sentence in sentences(text, paragraphs(text), quoted)]


@pytest.mark.parametrize(
    "parts",
    [
        ["The wall held.", "The gate did not."],
        ["Did it hold?", "It did!", "Nobody knows why."],
        ["Sen. Ann Lee met Mr. Ruiz.", "They left."],
        ["The U.S. Navy came.", "It left."],
        ["J. B. Lee spoke.", "Nobody heard."],
        ["The toll is 3.5 crowns.", "It was 2."],
        ["“The wall held.”", "Lee left."],
        ["(The wall held.)", "“So?”", "He left."],
        ["The wall held…", "Or did it?"],
    ],
    ids=lambda parts: parts[0],
)
def test_sentences(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts


def test_a_stop_inside_quoted_words_ends_nothing() -> None:
    text = "“It held. It will hold,” Lee said. He left."
    assert cut(text, (Span(1, 22),)) == ["“It held. It will hold,” Lee said.", "He left."]


def test_paragraphs_are_lines_that_hold_something() -> None:
    text = "One.\n\n  \r\nTwo.\n"
    assert [line.of(text) for line in paragraphs(text)] == ["One.", "Two."]


def test_a_sentence_that_never_stops_is_cut() -> None:
    text = "wall " * LONGEST
    assert max(span.end - span.start for span in sentences(text, paragraphs(text))) <= LONGEST + 5
