"""Ids, overlaps, and which quotation is which quote."""

from __future__ import annotations

import re

import pytest

from corpus.model import Quotation, Segment, Span
from corpus.record.identity import free_id, overlap, quote_id, same_by_spans
from corpus.record.invariants import QUOTE_ID
from tests.corpus.record.kept import kept

ARTICLE = "a_aaaaaaaaaaaaa"


def quotation(*spans: tuple[int, int]) -> Quotation:
    return Quotation("direct", tuple(Segment("x" * (end - start), start, end, 0, "direct") for start, end in spans))


def test_an_id_is_of_article_version_and_spans() -> None:
    ids = {
        quote_id(ARTICLE, 1, [Span(3, 9)]),
        quote_id(ARTICLE, 2, [Span(3, 9)]),
        quote_id(ARTICLE, 1, [Span(3, 9), Span(12, 15)]),
        quote_id("a_bbbbbbbbbbbbb", 1, [Span(3, 9)]),
    }
    assert len(ids) == 4
    assert all(re.fullmatch(QUOTE_ID, one) for one in ids)
    assert quote_id(ARTICLE, 1, [Span(3, 9)]) in ids


def test_an_id_in_use_is_not_given_again() -> None:
    first = free_id(ARTICLE, 1, [Span(3, 9)], ())
    second = free_id(ARTICLE, 1, [Span(3, 9)], {first})
    assert first == quote_id(ARTICLE, 1, [Span(3, 9)])
    assert second not in {first, free_id(ARTICLE, 1, [Span(3, 9)], {first, second})}


@pytest.mark.parametrize(
    ("some", "others", "share"),
    [
        ([(0, 10)], [(0, 10)], 1.0),
        ([(0, 10)], [(0, 8)], 0.8),
        ([(0, 10)], [(10, 20)], 0.0),
        ([(0, 10)], [(5, 15)], 1 / 3),
        ([(0, 5), (10, 15)], [(0, 15)], 2 / 3),
        ([], [], 0.0),
    ],
)
def test_overlap_is_the_share_of_characters_in_both(
    some: list[tuple[int, int]], others: list[tuple[int, int]], share: float
) -> None:
    one, other = [Span(*span) for span in some], [Span(*span) for span in others]
    assert overlap(one, other) == overlap(other, one) == pytest.approx(share)


def test_each_quote_is_one_quotation_the_most_alike() -> None:
    whole = kept(quotation((0, 100)))
    found = [quotation((0, 90)), quotation((0, 99)), quotation((200, 300))]
    assert same_by_spans([whole], found) == {1: whole}
