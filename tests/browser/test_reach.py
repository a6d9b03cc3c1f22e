"""Every page for everybody: no accessibility violation in either colour scheme, no scrolling sideways on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from corpus.model import Quote

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PHONE = 320


@pytest.fixture(scope="module")
def paths(quotes: list[Quote]) -> list[str]:
    """One page of each sort, and of each sort of quote."""
    sorts = {(quote.type, quote.fidelity, len(quote.speakers)): quote for quote in quotes}.values()
    named = next(quote for quote in quotes if quote.speakers and quote.speakers[0].slug)
    return [
        "/",
        "/search",
        "/search?q=the&type=direct&said_from=2020-01-01",
        "/search?q=qqqqq&type=direct",
        "/search?q=(",
        "/nowhere",
        "/check",
        "/compare?left=putin&right=e&q=the",
        "/docs",
        "/docs/answers",
        *(f"/q/{quote.id}" for quote in sorts),
        *{f"/articles/{quote.citation.article.id}": None for quote in quotes},
        f"/speakers/{named.speakers[0].slug}",
    ]


@pytest.fixture(scope="module", params=SCHEMES)
def scheme(request: pytest.FixtureRequest) -> Iterator[Scheme]:
    yield request.param


def test_axe_finds_no_violation(browser: Browser, site: str, paths: list[str], scheme: Scheme) -> None:
    context = browser.new_context(base_url=site, color_scheme=scheme)
    page, found = context.new_page(), {}
    for path in paths:
        page.goto(path)
        violations: list[Any] = Axe().run(page, options=WCAG).response["violations"]
        found[path] = [(one["id"], [node["html"] for node in one["nodes"]]) for one in violations]
    context.close()
    assert not {path: violations for path, violations in found.items() if violations}


def test_axe_sees_what_is_wrong(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<html lang=en><title>Harbour</title><main><h1>Harbour</h1><img src=bridge.png></main>")
    assert [one["id"] for one in Axe().run(page, options=WCAG).response["violations"]] == ["image-alt"]
    page.close()


def test_no_page_scrolls_sideways_on_a_phone(browser: Browser, site: str, paths: list[str]) -> None:
    context = browser.new_context(base_url=site, viewport={"width": PHONE, "height": 640})
    page, widths = context.new_page(), {}
    for path in paths:
        page.goto(path)
        widths[path] = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert widths == dict.fromkeys(paths, PHONE)


def test_a_page_asks_nobody_else_for_anything(browser: Browser, site: str, paths: list[str]) -> None:
    context = browser.new_context(base_url=site)
    page, asked = context.new_page(), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    for path in paths:
        page.goto(path)
    context.close()
    assert asked
    assert not [url for url in asked if not url.startswith(site)]
