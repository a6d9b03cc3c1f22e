"""What WCAG 2.2 AA asks and axe cannot see: targets, visible focus, text spacing, zoom, motion, the keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from corpus.model import Quote

pytestmark = pytest.mark.browser

TEXT_SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    "p { margin-bottom: 2em !important }"
)
SMALL_TARGETS = """() => [...document.querySelectorAll("a, button, input, select, summary")].filter(node => {
  const box = (node.closest("label") ?? node).getBoundingClientRect(), around = node.parentElement;
  const inText = getComputedStyle(node).display === "inline" && around.innerText.trim() !== node.innerText.trim();
  const shown = node.checkVisibility() && box.bottom > 0 && box.width;
  return shown && !inText && (box.width < 24 || box.height < 24);
}).map(node => node.outerHTML.slice(0, 120))"""
FOCUS = """() => {
  const node = document.activeElement, style = getComputedStyle(node), box = node.getBoundingClientRect();
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  const inSight = box.bottom > 0 && box.top < innerHeight;
  return [node.outerHTML.slice(0, 100), outlined || style.boxShadow !== "none", inSight];
}"""
CLIPPED = """() => [...document.querySelectorAll("main *")].filter(node => {
  const hides = getComputedStyle(node).overflow === "hidden" && !node.closest(".visually-hidden, svg");
  const cut = node.scrollHeight > node.clientHeight + 1 || node.scrollWidth > node.clientWidth + 1;
  return node.checkVisibility() && hides && cut;
}).map(node => node.outerHTML.slice(0, 120))"""
MOVING = """() => [...document.querySelectorAll("*")].filter(node => {
  const style = getComputedStyle(node), times = `${style.transitionDuration}, ${style.animationDuration}`.split(",");
  return times.some(one => parseFloat(one) > 0.01) || style.scrollBehavior === "smooth";
}).map(node => node.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def paths(quotes: list[Quote]) -> list[str]:
    named = next(quote for quote in quotes if quote.speakers and quote.speakers[0].slug)
    article = named.citation.article.id
    return [
        "/",
        "/search?q=the&type=direct",
        "/search?q=(",
        f"/q/{named.id}",
        f"/articles/{article}",
        f"/speakers/{named.speakers[0].slug}",
        f"/embed/q/{named.id}",
    ]


@pytest.fixture
def tab(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site, bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_every_target_is_24_pixels_high_and_wide_unless_it_stands_in_a_sentence(tab: Page, paths: list[str]) -> None:
    """Success criterion 2.5.8."""
    small = {}
    for path in paths:
        tab.goto(path)
        small[path] = tab.evaluate(SMALL_TARGETS)
    assert not {path: found for path, found in small.items() if found}


def test_focus_goes_through_the_page_in_sight_and_is_seen(tab: Page, paths: list[str]) -> None:
    """Success criteria 2.1.2, 2.4.7 and 2.4.11: nothing holds it, nothing hides it."""
    for path in paths:
        tab.goto(path)
        seen = set[str]()
        for _ in range(12):
            tab.keyboard.press("Tab")
            html, marked, in_sight = tab.evaluate(FOCUS)
            if html.startswith("<body"):
                break
            seen.add(html)
            assert (marked, in_sight) == (True, True), (path, html)
        assert seen


def test_text_may_be_spaced_out_without_loss(tab: Page, paths: list[str]) -> None:
    """Success criterion 1.4.12."""
    tab.set_viewport_size({"width": 320, "height": 640})
    for path in paths:
        tab.goto(path)
        tab.add_style_tag(content=TEXT_SPACING)
        assert tab.evaluate("document.documentElement.scrollWidth") == 320, path
        assert tab.evaluate(CLIPPED) == [], path


def test_letters_may_be_twice_as_large(tab: Page, paths: list[str]) -> None:
    """Success criterion 1.4.4."""
    tab.set_viewport_size({"width": 640, "height": 640})
    for path in paths:
        tab.goto(path)
        tab.add_style_tag(content="html { font-size: 200% !important }")
        assert tab.evaluate("document.documentElement.scrollWidth") == 640, path
        assert tab.evaluate(CLIPPED) == [], path


def test_nothing_moves_for_those_who_want_no_motion(tab: Page, paths: list[str]) -> None:
    for path in paths:
        tab.goto(path)
        assert tab.evaluate(MOVING) == [], path
