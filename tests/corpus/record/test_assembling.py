"""Article and quotation to quote: citation, fidelity, capped context."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.errors import InvalidQuote
from corpus.model import Article, Context, Mention, Quotation, Quote, Segment, Speaker
from corpus.record.assembling import assemble, context_of
from tests.corpus.record.invented import read

ARTICLE, [QUOTATION] = read("Westport. “{Ada Morland|said|The ferry will sail.}” So it was learnt.", title="Ferry")


def made(article: Article = ARTICLE, quotation: Quotation = QUOTATION, known: tuple[Speaker, ...] = ()) -> Quote:
    return assemble(
        article, quotation, quotation.speakers, known, quote_id="q_x", at="2026-03-04T08:00:00Z", extractor_version="7"
    )


def test_a_quote_is_cited_and_says_who_vouches_for_it() -> None:
    quote = made()
    assert quote.citation.article.title == "Ferry"
    assert quote.citation.selector.exact == quote.text == "The ferry will sail."
    assert (quote.review.method, quote.review.extractor_version, quote.lang) == ("rule", "7", "en")


@pytest.mark.parametrize(
    ("lang", "relation", "fidelity"),
    [
        (None, "original", "verbatim_as_published"),
        ("fr", "original", "translated"),
        ("en", "translation", "back_translated"),
    ],
)
def test_the_language_of_the_speaker_decides_the_fidelity(lang: str | None, relation: str, fidelity: str) -> None:
    ada = Speaker("ada-morland", "Ada Morland", "person", lang=lang)
    quote = made(replace(ARTICLE, relation=relation), known=(ada,))  # type: ignore[arg-type]
    assert quote.fidelity == fidelity
    assert quote.quotable_verbatim is (fidelity == "verbatim_as_published")


@pytest.mark.parametrize(
    "quotation",
    [
        replace(QUOTATION, mention=Mention("Tom Okafor", 0, 10)),
        replace(QUOTATION, segments=(Segment("not there", 0, 9, 0, "direct"),)),
    ],
)
def test_words_that_do_not_stand_there_are_refused(quotation: Quotation) -> None:
    with pytest.raises(InvalidQuote):
        made(quotation=quotation)


def test_a_bundled_article_cannot_be_read_from() -> None:
    with pytest.raises(InvalidQuote, match="text"):
        made(replace(ARTICLE, text=None))


TEXT = "one two\nthree  four [quote] five six seven"
QUOTE = (Segment("quote", TEXT.index("quote"), TEXT.index("quote") + 5, 0, "direct"),)


@pytest.mark.parametrize(
    ("words", "before", "after", "truncated"),
    [
        (2, "four [", "] five", True),
        (3, "three  four [", "] five six", True),
        (9, "one two\nthree  four [", "] five six seven", False),
    ],
)
def test_context_is_capped_in_words_as_printed(words: int, before: str, after: str, truncated: bool) -> None:
    assert context_of(TEXT, QUOTE, words) == Context(before, after, truncated)


def test_context_of_a_text_without_spaces_is_capped_too() -> None:
    text = "x" * 50_000
    context = context_of(text, (Segment("x", 25_000, 25_001, 0, "direct"),), words=2)
    assert len(context.before) + len(context.after) < 1000
    assert context.truncated
