"""``<quote-card>`` and ``<quote-search>`` on a page of another origin, under a policy that allows them and no more."""

from __future__ import annotations

import socket
from html import escape

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.embedded import REASON, Embedded
from tests.browser.hosts import Host

pytestmark = pytest.mark.browser

HOSTILE_STYLE = (
    "* { font: 900 60px/3 fantasy !important; text-transform: uppercase !important; letter-spacing: 1em !important;"
    " direction: rtl !important; white-space: nowrap !important; color: yellow !important }"
)


@pytest.fixture
def tab(browser: Browser) -> Page:
    return browser.new_page(viewport={"width": 320, "height": 640})


def opened(page: Page, host: Host, address: str, body: str, style: str = "") -> Page:
    """A page of `host` with our script and `body`. Without a `style` its policy allows no style at all."""
    styles = "style-src 'unsafe-inline'" if style else "style-src 'none'"
    policy = f"default-src 'none'; script-src {address}; connect-src {address}; {styles}; form-action {address}"
    head = f"<meta charset=utf-8><title>Host</title>{style and f'<style>{style}</style>'}"
    script = f'<script type="module" src="{address}/embed/onrecord.js"></script>'
    page.goto(host.serve(f"<!doctype html>{head}<body>{body}{script}", Content_Security_Policy=policy))
    return page


def card_of(address: str, quote_id: str) -> str:
    return f'<quote-card src="{escape(address)}/q/{quote_id}">“Kept by the host,” said the host.</quote-card>'


def figure(page: Page) -> Locator:
    return page.locator("quote-card figure")


def test_a_card_of_every_sort(tab: Page, embedded: tuple[str, Embedded], elsewhere: Host) -> None:
    address, quotes = embedded
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    for quote in quotes.shown.values():
        words = figure(opened(tab, elsewhere, address, card_of(address, quote.id))).locator("blockquote")
        expect(words).to_contain_text(quote.segments[0].text)
        assert ("“" in words.inner_text()) is (quote.type != "indirect")
        assert figure(tab).evaluate("node => getComputedStyle(node).borderTopWidth") == "1px"  # styled all the same
        assert tab.evaluate("document.documentElement.scrollWidth") == 320
        assert tab.title() == "Host"
    assert complaints == []


def test_the_page_around_it_cannot_spoil_it(tab: Page, embedded: tuple[str, Embedded], elsewhere: Host) -> None:
    address, quotes = embedded
    words = figure(opened(tab, elsewhere, address, card_of(address, quotes.short.id), HOSTILE_STYLE)).locator(
        "blockquote"
    )
    expect(words).to_contain_text("Light it")
    shown = words.evaluate(
        "node => (({fontSize, direction, textTransform, letterSpacing, whiteSpace}) =>"
        " [fontSize, direction, textTransform, letterSpacing, whiteSpace])(getComputedStyle(node))"
    )
    assert shown == ["19.2px", "ltr", "none", "normal", "normal"]


def test_a_correction_is_shown_and_a_withdrawal_is_neutral(
    tab: Page, embedded: tuple[str, Embedded], elsewhere: Host
) -> None:
    address, quotes = embedded
    expect(figure(opened(tab, elsewhere, address, card_of(address, quotes.corrected.id)))).to_contain_text(REASON)
    opened(tab, elsewhere, address, card_of(address, quotes.withdrawn.id))
    expect(figure(tab)).to_have_text("This quote was withdrawn. It is not shown any more.")


@pytest.mark.parametrize("missing", ["quote", "address", "service", "script"])
def test_what_cannot_be_had_leaves_what_the_host_wrote(
    tab: Page, embedded: tuple[str, Embedded], elsewhere: Host, missing: str
) -> None:
    address, quotes = embedded
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{unused.getsockname()[1]}"
    source = {"quote": card_of(address, "q_aaaaaaaaaaaaa"), "address": '<quote-card src="http://[">Kept by the host'}
    card = source.get(missing, card_of(nobody if missing == "service" else address, quotes.short.id))
    opened(tab, elsewhere, nobody if missing == "script" else address, card)
    expect(tab.locator("quote-card")).to_contain_text("Kept by the host")
    expect(figure(tab)).to_have_count(0)


def test_another_address_shows_another_quote(tab: Page, embedded: tuple[str, Embedded], elsewhere: Host) -> None:
    address, quotes = embedded
    opened(tab, elsewhere, address, card_of(address, quotes.short.id))
    expect(figure(tab)).to_contain_text("Light it")
    moved = "(node, there) => node.setAttribute('src', there)"
    tab.locator("quote-card").evaluate(moved, f"{address}/embed/q/{quotes.indirect.id}")
    expect(figure(tab)).to_contain_text("fishermen")
    expect(figure(tab)).to_have_count(1)


def test_the_search_box_suggests_and_leads_to_the_search(
    tab: Page, embedded: tuple[str, Embedded], elsewhere: Host
) -> None:
    address, _ = embedded
    opened(tab, elsewhere, address, f'<quote-search base="{address}/"></quote-search>')
    tab.get_by_label("Search quotes").press_sequentially("hallo")
    expect(tab.locator("quote-search option")).to_have_attribute("value", "Mira Halloran")
    tab.get_by_label("Search quotes").fill("dark years")
    with tab.expect_popup() as found:
        tab.get_by_role("search").get_by_role("button", name="Search").click()
    expect(found.value).to_have_url(f"{address}/search?q=dark+years")
    expect(found.value.get_by_role("status")).to_have_text("1 quote")
