"""What holds of the whole list of stages."""

from __future__ import annotations

import pytest

from corpus.extraction import extract_quotes
from corpus.extraction.pipeline import STAGES


def test_the_stages_have_names_that_tell_the_story() -> None:
    names = [stage.__name__ for stage in STAGES]
    assert (names[0], names[-1]) == ("cut_paragraphs", "carry_dates")


def test_words_that_two_cues_report_are_one_quotation() -> None:
    found = extract_quotes(
        "“We close,” Mayor Ilse Brandt said on Monday, warning that anyone on the ice would be fined."
    )
    contents = [tuple(quotation.spans) for quotation in found]
    assert len(contents) == len(set(contents))
    [indirect] = [quotation for quotation in found if quotation.type == "indirect"]
    assert (indirect.cue and indirect.cue.text, indirect.speakers[0].name) == ("warning", "Ilse Brandt")


@pytest.mark.parametrize("nobody", ["neither", "those", "senior"])
def test_a_word_that_names_nobody_is_no_speaker(nobody: str) -> None:
    for quotation in extract_quotes(f"The lake will close in May, according to {nobody}\n\nAnother paragraph."):
        assert not quotation.speakers
        assert quotation.attribution.status == "unknown"


def test_reports_within_reports_do_not_pile_up() -> None:
    """What is found stays in proportion to the text, whatever the text."""
    text = "he said " * 3000
    assert sum(len(quotation.text) for quotation in extract_quotes(text)) < 4 * len(text)
