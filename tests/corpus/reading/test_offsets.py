"""From the article's text back to the raw page. Pages are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import read_article
from corpus.model import Span
from corpus.reading.offsets import RawPage


def spot(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "raw"),
    [
        ("Nobody on Holm will have to row", "Nobody on Holm will have to row"),
        ("two new engines & a crew", "<em>two</em> new engines &amp; a crew"),
        ("harbour master Ingrid Salén told", "harbour master Ingrid Sal&eacute;n told"),
        ("the ship’s last captain", "the ship&#8217;s last captain"),
        ("reporters in Westport", "reporters in\nWestport"),
        ("flask of coffee,” said Marta", "flask of coffee,” said Marta"),
    ],
)
def test_words_are_found_in_the_raw_page(root: Path, words: str, raw: str) -> None:
    markup = (root / "tests/fixtures/pages/ferry.html").read_text(encoding="utf-8")
    text = read_article(markup).text or ""
    found = RawPage.of(markup).find(text, spot(text, words))
    assert found is not None
    assert found.of(markup).removeprefix("<em>") == raw.removeprefix("<em>")


def test_of_two_places_the_one_with_the_same_neighbours() -> None:
    markup = "<p>First “it holds” here.</p><p>Second &ldquo;it holds&rdquo; there.</p>"
    text = "First “it holds” here.\nSecond “it holds” there."
    second = Span(text.rindex("it holds"), text.rindex("it holds") + 8)
    found = RawPage.of(markup).find(text, second)
    assert found is not None
    assert found.start == markup.rindex("it holds")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Nothing of it.</p>", "it holds"),
        ("<script>it holds</script>", "it holds"),
        ("<!-- it holds -->", "it holds"),
        ("<p title='it holds'>no</p>", "it holds"),
        ("<p>it holds</p><p>it holds</p>", "it holds"),
        ("", "it holds"),
    ],
)
def test_none_where_they_do_not_stand_or_two_places_look_alike(markup: str, text: str) -> None:
    assert RawPage.of(markup).find(text, Span(0, len(text))) is None
