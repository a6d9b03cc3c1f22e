"""The smaller facts in sentences, and links that are safe to follow."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.model import Confidence, Original, Review
from service.pages import particulars
from service.pages.readers import counted, number, share, web_address
from tests.service.pages import invented


@pytest.mark.parametrize(
    ("url", "followed"),
    [
        ("https://gazette.example/a", "https://gazette.example/a"),
        ("HTTP://gazette.example", "HTTP://gazette.example"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//gazette.example", None),
        ("", None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_are_linked(url: str | None, followed: str | None) -> None:
    assert web_address(url) == followed


@pytest.mark.parametrize(
    ("original", "shown"),
    [
        (None, None),
        (Original(), "not named on the page"),
        (Original("The <Gazette>"), "The &lt;Gazette&gt;"),
        (Original(None, "https://g.example/?a&b"), '<a href="https://g.example/?a&amp;b" rel="external">its page</a>'),
        (Original("Gazette", "javascript:alert(1)"), "Gazette"),
        (
            Original("Gazette", None, "nl", "From the Gazette"),
            'Gazette <span class="note">(Dutch, shown by “From the Gazette”)</span>',
        ),
    ],
)
def test_original_link(original: Original | None, shown: str | None) -> None:
    assert particulars.original_link(replace(invented.COPY, original=original)) == shown


def test_blockers_are_sentences_known_to_us_or_not() -> None:
    quote = replace(invented.PARTIAL, blockers=("back_translated", "a_new_reason"))
    assert particulars.blockers(quote) == ("It was translated, and translated back.", "A new reason.")


def test_missing_links_are_words() -> None:
    assert particulars.missing(["original_publisher", "the date"]) == ("who first published it", "the date")


def test_an_anonymous_mention_tells_how_many_were_claimed() -> None:
    assert particulars.mention(invented.ENGINEER) == "printed as “A second engineer”, one person"


@pytest.mark.parametrize(
    ("review", "words"),
    [
        (Review("human", "onrecord editors"), "onrecord editors, who read it"),
        (Review("rule", extractor_version="3"), "a rule of the extractor, version 3"),
        (Review(), "a rule of the extractor"),
    ],
)
def test_who_vouches(review: Review, words: str) -> None:
    assert particulars.vouched(review) == words


def test_confidence_names_only_what_was_claimed() -> None:
    assert particulars.confidence(Confidence(span=0.994, speaker=0.5)) == "words 99 %, speaker 50 %"
    assert particulars.confidence(Confidence()) is None


def test_numbers_as_readers_write_them() -> None:
    assert (number(12345), counted(1, "quote"), counted(2000, "quote"), share(0.5)) == (
        "12,345",
        "1 quote",
        "2,000 quotes",
        "50 %",
    )
