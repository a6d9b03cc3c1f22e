"""A quote as plain text: what a reporter pastes."""

from __future__ import annotations

import pytest

from corpus.model import LeadIn, Quote
from service.pages.cards import Card
from tests.service.pages import invented


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        (invented.JOINT, "“We sign as one.”"),
        (invented.SPLIT, "“If the piers hold,” … “then nobody needs a ferry.”"),
        (invented.PARTIAL, "[of the old cables] “wholly & plainly <unsafe>”"),
        (invented.INDIRECT, "The Port Authority denied that the cables had been inspected"),
        (invented.quote("safe", type="partial", lead_in=LeadIn("The pier is", "as_printed")), "The pier is “safe”"),
    ],
)
def test_words(quote: Quote, words: str) -> None:
    assert Card.of(quote).words == words


@pytest.mark.parametrize(
    ("quote", "line"),
    [
        (
            invented.DIRECT,
            "“The bridge will open again before the first frost, and not a day later.”"
            " — Ana Ruiz, Mayor, 4 October 2023",
        ),
        (invented.JOINT, "“We sign as one.” — Ana Ruiz and Otto Lind, 2 August 2023"),
        (invented.INDIRECT, "The Port Authority denied that the cables had been inspected (paraphrase)"),
        (invented.UNKNOWN, "“Nobody saw it.” — A speaker not identified"),
    ],
)
def test_what_is_pasted_names_the_speaker(quote: Quote, line: str) -> None:
    assert Card.of(quote).attributed == line


@pytest.mark.parametrize("quote", [quote for quote in invented.EVERY_SORT if quote.type == "indirect"])
def test_indirect_words_never_stand_in_marks(quote: Quote) -> None:
    card = Card.of(quote)
    assert not card.in_marks
    assert not set('“”"«»„') & set(card.words + card.attributed)
