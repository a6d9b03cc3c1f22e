"""What WCAG 2.2 AA asks of all pages together, or that something is not there: one page of each sort."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from service.pages.assets import ASSETS
from tests.browser.pages import opened

pytestmark = pytest.mark.browser

SAME_ON_EVERY_PAGE = """() => ["body > header nav a", "body > footer a"].map(
  where => [...document.querySelectorAll(where)].map(link => [link.innerText, link.pathname]))"""
NOT_THERE = "img, audio, video, canvas, object, embed, meta[http-equiv=refresh], [accesskey], [autofocus]"
UNSAID = """() => [...document.querySelectorAll("main blockquote")]
  .filter(node => !node.lang || node.dir !== "auto").map(node => node.outerHTML.slice(0, 120))"""
OTHER_NAMES = """() => [...document.querySelectorAll("a, button, summary")]
  .filter(node => node.ariaLabel && !node.ariaLabel.includes(node.innerText.trim())).map(node => node.outerHTML)"""
GESTURES = ("touch", "pointer", "drag", "mousemove", "devicemotion", "keydown", "keyup", "setInterval", "animate(")


@pytest.fixture
def tab(browser: Browser, pictured: tuple[str, dict[str, str]]) -> Iterator[Page]:
    context = browser.new_context(base_url=pictured[0])
    yield context.new_page()
    context.close()


@pytest.fixture
def paths(pictured: tuple[str, dict[str, str]]) -> dict[str, str]:
    return pictured[1]


def test_every_page_has_the_same_links_in_the_same_order_around_it(tab: Page, paths: dict[str, str]) -> None:
    """Success criteria 3.2.3 and 3.2.4."""
    pages = {name: path for name, path in paths.items() if not name.startswith("card")}
    around = {name: tab.evaluate(SAME_ON_EVERY_PAGE) for name in opened(tab, pages)}
    assert around["home"][0]
    assert around == dict.fromkeys(pages, around["home"])


def test_there_are_no_pictures_of_text_no_media_no_timers_and_no_shortcuts(tab: Page, paths: dict[str, str]) -> None:
    """Success criteria 1.2, 1.4.2, 1.4.5, 2.1.4 and 2.2."""
    for name in opened(tab, paths):
        assert tab.locator(NOT_THERE).count() == 0, name


def test_each_quote_tells_its_language_and_takes_its_direction_from_its_letters(
    tab: Page, paths: dict[str, str]
) -> None:
    """Success criterion 3.1.2; every article that is shown here tells its language."""
    for name in opened(tab, paths):
        assert tab.evaluate(UNSAID) == [], name


def test_what_is_read_out_holds_what_is_seen(tab: Page, paths: dict[str, str]) -> None:
    """Success criterion 2.5.3."""
    for name in opened(tab, paths):
        assert tab.evaluate(OTHER_NAMES) == [], name


def test_no_script_listens_to_gestures_movement_or_keys(tab: Page) -> None:
    """Success criteria 2.1.4, 2.5.1, 2.5.2, 2.5.4 and 2.5.7."""
    for name in ("onrecord.js", "embed.js"):
        script = ASSETS[name].content.decode()
        assert [gesture for gesture in GESTURES if gesture in script] == [], name
