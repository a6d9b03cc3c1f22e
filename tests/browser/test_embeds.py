"""The card in frames of other sites: in hostile pages, and in the frame that oEmbed gives it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

import pytest
import requests
from playwright.sync_api import Browser, Frame, Page, expect

from tests.browser.embedded import REASON, Embedded
from tests.browser.hosts import Host

pytestmark = pytest.mark.browser

SHOWN = ("short", "long", "indirect", "hostile", "corrected", "unbroken")
SANDBOXES = {"free": "", "popups": 'sandbox="allow-popups"', "locked": "sandbox"}
ISOLATED = {"Cross_Origin_Opener_Policy": "same-origin", "Cross_Origin_Embedder_Policy": "require-corp"}
HOSTILE_STYLE = (
    "* { direction: rtl !important; text-transform: uppercase !important; white-space: nowrap !important;"
    " letter-spacing: .5em !important } html { font: 900 60px/3 fantasy }"
)


@pytest.fixture
def tab(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A tab, and what its console complains of."""
    page, complaints = browser.new_page(), list[str]()
    page.on(
        "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page, complaints
    page.close()


def framed(page: Page, host: Host, address: str, frame: str) -> Frame:
    """The frame `frame`, in a page that allows frames of ours and the worst of styles and nothing else, as isolated
    as browsers can make it."""
    policy = f"default-src 'none'; style-src 'unsafe-inline'; frame-src {address}; base-uri 'none'; form-action 'none'"
    html = f"<!doctype html><html dir=rtl><title>Host</title><style>{HOSTILE_STYLE}</style><body>{frame}"
    page.goto(host.serve(html, Content_Security_Policy=policy, **ISOLATED))
    found = page.query_selector("iframe")
    content = found.content_frame() if found else None
    assert content is not None
    content.wait_for_load_state()
    return content


def card_of(address: str, quote_id: str, sandbox: str = "", width: int = 280, height: int = 400) -> str:
    return f'<iframe src="{address}/embed/q/{quote_id}" width={width} height={height} {sandbox}></iframe>'


def sideways(frame: Frame) -> int:
    """CSS pixels that the card is wider than its frame."""
    return int(frame.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize(("name", "sandbox"), list(zip(SHOWN, cycle(SANDBOXES), strict=False)))
def test_a_card_is_readable_in_a_hostile_page(
    tab: tuple[Page, list[str]], embedded: tuple[str, Embedded], elsewhere: Host, name: str, sandbox: str
) -> None:
    (page, complaints), (address, quotes) = tab, embedded
    quote = quotes.shown[name]
    frame = framed(page, elsewhere, address, card_of(address, quote.id, SANDBOXES[sandbox]))
    words = frame.locator("blockquote")
    expect(words).to_contain_text(quote.segments[0].text)
    assert ("“" in words.inner_text()) is (quote.type != "indirect")
    assert words.evaluate("node => getComputedStyle(node).direction") == "ltr"
    assert words.locator("p").evaluate("node => getComputedStyle(node).fontSize") == "19.2px"  # our style sheet came
    assert sideways(frame) == 0
    assert page.title() == "Host"
    assert complaints == []


def test_a_card_bears_a_reader_with_huge_letters(
    browser: Browser, embedded: tuple[str, Embedded], elsewhere: Host
) -> None:
    address, quotes = embedded
    context = browser.new_context(bypass_csp=True)  # so that the reader's own style sheet can be put into the frame
    page = context.new_page()
    for quote in quotes.shown.values():
        frame = framed(page, elsewhere, address, card_of(address, quote.id))
        frame.add_style_tag(content="html { font-size: 300% } * { letter-spacing: .12em; word-spacing: .16em }")
        assert sideways(frame) == 0
    context.close()


def test_a_correction_stands_in_the_card(
    tab: tuple[Page, list[str]], embedded: tuple[str, Embedded], elsewhere: Host
) -> None:
    address, quotes = embedded
    frame = framed(tab[0], elsewhere, address, card_of(address, quotes.corrected.id))
    expect(frame.locator(".corrected")).to_contain_text("Corrected")
    expect(frame.locator(".corrected")).to_contain_text(REASON)


def test_a_withdrawn_quote_leaves_a_neutral_notice(
    tab: tuple[Page, list[str]], embedded: tuple[str, Embedded], elsewhere: Host
) -> None:
    address, quotes = embedded
    frame = framed(tab[0], elsewhere, address, card_of(address, quotes.withdrawn.id))
    shown = frame.locator("main").inner_text()
    assert shown.startswith("This quote was withdrawn on ")
    assert quotes.withdrawn.segments[0].text not in shown
    assert quotes.withdrawn.speakers[0].name not in frame.content()
    assert sideways(frame) == 0


@pytest.mark.parametrize("width", [280, 400, 600])
@pytest.mark.parametrize("name", SHOWN)
def test_the_frame_of_oembed_fits_the_card(
    tab: tuple[Page, list[str]], embedded: tuple[str, Embedded], elsewhere: Host, name: str, width: int
) -> None:
    address, quotes = embedded
    asked = {"url": f"{address}/q/{quotes.shown[name].id}", "maxwidth": str(width)}
    given = requests.get(f"{address}/oembed", params=asked, timeout=30).json()
    frame = framed(tab[0], elsewhere, address, given["html"])
    needed = frame.evaluate("document.querySelector('figure').getBoundingClientRect().height") + 34
    assert frame.evaluate("innerWidth") == width
    assert frame.evaluate("document.documentElement.scrollHeight") <= given["height"]
    assert given["height"] <= 1.35 * needed + 40  # and is no hall


def test_no_other_page_of_ours_stands_in_a_frame(
    tab: tuple[Page, list[str]], embedded: tuple[str, Embedded], elsewhere: Host
) -> None:
    address, quotes = embedded
    page = f'<iframe src="{address}/q/{quotes.short.id}"></iframe>'
    assert framed(tab[0], elsewhere, address, page).url.startswith("chrome-error:")
