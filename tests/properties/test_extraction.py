"""Whatever the text, extraction raises nothing, and every span it gives is of the text."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.extraction import extract_quotes
from corpus.extraction.quotations import quoted_regions
from corpus.model import Span
from corpus.reading.segments import paragraphs, sentences
from tests.corpus.extraction.golden import Case, cases

PIECES = [
    *("“", "”", '"', "''", "«", "»", "„", "‘", "’", "'", ",", ".", "?", "!", ":", ";", "—", "(", ")"),
    *(
        "Ann Lee",
        "Lee",
        "he",
        "she",
        "who",
        "the official",
        "a second official",
        "officials",
        "the trio",
        "Sen.",
        "U.S.",
    ),
    *(
        "said",
        "says",
        "told",
        "saying",
        "according to",
        "that",
        "called",
        "quoted",
        "and",
        "but",
        "to",
        "not",
        "a",
        "the",
        "The",
    ),
    *("wall", "is safe", "in Washington", "10", "percent", "Q:", "MS. LEE:"),
    *("\n", "\n\n", " ", "\u00a0", "\u200b", "İ", "ß", "😀", "\x00", "\ud800"),
]
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))


@given(TEXTS)
def test_every_span_is_of_the_text(text: str) -> None:
    for quotation in extract_quotes(text):
        assert quotation.segments
        for part in (*quotation.segments, quotation.mention, quotation.cue):
            if part is not None:
                assert 0 <= part.start < part.end <= len(text)
                assert text[part.start : part.end] == part.text


@given(TEXTS)
def test_quotations_come_in_text_order_and_alike_every_time(text: str) -> None:
    found = extract_quotes(text)
    assert [one.segments[0].start for one in found] == sorted(one.segments[0].start for one in found)
    assert extract_quotes(text) == found


@given(TEXTS)
def test_what_is_said_of_speakers_holds_together(text: str) -> None:
    for quotation in extract_quotes(text):
        assert (quotation.attribution.status == "resolved") == bool(quotation.speakers)
        assert (quotation.attribution.status == "ambiguous") == (len(quotation.attribution.candidates) > 1)
        for speaker in quotation.speakers:
            assert speaker.name
            assert speaker.kind != "anonymous" or (speaker.slug is None and speaker.qid is None)


@given(TEXTS)
def test_regions_are_in_order_and_apart(text: str) -> None:
    regions = quoted_regions(text, paragraphs(text))
    for one, following in pairwise(regions):
        assert one.outer_start <= one.start < one.end <= one.outer_end <= following.outer_start


@given(TEXTS)
def test_sentences_cover_their_paragraphs(text: str) -> None:
    lines = paragraphs(text)
    cut = sentences(text, lines)
    covered = [Span(one.start, one.end) for one in cut]
    assert "".join(one.of(text) for one in covered) == "".join(line.of(text) for line in lines)


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.name)
def test_a_text_that_breaks_off_anywhere_raises_nothing(case: Case) -> None:
    for word in re.finditer(r"\w+", case.text):
        extract_quotes(case.text[: word.end()])
