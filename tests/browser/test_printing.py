"""What stays on paper: the words, who said them, and the whole citation; nothing that only a screen can do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from corpus.model import Quote
from tests.browser.embedded import Embedded
from tests.browser.pages import check

pytestmark = pytest.mark.browser

ONLY_ON_SCREEN = "form, button, summary, nav li a, .doors, .paging, .timeline, #filters"
ADDRESSES = """() => [...document.querySelectorAll(".chain a")].map(
  link => [link.href, getComputedStyle(link, "::after").content])"""
KEPT_WHOLE = """selector => [...document.querySelectorAll(selector)].map(node => getComputedStyle(node).breakInside)"""


@pytest.fixture
def paper(browser: Browser, embedded: tuple[str, Embedded]) -> Iterator[Page]:
    context = browser.new_context(base_url=embedded[0])
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


@pytest.fixture
def quote(embedded: tuple[str, Embedded]) -> Quote:
    return embedded[1].corrected


def test_nothing_is_printed_that_only_a_screen_can_do(paper: Page, quote: Quote) -> None:
    article = quote.citation.article.id
    for path in ("/", "/search?q=lamp", f"/q/{quote.id}", f"/articles/{article}", "/speakers/nell-okafor", "/compare"):
        paper.goto(path)
        expect(paper.locator(".wordmark")).to_be_visible()
        shown = paper.locator(ONLY_ON_SCREEN).filter(visible=True)
        assert shown.count() == 0, (path, shown.first.inner_text())


def test_a_printed_quote_has_its_citation_and_the_addresses_of_article_and_record(paper: Page, quote: Quote) -> None:
    paper.goto(f"/q/{quote.id}")
    expect(paper.locator(".hero blockquote")).to_contain_text(quote.text)
    citation = paper.locator("section", has=paper.get_by_role("heading", name="Citation"))
    expect(citation).to_contain_text(quote.citation.article.url or "")
    expect(citation).to_contain_text(paper.url)
    assert paper.evaluate(ADDRESSES) == [[quote.citation.article.url, f'" <{quote.citation.article.url}>"']]
    expect(paper.locator("#history + *")).to_contain_text("corrected")
    assert paper.evaluate(KEPT_WHOLE, ".hero, .columns > section") == ["avoid"] * 7
    indents = "() => getComputedStyle(document.querySelector('.hung')).textIndent"
    assert paper.evaluate(indents) == "0px", "a mark that hangs in the margin is cut off by a printer"


def test_no_result_is_broken_across_pages(paper: Page) -> None:
    paper.goto("/search")
    results = paper.evaluate(KEPT_WHOLE, ".quotes > li")
    assert results == ["avoid"] * len(results) != []


def test_a_checked_draft_prints_as_a_report(paper: Page) -> None:
    paper.emulate_media(media="screen")
    paper.goto("/check")
    check(paper)
    paper.emulate_media(media="print")
    expect(paper.locator(".report")).to_be_visible()
    assert paper.locator(ONLY_ON_SCREEN).filter(visible=True).count() == 0
    findings = paper.evaluate(KEPT_WHOLE, ".findings > li")
    assert findings == ["avoid"] * len(findings) != []
