"""docs/embedding-example.html, as a file and from another origin, with the address of the service replaced."""

from __future__ import annotations

from pathlib import Path

import pytest
import requests
from lxml import html
from playwright.sync_api import Page, expect

from tests.browser.hosts import Host

pytestmark = pytest.mark.browser

LOCAL = "http://127.0.0.1:8000"


@pytest.fixture
def example() -> str:
    return Path("docs/embedding-example.html").read_text(encoding="utf-8")


@pytest.fixture(params=["as a file", "from another origin", "from an isolated origin"])
def address(request: pytest.FixtureRequest, site: str, elsewhere: Host, example: str, tmp_path: Path) -> str:
    here = example.replace(LOCAL, site)
    if request.param == "as a file":
        (file := tmp_path / "example.html").write_text(here, encoding="utf-8")
        return file.as_uri()
    isolated = {"Cross_Origin_Embedder_Policy": "require-corp", "Cross_Origin_Opener_Policy": "same-origin"}
    return elsewhere.serve(here, **(isolated if "isolated" in request.param else {}))


def test_it_embeds_in_every_way(page: Page, address: str) -> None:
    page.goto(address)
    words = page.locator("body > blockquote > p").inner_text()
    expect(page.locator("quote-card figure blockquote")).to_have_text(words)
    expect(page.frame_locator("iframe").locator("blockquote")).to_have_text(words)
    page.get_by_label("Search quotes").fill("missiles")
    with page.expect_popup() as found:
        page.get_by_role("search").get_by_role("button", name="Search").click()
    expect(found.value.locator("ol.quotes > li").first).to_be_visible()


def test_it_holds_what_the_service_gives_for_the_quote(site: str, example: str) -> None:
    here = html.fromstring(example.replace(LOCAL, site))
    [address] = here.xpath("//quote-card/@src")
    quote = html.fromstring(requests.get(address, timeout=30).content)
    [snippet] = quote.xpath("//button[@data-what='embed code']/@data-copy")
    frame = requests.get(f"{site}/oembed", params={"url": address}, timeout=30).json()["html"]
    assert example.replace(LOCAL, site).count(snippet) == 2
    assert frame in example.replace(LOCAL, site)
