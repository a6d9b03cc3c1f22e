"""Readers who have switched off scripts, cookies or images, one at a time and all at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect

from corpus.model import Quote

pytestmark = pytest.mark.browser

NO_COOKIES = "Object.defineProperty(Document.prototype, 'cookie', { get() { throw new DOMException('denied') } })"


@pytest.fixture(params=["scripts", "cookies", "images", "all three"])
def context(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    off = {"scripts", "cookies", "images"} if request.param == "all three" else {request.param}
    made = browser.new_context(base_url=site, java_script_enabled="scripts" not in off)
    if "images" in off:
        made.route("**/*", without_images)
    if "cookies" in off:
        made.add_init_script(NO_COOKIES)
    yield made
    assert made.cookies() == []
    made.close()


def without_images(route: Route) -> None:
    if route.request.resource_type == "image":
        route.abort()
    else:
        route.continue_()


def test_a_search_leads_to_its_record_and_its_speaker(context: BrowserContext, quotes: list[Quote]) -> None:
    quote = next(one for one in quotes if one.type == "direct" and one.speakers and one.speakers[0].slug)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("search").get_by_label("Search quotes").fill(f'"{" ".join(quote.segments[0].text.split()[:5])}"')
    page.get_by_role("search").get_by_role("button", name="Search").click()
    page.get_by_role("group", name="How it is quoted").get_by_label("Direct").check()
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_role("status")).to_have_text("1 quote")
    page.get_by_role("link", name="Full record").click()
    expect(page.locator(".hero blockquote")).to_contain_text(quote.segments[0].text)
    page.locator(".byline a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(quote.speakers[0].name)
