"""Quotes in scripts that run, break and quote otherwise than English, as Chromium sets them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from corpus import migrate
from corpus.model import Quote
from service import create_app
from service.archive import Archive
from service.config import Config
from tests.browser.hosts import running
from tests.browser.tongues import SAID

pytestmark = pytest.mark.browser

LEFT_EDGE = """(element, words) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const start = walker.currentNode.data.indexOf(words);
    if (start < 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, start);
    range.setEnd(walker.currentNode, start + words.length);
    return range.getBoundingClientRect().left;
  }
}"""


@pytest.fixture(scope="module")
def kept(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, Quote]]]:
    """The address of a service of its own, and its quotes by their language."""
    config = Config.from_environment({"ONRECORD_HOME": str(tmp_path_factory.mktemp("tongues"))})
    with Archive(config) as archive:
        migrate(archive.record)
        quotes = {said.lang: said.keep(archive.record) for said in SAID}
        archive.synchronise()
    app = create_app(config)
    with running(app) as address:
        yield address, quotes
    app.extensions["archive"].close()


@pytest.fixture
def tab(browser: Browser, kept: tuple[str, dict[str, Quote]]) -> Iterator[Page]:
    context = browser.new_context(base_url=kept[0], viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def left(tab: Page, selector: str, words: str) -> float:
    """Where those words begin on the screen, from its left edge."""
    found: float = tab.locator(selector).evaluate(LEFT_EDGE, words)
    return found


@pytest.mark.parametrize("lang", ["ar", "he"])
def test_a_date_stays_behind_names_that_run_to_the_left(
    tab: Page, kept: tuple[str, dict[str, Quote]], lang: str
) -> None:
    quote = kept[1][lang]
    title = quote.citation.article.title or ""
    tab.goto(f"/embed/q/{quote.id}")
    assert left(tab, ".where", title) < left(tab, ".where", "6 May")
    tab.goto(f"/q/{quote.id}")
    citation = "details[open] .citation"
    assert left(tab, citation, quote.speakers[0].name) < left(tab, citation, "(")
    assert left(tab, ".byline", quote.speakers[0].name) < left(tab, ".byline", quote.speakers[0].role_as_printed or "")


@pytest.mark.parametrize(("lang", "direction"), [("ar", "rtl"), ("he", "rtl"), ("uk", "ltr"), ("ja", "ltr")])
def test_words_and_their_passage_run_as_their_script_does(
    tab: Page, kept: tuple[str, dict[str, Quote]], lang: str, direction: str
) -> None:
    tab.goto(f"/q/{kept[1][lang].id}")
    for selector in ("blockquote", ".passage"):
        assert tab.locator(selector).evaluate("element => getComputedStyle(element).direction") == direction


def test_words_stand_in_the_marks_of_their_language(tab: Page, kept: tuple[str, dict[str, Quote]]) -> None:
    tab.goto("/search")
    shown = {quote.lang: tab.locator(f"#{quote.id} blockquote").inner_text().strip() for quote in kept[1].values()}
    assert {lang: words[0] + words[-1] for lang, words in shown.items()} == {
        "ar": "”“", "he": "””", "uk": "«»", "zh": "“”", "ja": "「」", "hi": "“”", "de": "„“",
    }  # fmt: skip


def test_nothing_is_wider_than_a_telephone(tab: Page, kept: tuple[str, dict[str, Quote]]) -> None:
    tab.set_viewport_size({"width": 320, "height": 800})
    for path in ("/search", *(f"/{kind}/{one.id}" for one in kept[1].values() for kind in ("q", "embed/q"))):
        tab.goto(path)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 320, path
