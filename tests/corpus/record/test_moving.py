"""Reviewed quotes in a new version of their article: the same words, wherever they went, or nowhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.citation import cite
from corpus.model import ProvenanceStep, Quote
from corpus.record.moving import moved
from tests.corpus.record.invented import read
from tests.corpus.record.kept import kept

ARTICLE, [QUOTATION] = read("Westport.\n“{Ada Morland|said|We sail.}” So it was learnt.")
OLD: Quote = kept(QUOTATION, citation=cite(ARTICLE, QUOTATION.segments))


@pytest.mark.parametrize(
    "text",
    [
        "A correction.\n\nWestport.\n“Ada Morland said: We sail.” So it was learnt.",
        "“Ada Morland said: We sail.”",
        "We sail. Nobody knows.\n“Ada Morland said: We sail.” So it was learnt.",
        "“We sail.” Ada Morland said it again.",
    ],
    ids=["further down", "alone", "twice, once with what stood around them", "the cue on the other side"],
)
def test_words_that_still_stand_move(text: str) -> None:
    quote = moved(OLD, text, None)
    assert quote is not None and quote.cue is not None
    [segment] = quote.segments
    assert text[segment.start : segment.end] == segment.text == "We sail."
    assert text[quote.cue.start : quote.cue.end] == "said"
    assert segment.paragraph == len([line for line in text[: segment.start].split("\n")[:-1] if line])


@pytest.mark.parametrize(
    "text",
    ["“Ada Morland said: We row.”", "“We sail.” “We sail.” Somebody said.", "“We sail.” So it was learnt.", ""],
    ids=["other words", "twice, and which is not told", "without the cue", "no text"],
)
def test_words_that_do_not_stand_there_do_not(text: str) -> None:
    assert moved(OLD, text, None) is None


LEARNT = "So it was learnt."


@pytest.mark.parametrize(
    "marked",
    [
        "So it was learnt.\n“Ada Morland said: We sail.” |So it was learnt.",
        "“Ada Morland said: We sail.” Westport. |So it was learnt. So it was learnt.",
        "|So it was learnt. “Ada Morland said: We sail.”",
        "So it was learnt. “Ada Morland said: We sail.” So, so. So it was learnt.",
        "“Ada Morland said: We sail.” So it was rumoured.",
    ],
    ids=["as far from the words", "where it was", "alone", "twice", "nowhere"],
)
def test_what_shows_a_hand_moves_too(marked: str) -> None:
    """The bar stands before the place that is expected."""
    text, place = marked.replace("|", ""), marked.find("|")
    at = (ARTICLE.text or "").index(LEARNT)
    hand = ProvenanceStep("reported", evidence_text=LEARNT, start=at, end=at + len(LEARNT))
    quote = moved(replace(OLD, provenance=(hand,)), text, None)
    assert quote is not None
    there = (place, place + len(LEARNT)) if place >= 0 else (None, None)
    assert [(step.evidence_text, step.start, step.end) for step in quote.provenance] == [(LEARNT, *there)]


def test_where_the_extractor_found_them_goes_first() -> None:
    text = "“We sail.” “We sail.” Somebody said."
    quote = moved(OLD, text, text.rindex("We sail."))
    assert quote is not None
    assert quote.segments[0].start == text.rindex("We sail.")
