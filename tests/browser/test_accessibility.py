"""What WCAG 2.2 AA asks and axe cannot see: targets, focus, text spacing, zoom, motion, the keyboard, contrast of what
is no text. On one page of each sort; axe itself is `test_reach.py` and `test_pictured.py`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import opened
from tests.browser.test_reach import SCHEMES, Scheme

pytestmark = pytest.mark.browser

TEXT_SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    "p { margin-bottom: 2em !important }"
)
SMALL_TARGETS = """() => [...document.querySelectorAll("a, button, input, select, textarea, summary")].filter(node => {
  const box = (node.closest("label") ?? node).getBoundingClientRect(), around = node.parentElement;
  const inText = getComputedStyle(node).display === "inline" && around.innerText.trim() !== node.innerText.trim();
  const shown = node.checkVisibility() && box.bottom > 0 && box.width;
  return shown && !inText && (box.width < 24 || box.height < 24);
}).map(node => node.outerHTML.slice(0, 120))"""
FOCUS = """() => {
  const node = document.activeElement, style = getComputedStyle(node), box = node.getClientRects()[0];
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const top = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const onTop = top !== null && (node.contains(top) || top.contains(node));
  const last = window.focused;
  const follows = !last || Boolean(last.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);
  window.focused = node;
  window.first ??= node;
  return [node.outerHTML.slice(0, 100), outlined, onTop, follows];
}"""
THROUGH = "[document.body, window.first].includes(document.activeElement)"
CLIPPED = """() => [...document.querySelectorAll("main *")].filter(node => {
  const hides = getComputedStyle(node).overflow === "hidden" && !node.closest(".visually-hidden, svg");
  const cut = node.scrollHeight > node.clientHeight + 1 || node.scrollWidth > node.clientWidth + 1;
  return node.checkVisibility() && hides && cut;
}).map(node => node.outerHTML.slice(0, 120))"""
MOVING = """() => [...document.querySelectorAll("*")].filter(node => {
  const style = getComputedStyle(node), times = `${style.transitionDuration}, ${style.animationDuration}`.split(",");
  return times.some(one => parseFloat(one) > 0.01) || style.scrollBehavior === "smooth";
}).map(node => node.outerHTML.slice(0, 120))"""
CONTRASTS = """() => {
  const lightness = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(one => one / 255)
      .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = lightness(getComputedStyle(document.body).backgroundColor);
  const contrast = colour => {
    const [less, more] = [lightness(colour), paper].sort((a, b) => a - b);
    return (more + 0.05) / (less + 0.05);
  };
  const edges = [...document.querySelectorAll("input:not([type=checkbox], [type=radio]), textarea, select, button")]
    .filter(node => node.checkVisibility() && node.type !== "hidden")
    .map(node => [node.outerHTML.slice(0, 80), contrast(getComputedStyle(node).borderTopColor)]);
  const link = document.querySelector("main a") ?? document.querySelector("a");
  if (link) {
    link.focus({ focusVisible: true });
    edges.push(["the outline of what has focus", contrast(getComputedStyle(link).outlineColor)]);
  }
  const bars = [...document.querySelectorAll(".timeline path")]
    .map(bar => ["a bar", contrast(getComputedStyle(bar).stroke)]);
  return [...edges, ...bars];
}"""


@pytest.fixture
def tab(browser: Browser, pictured: tuple[str, dict[str, str]]) -> Iterator[Page]:
    context = browser.new_context(base_url=pictured[0], bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def paths(pictured: tuple[str, dict[str, str]]) -> dict[str, str]:
    return pictured[1]


def test_every_target_is_24_pixels_high_and_wide_unless_it_stands_in_a_sentence(
    tab: Page, paths: dict[str, str]
) -> None:
    """Success criterion 2.5.8."""
    small = {name: tab.evaluate(SMALL_TARGETS) for name in opened(tab, paths)}
    assert not {name: found for name, found in small.items() if found}


def test_focus_goes_through_the_page_in_order_and_is_seen(tab: Page, paths: dict[str, str]) -> None:
    """Success criteria 2.1.2, 2.4.3, 2.4.7 and 2.4.11: nothing holds it, nothing hides it, and it follows the text."""
    for name in opened(tab, paths):
        tab.evaluate("window.focused = window.first = null; document.activeElement.blur()")
        seen = 0
        for _ in range(40):
            tab.keyboard.press("Tab")
            if tab.evaluate(THROUGH):
                break
            html, *told = tab.evaluate(FOCUS)
            assert told == [True, True, True], (name, html, "outlined, on top, next")
            seen += 1
        assert seen > 1 or name.startswith("card"), name


def test_text_may_be_spaced_out_without_loss(tab: Page, paths: dict[str, str]) -> None:
    """Success criterion 1.4.12."""
    tab.set_viewport_size({"width": 320, "height": 640})
    for name in opened(tab, paths):
        tab.add_style_tag(content=TEXT_SPACING)
        assert tab.evaluate("document.documentElement.scrollWidth") == 320, name
        assert tab.evaluate(CLIPPED) == [], name


def test_letters_may_be_twice_as_large(tab: Page, paths: dict[str, str]) -> None:
    """Success criterion 1.4.4."""
    tab.set_viewport_size({"width": 640, "height": 640})
    for name in opened(tab, paths):
        tab.add_style_tag(content="html { font-size: 200% !important }")
        assert tab.evaluate("document.documentElement.scrollWidth") == 640, name
        assert tab.evaluate(CLIPPED) == [], name


def test_a_phone_may_be_held_either_way(tab: Page, paths: dict[str, str]) -> None:
    """Success criterion 1.3.4."""
    for width, height in ((320, 640), (640, 320)):
        tab.set_viewport_size({"width": width, "height": height})
        for name in opened(tab, paths):
            assert tab.evaluate("document.documentElement.scrollWidth") == width, name
            assert tab.locator("main").is_visible(), name


def test_nothing_moves_for_those_who_want_no_motion(tab: Page, paths: dict[str, str]) -> None:
    for name in opened(tab, paths):
        assert tab.evaluate(MOVING) == [], name


@pytest.mark.parametrize("scheme", SCHEMES)
def test_edges_of_fields_focus_and_bars_stand_out_three_to_one(
    tab: Page, paths: dict[str, str], scheme: Scheme
) -> None:
    """Success criterion 1.4.11."""
    tab.emulate_media(color_scheme=scheme)
    for name in opened(tab, paths):
        faint = [one for one in tab.evaluate(CONTRASTS) if one[1] < 3]
        assert faint == [], name


def test_what_is_marked_stays_marked_in_colours_of_the_readers_own(tab: Page, paths: dict[str, str]) -> None:
    tab.emulate_media(forced_colors="active")
    tab.goto(paths["search"])
    underlined = "getComputedStyle(document.querySelector('mark')).borderBottomStyle"
    assert tab.evaluate(underlined) == "solid"
    tab.keyboard.press("Tab")
    assert tab.evaluate(FOCUS)[1]
