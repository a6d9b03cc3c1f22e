"""Quotes as W3C Web Annotations. All texts are invented."""

from __future__ import annotations

from dataclasses import replace

from corpus.citation.annotation import annotation
from corpus.model import Quote
from tests.corpus.citation.test_citation import QUOTE

OURS = {"address": "https://us.example/a", "page": "https://us.example/q", "article_page": "https://us.example/article"}


def targets(quote: Quote) -> list[dict[str, object]]:
    return list(annotation(quote, **OURS)["target"])


def test_both_selectors_find_the_same_words() -> None:
    (target,) = targets(QUOTE)
    assert target["source"] == "https://courier.example/pier"
    assert target["selector"] == [
        {"type": "TextQuoteSelector", "exact": "The pier is sound.", "prefix": "“", "suffix": "”"},
        {"type": "TextPositionSelector", "start": 1, "end": 19},
    ]


def test_a_split_quote_has_a_target_for_each_segment() -> None:
    twice = replace(QUOTE, citation=replace(QUOTE.citation, selectors=(QUOTE.citation.selector,) * 2))
    assert len(targets(twice)) == 2


def test_without_an_address_of_the_article_ours_stands_for_it() -> None:
    article = replace(QUOTE.citation.article, url=None)
    (target,) = targets(replace(QUOTE, citation=replace(QUOTE.citation, article=article)))
    assert target["source"] == OURS["article_page"]


def test_who_spoke_is_the_body_and_nobody_is_named_who_is_not_known() -> None:
    assert annotation(QUOTE, **OURS)["body"]["value"] == "Ann Lee (harbour master)"
    assert annotation(replace(QUOTE, speakers=()), **OURS)["body"]["value"] == "Speaker not named"
