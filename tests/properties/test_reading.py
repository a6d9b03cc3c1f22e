"""What is always true of reading, citing and dating, whatever comes in."""

from __future__ import annotations

from html import unescape
from urllib.parse import unquote

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from corpus import read_article
from corpus.citation import CONTEXT, cite
from corpus.citation.fragments import encoded
from corpus.errors import UnreadableArticle
from corpus.extraction.dating import circumstances
from corpus.model import Cue, Mention, PublishedAt, Segment, Span
from corpus.reading import canonical_url
from corpus.reading.offsets import RawPage

CHARACTERS = st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00")
TEXTS = st.text(CHARACTERS, min_size=1).filter(lambda text: text.strip() and not text.startswith("\ufeff"))
ANYTHING = st.text(st.characters())


@given(TEXTS)
def test_plain_text_is_never_changed(text: str) -> None:
    article = read_article(text.encode(), media_type="text/plain")
    assert article.text == text
    assert article.length == len(text)


@given(TEXTS)
def test_reading_twice_gives_the_same_article(text: str) -> None:
    assert read_article(text, media_type="text/plain") == read_article(text.encode(), media_type="text/plain")


@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b"<html>\xff")
def test_any_bytes_are_an_article_or_are_refused(data: bytes) -> None:
    try:
        article = read_article(data, name="any")
    except UnreadableArticle as refused:
        assert refused.where == "any"
    else:
        assert article.text is not None
        assert article.text.strip()


@given(ANYTHING)
@example("<html><p>&#xD800; No, said Ann.")
@example("<html><p>&#0; No, said Ann Lee.")
def test_any_markup_is_an_article_or_is_refused(markup: str) -> None:
    try:
        text = read_article(markup, media_type="text/html").text or ""
    except UnreadableArticle:
        return
    assert text.encode().decode() == text
    assert "\x00" not in text


@given(st.text())
def test_canonical_is_canonical(url: str) -> None:
    once = canonical_url("https://holm.example/" + url)
    assume(once is not None)
    assert canonical_url(once or "") == once


@given(TEXTS, st.data())
def test_selectors_find_the_words_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    article = read_article(text, media_type="text/plain", url="https://holm.example/pier")
    citation = cite(article, [Segment(text[start:end], start, end, 0, "direct")])
    selector = citation.selector
    assert text[selector.start : selector.end] == selector.exact
    assert text[: selector.start].endswith(selector.prefix)
    assert text[selector.end :].startswith(selector.suffix)
    assert len(selector.prefix) == min(CONTEXT, start)
    assert len(selector.suffix) == min(CONTEXT, len(text) - end)
    assert (citation.deep_link.url or "").startswith("https://holm.example/pier#:~:text=")


@given(st.text(CHARACTERS))
def test_encoded_words_are_read_back_and_hold_no_syntax(words: str) -> None:
    assert unquote(encoded(words)) == words
    assert not set("-,& \n#") & set(encoded(words))


@given(st.text(st.characters(whitelist_categories=["L", "N"], whitelist_characters=" &<>“”.,"), min_size=1))
def test_words_of_a_page_are_found_in_it(words: str) -> None:
    assume(words.strip())
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    page = f"<p>{escaped}</p>"
    found = RawPage.of(page).find(words, Span(0, len(words)))
    assert found is not None
    assert unescape(page[found.start : found.end]) == words.strip()


WORDS = (
    *("said", "told", " on Monday", " last week", " in May", " Feb. 29", " 31 June 2026", " in 1900", " last winter"),
    *(" three days ago", " over the weekend", " reporters", " in Holm", " on X", " in a statement", ", who", "“", " "),
)
DAYS = (None, "2026-02", "2026-02-28", "2026-02-31", "0001-01-01", "9999-12-31")


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "9999-12", "2026-02-31", "2026-13", "-0044-03-15"])
@pytest.mark.parametrize("phrase", ["on Monday", "last week", "in May", "31 June", "last winter", "two years ago"])
def test_dates_at_the_ends_of_the_calendar_do_no_harm(phrase: str, published: str) -> None:
    text = f"“No,” Ann Lee said {phrase}."
    cue = Cue("said", 14, 18)
    around = circumstances(text, Span(0, len(text)), cue, None, (Span(0, 5),), PublishedAt(published))
    assert around.dated.said_at.text_as_printed == phrase


@given(ANYTHING | st.lists(st.sampled_from(WORDS)).map("".join), st.data())
def test_circumstances_never_raise(text: str, data: st.DataObject) -> None:
    ends = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=8, max_size=8)))
    cue = Cue(text[ends[2] : ends[3]], ends[2], ends[3])
    mention = Mention(text[ends[4] : ends[5]], ends[4], ends[5])
    contents = (Span(ends[0], ends[1]), Span(ends[6], ends[7]))
    published = PublishedAt(data.draw(st.sampled_from(DAYS)))
    around = circumstances(text, Span(0, len(text)), cue, mention, contents, published)
    said, addressee = around.dated.said_at, around.addressee
    assert (said.edtf is None) == (around.dated.sureness is None)
    assert (said.edtf is None) == (said.basis == "unknown")
    assert addressee is None or addressee.strip()


@pytest.mark.parametrize(
    "words", ["on ", "in In ", "In Holm ", "told ", "late last early on ", " ", "Monday ", "May ", "a "]
)
def test_a_sentence_of_a_million_characters_is_no_trap(words: str) -> None:
    text = words * (1_000_000 // len(words))
    middle = len(text) // 2
    cue = Cue(text[middle : middle + 4], middle, middle + 4)
    said = circumstances(text, Span(0, len(text)), cue, None, (), PublishedAt("2026-03-04")).dated.said_at
    assert said.text_as_printed is None or len(said.text_as_printed) < 100
