"""The golden cases of tests/fixtures/quotations: what is found is exactly what they mark."""

from __future__ import annotations

import pytest

from corpus.extraction import extract_quotes
from tests.corpus.extraction.golden import Case, cases, marked_up, who

CASES = list(cases())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_marked_is_found(case: Case) -> None:
    quotations = extract_quotes(case.text)
    assert marked_up(case.text, quotations) == case.marked
    assert who(quotations) == case.speakers


def test_the_mark_up_hides_no_text() -> None:
    case = Case("", "a [content 1|b [c] [cue 1|d]] [e]", ())
    assert case.text == "a b [c] d [e]"


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 250
    assert len({case.name for case in CASES}) == len(CASES)
