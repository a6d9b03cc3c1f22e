"""The pages, over invented quotes of every sort."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from lxml import html

from corpus.model import Quote
from tests.service.pages import invented
from tests.service.pages.conftest import BODY, MERGED, WITHDRAWN

PAGES = ("/", "/search", f"/q/{invented.DIRECT.id}", "/speakers/ana-ruiz", f"/articles/{invented.ARTICLE.id}")
MOST = 30 * 1024


def tree(client: FlaskClient, path: str, status: int = 200) -> html.HtmlElement:
    answer = client.get(path)
    assert answer.status_code == status
    return html.fromstring(answer.text)


def words(element: html.HtmlElement, selector: str) -> list[str]:
    """The text of every element of that class or tag, white space as a browser would show it."""
    found = element.find_class(selector) or element.findall(f".//{selector}")
    return [" ".join(one.text_content().split()) for one in found]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_small_and_asks_for_one_style_sheet_and_one_script(client: FlaskClient, path: str) -> None:
    page = client.get(path)
    assert len(page.data) <= MOST
    head = html.fromstring(page.text).find("head")
    assert len(head.findall("link[@rel='stylesheet']")) == len(head.xpath("script[@src]")) == 1
    assert not re.search(r"<style|<script>|\sstyle=|\son[a-z]+=", page.text)


@pytest.mark.parametrize("path", PAGES)
def test_the_assets_of_a_page_are_kept_for_a_year(client: FlaskClient, path: str) -> None:
    for asset in tree(client, path).xpath("//head/link[@rel='stylesheet' or @rel='icon']/@href | //script/@src"):
        answer = client.get(asset)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_an_asset_under_an_old_hash_is_todays_and_not_kept(client: FlaskClient) -> None:
    answer = client.get("/assets/0123456789abcdef/onrecord.css")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-cache")
    assert client.get("/assets/0123456789abcdef/other.css").status_code == 404


@pytest.mark.parametrize("quote", invented.EVERY_SORT, ids=lambda quote: quote.id)
def test_the_page_of_a_quote_tells_what_is_kept(client: FlaskClient, quote: Quote) -> None:
    page = tree(client, f"/q/{quote.id}")
    hero = page.xpath("//figure[contains(@class, 'hero')]")[0]
    shown = words(hero, "blockquote")[0]
    assert all(segment.text in shown for segment in quote.segments)
    assert ("“" in shown) == (quote.type != "indirect")
    assert hero.find(".//blockquote").get("lang") == quote.lang
    assert bool(page.find_class("caution")) == (not quote.quotable_verbatim)
    assert all(speaker.name.lower() in hero.text_content().lower() for speaker in quote.speakers)


def test_the_page_of_a_paraphrase_leads_with_its_cue(client: FlaskClient) -> None:
    page = tree(client, f"/q/{invented.INDIRECT.id}")
    assert words(page, "blockquote") == ["The Port Authority denied that the cables had been inspected"]


def test_the_page_of_a_copy_shows_the_chain_and_what_is_missing(client: FlaskClient) -> None:
    page = tree(client, f"/q/{invented.ANONYMOUS.id}")
    assert words(page.find_class("chain")[0], "li") == [
        "said",
        "reported by The Harbour Gazette",
        "copied by a site that the page does not name",
    ]
    assert "the site that copied it" in page.text_content()
    assert not page.xpath("//a[starts-with(@href, '/speakers/')]")


def test_a_correction_is_visible(client: FlaskClient) -> None:
    page = tree(client, f"/q/{invented.CORRECTED.id}")
    assert words(page, "corrections") == ["1 March 2024: speaker – the article named another ferryman"]


def test_said_and_published_are_both_labelled(client: FlaskClient) -> None:
    page = tree(client, "/search?q=frost")
    assert words(page.find_class("dates")[0], "div") == [
        "Said 4 October 2023 (inferred from the weekday; printed as “Wednesday”)",
        "Published 5 October 2023",
    ]
    assert page.xpath("//time/@datetime") == ["2023-10-04", "2023-10-05"]


def test_a_search_marks_what_matched_and_says_what_was_understood(client: FlaskClient) -> None:
    page = tree(client, "/search?q=unsafe")
    assert words(page, "total") == ["1 quote"]
    assert "unsafe" in words(page, "understood")[0]
    assert words(page, "mark") == ["unsafe"]
    assert words(page, "blockquote") == ["[of the old cables] “wholly & plainly <unsafe>”"]


def test_filters_in_use_are_checked_listed_and_can_be_removed(client: FlaskClient) -> None:
    page = tree(client, "/search?q=the&type=direct&republished=exclude")
    assert page.xpath("//input[@checked]/@value") == ["direct", "exclude"]
    assert words(page, "active") == ["Remove filter: How it is quoted: Direct × Remove filter: Without copies ×"]
    assert page.xpath("//ul[@class='active']//a/@href") == [
        "/search?q=the&republished=exclude",
        "/search?q=the&type=direct",
    ]


def test_more_like_a_quote_is_a_search_that_names_it(client: FlaskClient) -> None:
    [link] = tree(client, f"/q/{invented.DIRECT.id}").xpath("//a[.='More like this']/@href")
    page = tree(client, link)
    [label] = words(page, "active")
    assert label.startswith("Remove filter: Like: Ana Ruiz")
    assert page.xpath("//ul[@class='active']//a/@href") == ["/search"]
    assert page.xpath("//input[@type='hidden'][@name='like']/@value") == [invented.DIRECT.id]
    assert page.xpath("//select[@name='sort']/option[1]/text()") == ["Best match"]
    assert client.get("/search?like=q_nothing").status_code == 404


def test_every_filter_belongs_to_the_search_form(client: FlaskClient) -> None:
    page = tree(client, "/search")
    assert page.xpath("//form[@role='search']/@id") == ["search"]
    assert set(page.xpath("//aside//*[@name]/@form")) == {"search"}


def test_nothing_found_offers_only_what_finds_something(client: FlaskClient) -> None:
    page = tree(client, "/search?q=%22frost+ferry%22&type=direct")
    assert words(page, "total") == ["0 quotes"]
    assert "10 quotes from 2 articles" in " ".join(words(page, "nothing"))
    offered = page.xpath("//section[@class='nothing']//a/@href")
    assert offered
    assert all(words(tree(client, link), "blockquote") for link in offered)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("q=a+(b", "At character 3"),
        ("page=0", "pages count from 1"),
        ("said_from=soon", "Said from"),
        ("type=x", "How it"),
    ],
)
def test_a_search_that_cannot_be_run_says_why(client: FlaskClient, query: str, message: str) -> None:
    page = tree(client, f"/search?{query}", 400)
    assert message in page.xpath("//*[@role='alert']")[0].text_content()
    assert page.xpath("//input[@id='q']")


def test_correcting_a_search_keeps_its_filters(client: FlaskClient) -> None:
    page = tree(client, "/search?q=a+(b&type=direct&article=a_one", 400)
    hidden = page.xpath("//form[@id='search']//input[@type='hidden']")
    assert [(field.get("name"), field.get("value")) for field in hidden] == [("type", "direct"), ("article", "a_one")]


def test_a_filter_that_is_not_understood_keeps_the_words(client: FlaskClient) -> None:
    page = tree(client, "/search?q=ferry&page=none", 400)
    assert page.xpath("//input[@id='q']/@value") == ["ferry"]


def test_an_unknown_parameter_does_no_harm_and_is_mentioned(client: FlaskClient) -> None:
    page = tree(client, "/search?q=ferry&utm_source=mail")
    assert any("utm_source" in warning for warning in words(page, "warning"))


def test_a_page_past_the_last_leads_back(client: FlaskClient) -> None:
    page = tree(client, "/search?page=7")
    assert "There is no page 7" in page.text_content()


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "\"'><b>", "{{ 7 * 7 }}", "𝄞é"])
def test_what_a_reader_types_comes_back_as_text(client: FlaskClient, text: str) -> None:
    answer = client.get("/search", query_string={"q": text, "publisher": text})
    page = html.fromstring(answer.text)
    assert page.xpath("//input[@id='q']/@value") == [text]
    assert len(page.findall(".//script")) == 1


def test_a_speaker_has_roles_names_and_quotes(client: FlaskClient) -> None:
    page = tree(client, "/speakers/ana-ruiz")
    assert words(page, "h1") == ["Ana Ruiz"]
    assert words(page.find_class("roles")[0], "li") == [
        "Mayor, Port Ellery2019 to May 2023",
        "Minister of harbourssince June 2023",
    ]
    assert "A. Ruiz; Mayor Ruiz" in page.text_content()
    by_her = [quote for quote in invented.EVERY_SORT if invented.RUIZ in quote.speakers]
    assert len(words(page, "blockquote")) == len(by_her)


def test_an_article_shows_facts_and_quotes_and_never_its_body(client: FlaskClient) -> None:
    answer = client.get(f"/articles/{invented.COPY.id}")
    assert "not named on the page" in answer.text
    assert "The Harbour Gazette" in answer.text
    assert BODY not in answer.text
    assert len(words(html.fromstring(answer.text), "blockquote")) == 1


def test_home_counts_what_is_kept(client: FlaskClient) -> None:
    page = tree(client, "/")
    assert "10 quotes from 2 articles, and a register of 3 speakers." in words(page, "standing")[0]
    assert page.xpath("//ul[@class='tally']//a/@href")[0] == "/speakers/ana-ruiz"


def test_a_withdrawn_quote_leaves_a_neutral_notice(client: FlaskClient) -> None:
    page = tree(client, f"/q/{WITHDRAWN.id}", 410)
    assert "withdrawn on 6 May 2024" in page.text_content()
    assert WITHDRAWN.text not in page.text_content()
    assert invented.RUIZ.name not in page.text_content()


def test_a_merged_quote_leads_to_the_one_it_is_part_of(client: FlaskClient) -> None:
    answer = client.get(f"/q/{MERGED.id}")
    assert (answer.status_code, answer.headers["Location"]) == (308, f"/q/{invented.DIRECT.id}")


@pytest.mark.parametrize("path", ["/q/q_none", "/speakers/nobody", "/articles/a_none", "/nowhere"])
def test_what_is_not_there_is_a_page_that_says_so(client: FlaskClient, path: str) -> None:
    page = tree(client, path, 404)
    assert words(page, "h1")
    assert page.xpath("//form[@role='search']")
