"""Marks to regions: `[` and `]` stand for where the quoted words begin and end."""

from __future__ import annotations

import pytest

from corpus.extraction.quotations import quoted_regions
from corpus.reading.segments import paragraphs


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("“Hold,” she said, “the wall.”", ["Hold,", "the wall."]),
        ('"Hold," she said, "the wall."', ["Hold,", "the wall."]),
        ("''Hold the wall,'' she said.", ["Hold the wall,"]),
        ("``Hold the wall,'' she said.", ["Hold the wall,"]),
        ("«Hold the wall», she said.", ["Hold the wall"]),
        ("»Hold the wall«, she said.", ["Hold the wall"]),
        ("„Hold the wall“, she said.", ["Hold the wall"]),
        ("‘Hold the wall,’ she said.", ["Hold the wall,"]),
        ("‘It’s the town’s wall,’ she said.", ["It’s the town’s wall,"]),
        ("‘It is the wall.’ “It is,” he said. “No.”", ["It is the wall.", "It is,", "No."]),
        ("The ‘old wall’ and ‘A Wall of One’s Own’. “It is,” he said. “No.”", ["It is,", "No."]),
        ("‘He said “hold” twice,’ she said.", ["He said “hold” twice,"]),
        ("“He said ‘hold’ twice,” she said.", ["He said ‘hold’ twice,"]),
        ("“He said “hold” twice,” she said.", ["He said “hold” twice,"]),
        ("“Hold the wall, she said.\n\n“It holds,” he said.", ["Hold the wall, she said.", "It holds,"]),
        ("“Hold.\n\n“It holds.”", ["Hold.", "It holds."]),
        ("“Hold.\n\nIt holds.”", ["Hold.", "It holds."]),
        ("”Hold the wall,” she said.", ["Hold the wall,"]),
        ('“Hold the wall," she said.', ["Hold the wall,"]),
        ("The mast is 6'2\" tall.", []),
        ("She called it “great”—“huge,” even.", ["great", "huge,"]),
        ("No marks, and the towns' walls aren't quoted.", []),
        ("“”", []),
        ("“", []),
    ],
)
def test_regions(text: str, regions: list[str]) -> None:
    assert [text[one.start : one.end] for one in quoted_regions(text, paragraphs(text))] == regions


def test_a_region_says_that_it_goes_on() -> None:
    text = "“Hold.\n\n“It holds.\n\n“It will.” No. “Yes.”"
    regions = quoted_regions(text, paragraphs(text))
    assert [(one.closed, one.continues) for one in regions] == [
        (False, False),
        (False, True),
        (True, True),
        (True, False),
    ]


def test_one_odd_mark_costs_no_other_line() -> None:
    text = "“Hold the wall.\n\nNo marks here.\n\nHe said “yes” and “no” in turn.\n"
    assert [text[one.start : one.end] for one in quoted_regions(text, paragraphs(text))][-2:] == ["yes", "no"]
