"""What of a quote is indexed, and which quotes never are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.errors import InvalidQuote
from corpus.model import AttributedSpeaker, Confidence, Review
from index.contract import Entry
from index.documents import attribution_class, document, facts_of, is_gone
from tests.index.invented import ADA, BORIS, COUNCIL, Invented, entry, gone, quote

OFFICIAL = AttributedSpeaker("a harbour official", "anonymous")
REPORT = AttributedSpeaker("the report", "document")

CLASSES = [
    (Invented("a", speakers=(ADA,)), "named"),
    (Invented("a", speakers=(OFFICIAL,)), "anonymous"),
    (Invented("a", speakers=(COUNCIL,)), "organization"),
    (Invented("a", speakers=(REPORT,)), "organization"),
    (Invented("a", speakers=(ADA, BORIS)), "joint"),
    (Invented("a", speakers=(ADA,), status="ambiguous"), "ambiguous"),
    (Invented("a", speakers=(), status="ambiguous"), "ambiguous"),
    (Invented("a", speakers=(), status="unknown"), "unknown"),
    (Invented("a", speakers=()), "unknown"),
]


@pytest.mark.parametrize(("wanted", "expected"), CLASSES)
def test_every_quote_is_in_one_class_of_attribution(wanted: Invented, expected: str) -> None:
    assert attribution_class(quote(1, wanted)) == expected


def test_a_speaker_is_found_by_every_name_of_the_register() -> None:
    assert document(entry(1, 1, Invented("a"))).found_by_names == ("Ada Quill", "Minister Quill", "A. B. Quill")


def test_a_mention_is_no_name() -> None:
    speaker = AttributedSpeaker("Ada Quill", "person", "ada-quill", mention_as_printed="she")
    assert "she" not in document(entry(1, 1, Invented("a", speakers=(speaker,)))).found_by_names


def test_a_row_gives_back_the_facts() -> None:
    made = document(entry(1, 1, Invented(("one", "two"), said="2024-11", published="2024-11-06T08:00:00Z")))
    assert facts_of(made.row) == made.facts


YEARS = [("2024-11", None, "2024"), (None, "2023-01-01", "2023"), ("2023/2024", "2022", "2022"), (None, None, None)]


@pytest.mark.parametrize(("said", "published", "year"), YEARS)
def test_the_year_is_that_of_saying_else_of_publication(
    said: str | None, published: str | None, year: str | None
) -> None:
    facts = document(entry(1, 1, Invented("a", said=said, published=published))).facts
    assert [value.value for value in facts.values.get("year", ())] == ([year] if year else [])


CONFIDENCES = [
    (Confidence(), "rule", None),
    (Confidence(span=0.9, speaker=0.6, date=0.1), "rule", 0.6),
    (Confidence(speaker=0.6), "human", 1.0),
]


@pytest.mark.parametrize(("claimed", "method", "expected"), CONFIDENCES)
def test_confidence_is_the_least_that_is_claimed(claimed: Confidence, method: str, expected: float | None) -> None:
    made = entry(1, 1, Invented("a"))
    review = Review("human" if method == "human" else "rule")
    changed = replace(made, quote=replace(made.quote, confidence=claimed, review=review))
    assert document(changed).facts.confidence == expected


def test_withdrawn_and_merged_quotes_are_gone_disputed_ones_are_not() -> None:
    assert is_gone(gone(1, 1))
    assert is_gone(entry(1, 1, Invented("a", state="merged")))
    assert not is_gone(entry(1, 1, Invented("a", state="disputed")))


GOOD = entry(1, 1, Invented("said"))
HARMFUL = [
    (replace(GOOD, quote=replace(GOOD.quote, id="")), "needs an id"),
    (replace(GOOD, quote=replace(GOOD.quote, segments=(), text="")), "needs an id and a segment"),
    (replace(GOOD, quote=replace(GOOD.quote, text="otherwise")), "segments joined"),
    (replace(GOOD, payload=b"[1]"), "no JSON object"),
    (entry(1, 1, Invented("half \ud83d")), "half a surrogate pair"),
    (entry(1, 1, Invented("a", title="half \udc00")), "half a surrogate pair"),
]


@pytest.mark.parametrize(("harmful", "message"), HARMFUL)
def test_a_quote_that_would_harm_the_index_is_refused_before_it_gets_there(harmful: Entry, message: str) -> None:
    with pytest.raises(InvalidQuote, match=message):
        document(harmful)
