"""A search that is not understood points at the place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import QuerySyntaxError
from service.pages.problems import refusal


@pytest.mark.parametrize(
    ("query", "position", "line", "caret"),
    [
        ("bridge (ferry", 7, "bridge (ferry", "       ^"),
        ("(", 0, "(", "^"),
        ("tail OR", 7, "tail OR", "       ^"),
        ("a\tb\x07(", 4, "a␣b␣(", "    ^"),
        ("x" * 40 + "(" + "y" * 40, 40, "…" + "x" * 30 + "(" + "y" * 29 + "…", " " * 31 + "^"),
    ],
)
def test_the_caret_stands_under_the_place(query: str, position: int, line: str, caret: str) -> None:
    shown = refusal(QuerySyntaxError("not closed", query=query, position=position))
    assert (shown.line, shown.caret, shown.place) == (line, caret, position + 1)


@given(st.text(min_size=1, max_size=600), st.integers(-3, 700))
def test_the_line_fits_a_phone_and_the_caret_is_on_it(query: str, position: int) -> None:
    shown = refusal(QuerySyntaxError("wrong", query=query, position=position))
    assert shown.line is not None
    assert shown.caret is not None
    assert "\n" not in shown.line
    assert len(shown.line) <= 62
    assert len(shown.caret) - 1 <= len(shown.line)
