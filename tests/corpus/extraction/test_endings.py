"""A cue at the very end of a text has nothing to report, and costs nothing else."""

from __future__ import annotations

import pytest

from corpus.extraction import extract_quotes


@pytest.mark.parametrize("cut_off", ["Lee said that,", "as Lee claims,", "Lee called on", "his claim that"])
def test_a_text_that_breaks_off_is_read_to_its_end(cut_off: str) -> None:
    assert [one.text for one in extract_quotes(f"Ann Lee said the wall was safe.\n\n{cut_off}")] == [
        "the wall was safe"
    ]
