"""What no reader sees costs no quotation, and stays in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.extraction import extract_quotes
from corpus.extraction.residue import without_residue


@pytest.mark.parametrize(
    "text",
    [
        "“Rain is due,” \x1b[31mAda Park\x1b[0m told reporters.",
        "\x1b[1m“Rain is due,”\x1b[0m Ada Park told reporters.",
        "“Rain is due,” \x1b]8;;https://paper.example/park\x1b\\Ada Park\x1b]8;;\x1b\\ told reporters.",
        "“Rain is due,”\u200e Ada Park told reporters.",
        "\ufeff“Rain is due,”\u2060 Ada Park\x00 told reporters.",
    ],
)
def test_the_quotation_is_found_in_place(text: str) -> None:
    [quotation] = extract_quotes(text)

    assert [segment.text for segment in quotation.segments] == ["Rain is due,"]
    assert [speaker.name for speaker in quotation.speakers] == ["Ada Park"]
    assert quotation.mention is not None
    assert text[quotation.mention.start : quotation.mention.end] == "Ada Park"


def test_a_colour_within_the_words_is_kept_as_printed() -> None:
    [quotation] = extract_quotes("“Rain is \x1b[31mdue\x1b[0m,” Ada Park said.")

    assert quotation.text == "Rain is \x1b[31mdue\x1b[0m,"


@given(st.text(st.sampled_from("\x1b[]0;m\\\x07\u200b\u202ea “”")))
def test_every_offset_stays(text: str) -> None:
    assert len(without_residue(text)) == len(text)
