"""Words are escaped first and marked from offsets."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Span
from service.pages.cards import texts
from service.pages.marking import beginning, emphasised, marked, passages
from tests.service.pages.invented import PARTIAL, SPLIT


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("plain", [], "plain"),
        ("one two", [(4, 7)], "one <mark>two</mark>"),
        ("one two", [(4, 7), (0, 3)], "<mark>one</mark> <mark>two</mark>"),
        ("one two", [(0, 5), (3, 7)], "<mark>one two</mark>"),
        ("one", [(0, 99)], "<mark>one</mark>"),
        ("one", [(-3, 1), (2, 2)], "<mark>o</mark>ne"),
        ("<b>&", [(0, 3)], "<mark>&lt;b&gt;</mark>&amp;"),
        ("é𝄞x", [(1, 2)], "é<mark>𝄞</mark>x"),
    ],
)
def test_marked(text: str, spans: list[tuple[int, int]], expected: str) -> None:
    assert marked(text, [Span(*span) for span in spans]) == expected


@given(st.text(), st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40))))
def test_marking_never_changes_the_words(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [Span(*pair) for pair in pairs]
    shown = str(marked(text, spans))
    assert html.unescape(re.sub("</?mark>", "", shown)) == html.unescape(html.escape(text))
    inside = "".join(re.findall("<mark>(.*?)</mark>", shown, re.DOTALL))
    covered = "".join(c for i, c in enumerate(text) if any(span.start <= i < span.end for span in spans))
    assert html.unescape(inside) == html.unescape(html.escape(covered))


def test_each_segment_of_a_split_quote_gets_its_own_marks() -> None:
    ferry = SPLIT.text.index("ferry")
    piers = SPLIT.text.index("piers")
    assert passages(texts(SPLIT), [Span(piers, piers + 5), Span(ferry, ferry + 5)]) == (
        "If the <mark>piers</mark> hold,",
        "then nobody needs a <mark>ferry</mark>.",
    )


def test_words_that_look_like_html_are_shown_as_they_were_printed() -> None:
    assert passages(texts(PARTIAL)) == ("wholly &amp; plainly &lt;unsafe&gt;",)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("phrase *grave mistake*, without *Kyiv*", "phrase <em>grave mistake</em>, without <em>Kyiv</em>"),
        ("*<b>*", "<em>&lt;b&gt;</em>"),
        ("all quotes", "all quotes"),
    ],
)
def test_what_was_understood_is_emphasised(told: str, shown: str) -> None:
    assert emphasised(told) == shown


@pytest.mark.parametrize(
    ("segments", "most", "shown"),
    [
        (("one two three",), 13, ("one two three",)),
        (("one two three",), 9, ("one two",)),
        (("one two", "three four"), 11, ("one two",)),
        (("one two", "three four"), 14, ("one two", "three")),
        (("ひとつふたつみっつ",), 4, ("ひとつふ",)),
        (("one two", "three"), 7, ("one two",)),
        (("one two", "three four"), 12, ("one two", "three")),
    ],
)
def test_the_beginning_ends_between_words(segments: tuple[str, ...], most: int, shown: tuple[str, ...]) -> None:
    assert beginning(segments, most) == shown


def test_words_that_follow_each_other_are_marked_as_one() -> None:
    assert passages(("If the piers hold,",), [Span(7, 12), Span(3, 6), Span(13, 17)]) == (
        "If <mark>the piers hold</mark>,",
    )
