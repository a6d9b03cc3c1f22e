"""A reporter at work: search, narrow, follow to the quote, copy it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from corpus.model import Quote

pytestmark = pytest.mark.browser

Pick = Callable[[Callable[[Quote], bool]], Quote]


def by_a_person(quote: Quote) -> bool:
    return quote.type == "direct" and len(quote.speakers) == 1 and quote.speakers[0].slug is not None


def phrase(quote: Quote) -> str:
    return f'"{" ".join(quote.segments[0].text.split()[:5])}"'


def search(page: Page, text: str) -> None:
    page.get_by_role("search").get_by_label("Search quotes").fill(text)
    page.get_by_role("search").get_by_role("button", name="Search").click()


def test_from_a_phrase_to_its_record(page: Page, pick: Pick) -> None:
    quote = pick(by_a_person)
    page.goto("/")
    search(page, phrase(quote))
    expect(page.get_by_role("status")).to_have_text("1 quote")
    result = page.locator("ol.quotes > li > article")
    expect(result.locator("blockquote")).to_contain_text(quote.segments[0].text)
    expect(result.locator("mark")).to_have_text(" ".join(quote.segments[0].text.split()[:5]))
    expect(result.locator("figcaption")).to_contain_text(quote.speakers[0].name)
    result.get_by_role("link", name="Full record").click()
    expect(page).to_have_url(f"/q/{quote.id}")
    expect(page.locator(".hero blockquote")).to_contain_text(quote.segments[-1].text)


def test_narrowing_by_a_facet_and_taking_it_off_again(page: Page, quotes: list[Quote]) -> None:
    page.goto("/search")
    before = page.get_by_role("status").inner_text()
    paraphrase = page.get_by_role("group", name="How it is quoted").get_by_label("Paraphrase")
    paraphrase.check()
    page.get_by_role("button", name="Apply").click()
    indirect = sum(quote.type == "indirect" for quote in quotes)
    expect(page.get_by_role("status")).to_contain_text(f"{indirect} quote")
    expect(paraphrase).to_be_checked()
    page.get_by_role("link", name="Remove filter: How it is quoted: Paraphrase").click()
    expect(page.get_by_role("status")).to_have_text(before)


def test_the_address_holds_all_that_was_asked_and_nothing_empty(page: Page) -> None:
    page.goto("/search")
    page.get_by_role("group", name="How it is quoted").get_by_label("Direct").check()
    page.get_by_role("button", name="Apply").click()
    expect(page).to_have_url("/search?type=direct")


def test_a_search_that_is_not_understood_points_at_the_place(page: Page) -> None:
    page.goto("/search")
    search(page, "harbour (bridge")
    expect(page.get_by_role("alert")).to_contain_text("harbour (bridge")
    line, caret = page.get_by_role("alert").locator("pre").inner_text().rstrip().split("\n")
    assert line[len(caret) - 1] == "("
    expect(page.get_by_label("Search quotes")).to_have_value("harbour (bridge")


def test_where_nothing_is_found_looser_searches_find_something(page: Page, pick: Pick) -> None:
    quote = pick(by_a_person)
    page.goto("/search?type=indirect")
    search(page, phrase(quote))
    expect(page.get_by_role("status")).to_have_text("0 quotes")
    page.locator("section.nothing").get_by_role("link").first.click()
    expect(page.locator("ol.quotes blockquote").first).to_be_visible()


def test_indirect_words_stand_behind_their_cue_and_in_no_marks(page: Page, quotes: list[Quote]) -> None:
    for quote in [quote for quote in quotes if quote.type == "indirect"]:
        page.goto(f"/q/{quote.id}")
        shown = page.locator(".hero blockquote").inner_text()
        assert shown.endswith(quote.text)
        assert quote.cue is None or quote.cue.text in shown.removesuffix(quote.text)
        assert not shown.startswith(("“", '"'))


def test_copying_says_what_was_copied(page: Page, pick: Pick) -> None:
    quote = pick(by_a_person)
    page.goto(f"/q/{quote.id}")
    page.get_by_role("button", name="Copy quote with attribution").click()
    expect(page.locator(".actions [role=status]")).to_contain_text("Copied the quote with attribution: “")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert quote.segments[0].text in copied
    assert quote.speakers[0].name in copied
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".actions [role=status]")).to_contain_text("Copied the link")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_copying_what_is_not_verbatim_warns(page: Page, pick: Pick) -> None:
    quote = pick(lambda one: one.type == "indirect")
    page.goto(f"/q/{quote.id}")
    page.get_by_role("button", name="Copy quote with attribution").click()
    expect(page.locator(".actions [role=status]")).to_contain_text("Not to be printed in quotation marks")
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".actions [role=status]")).not_to_contain_text("Not to be printed")


def test_a_draft_is_checked_from_the_keyboard_without_a_script(browser: Browser, site: str, pick: Pick) -> None:
    quote = pick(by_a_person)
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/check")
    page.get_by_label("Draft, or a single quote").focus()
    page.keyboard.insert_text(f"“{quote.segments[0].text}” said {quote.speakers[0].name}.")
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Check")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=3)).to_have_text("Word for word")
    expect(page.get_by_label("Draft, or a single quote")).to_have_value(re.compile("^“"))
    page.emulate_media(media="print")
    expect(page.locator(".report")).to_be_visible()
    expect(page.locator("form").first).to_be_hidden()
    context.close()


def test_everything_works_without_a_script(browser: Browser, site: str, pick: Pick) -> None:
    quote = pick(by_a_person)
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    search(page, phrase(quote))
    page.get_by_role("group", name="How it is quoted").get_by_label("Direct").check()
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_role("status")).to_have_text("1 quote")
    page.get_by_role("link", name="Full record").click()
    expect(page.locator(".hero blockquote")).to_contain_text(quote.segments[0].text)
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)
    page.locator(".byline a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(quote.speakers[0].name)
    context.close()


def test_the_keyboard_reaches_the_results_past_the_head_of_the_page(page: Page) -> None:
    page.goto("/search")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
