"""A draft checked on its page: what a copy editor reads of each quotation, and what becomes of what was pasted."""

from __future__ import annotations

import logging

import pytest
from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import TestResponse

from corpus import extract_quotes
from service.drafts import MOST_QUOTATIONS
from service.pages.checking import Pasted, single_quote
from tests.service.pages.test_views import words

FROST = "The bridge will open again before the first frost, and not a day later."
DRAFT = f"""“{FROST}” said Ana Ruiz.

“The bridge will open again before the last frost,” Ruiz said. “We sign as one,” said Pia Storm.

“Nobody in this town has ever eaten a walrus,” said Otto Lind.
"""


def check(client: FlaskClient, text: str, **further: str) -> TestResponse:
    return client.post("/check", data={"text": text, **further}, content_type="multipart/form-data")


def report(client: FlaskClient, text: str, **further: str) -> html.HtmlElement:
    answer = check(client, text, **further)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def test_each_quotation_has_its_verdict_in_words(client: FlaskClient) -> None:
    page = report(client, DRAFT)
    assert words(page, "h3") == ["Word for word", "Worded otherwise", "By another speaker", "Not in this corpus"]
    [summary] = [title.text_content() for title in page.xpath("//h2[@id='report']")]
    assert summary == ("4 quotations: 1 worded otherwise; 1 by another speaker; 1 not in this corpus; 1 word for word")
    assert "fake" not in page.text_content()


def test_every_difference_is_marked_and_told_without_colour(client: FlaskClient) -> None:
    page = report(client, "“The bridge will open again before the last frost, and not a day later,” said Ana Ruiz.")
    [difference] = page.find_class("difference")
    assert words(difference, "del") == ["[only in the record: first]"]
    assert words(difference, "ins") == ["[only in the draft: last]"]


def test_the_nearest_record_stands_beside_with_citation_and_link(client: FlaskClient) -> None:
    page = report(client, "“The first frost, and not a day later,” said Ana Ruiz.")
    assert words(page, "blockquote") == [f"“{FROST}”"]
    assert words(page, "mark") == ["the first frost, and not a day later."]
    assert "Harbour bridge to close for a winter" in words(page, "citation")[0]
    assert "/q/q_direct0000000" in page.xpath("//ol[@class='findings']//a/@href")


def test_it_says_what_it_was_held_against(client: FlaskClient) -> None:
    text = report(client, FROST).text_content()
    assert "Held against 10 quotes from 2 articles, published between 1 October 2023 and 31 October 2023" in text


@pytest.mark.parametrize(
    ("further", "note"),
    [
        ({"speaker": "Ana Ruiz"}, "names the same speaker"),
        ({"date": "2023-10"}, "date agrees"),
        ({"date": "2031"}, "another date"),
    ],
)
def test_a_single_quote_is_checked_with_its_speaker_and_date(
    client: FlaskClient, further: dict[str, str], note: str
) -> None:
    page = report(client, FROST, **further)
    assert words(page, "h3") == ["Word for word"]
    assert note in page.xpath("//article[@class='holds']")[0].text_content()


@pytest.mark.parametrize(
    ("text", "speaker", "alone"),
    [
        ("Nobody saw it", "", "Nobody saw it"),
        ("“Nobody saw it”", "", "Nobody saw it"),
        ("”Nobody saw it”", "", "Nobody saw it"),
        ("「Nobody saw it」", "", "Nobody saw it"),
        ("Nobody saw it.\n\nIt rained.", "", None),
        ("Nobody saw it.\n\nIt rained.", "Ana Ruiz", "Nobody saw it.\n\nIt rained."),
        ("“Nobody saw it,” said Ana Ruiz.", "", None),
        ("“Nobody saw it,” said Ana Ruiz.", "Otto Lind", None),
    ],
)
def test_what_is_a_single_quote(text: str, speaker: str, alone: str | None) -> None:
    assert single_quote(Pasted(text, speaker), extract_quotes(text)) == alone


@pytest.mark.parametrize(
    ("text", "further", "message"),
    [
        (" \n", {}, "Paste a draft or a quote first"),
        ("a\0b", {}, "Draft or quote: Must not hold NUL."),
        ("It rained", {"date": "soon"}, "Date: Is no date such as 2024-11-30, 2024-11 or 2024."),
        ("It rained. " * 1000, {"speaker": "Ana Ruiz"}, "Draft or quote: Length must be between 1 and 10000."),
        (
            "“It rained,” said Ko Park.\n\n" * (MOST_QUOTATIONS + 1),
            {},
            f"at most {MOST_QUOTATIONS} are checked at once",
        ),
    ],
)
def test_what_cannot_be_checked_says_why_and_stays_in_the_box(
    client: FlaskClient, text: str, further: dict[str, str], message: str
) -> None:
    answer = check(client, text, **further)
    page = html.fromstring(answer.text.replace("\0", ""))
    assert answer.status_code == 400
    assert message in page.xpath("//*[@role='alert']")[0].text_content()
    assert page.xpath("//textarea")[0].text.strip() == text.replace("\0", "").strip()
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_draft_that_is_too_large_is_refused_on_the_same_page(client: FlaskClient) -> None:
    answer = check(client, "It rained. " * 30_000)
    assert (answer.status_code, "larger than is accepted" in answer.text) == (413, True)
    assert html.fromstring(answer.text).xpath("//textarea")


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "</textarea><b>", "{{ 7 * 7 }}", "“<del>it</del> rained”"]
)
def test_what_was_pasted_comes_back_as_text(client: FlaskClient, text: str) -> None:
    answer = check(client, text, speaker=text)
    page = html.fromstring(answer.text)
    assert page.xpath("//textarea")[0].text == "\n" + text
    assert page.xpath("//input[@name='speaker']/@value") == [text]
    assert len(page.findall(".//script")) == 1
    assert "<script>alert" not in answer.text


def test_line_breaks_of_browsers_part_paragraphs_as_they_were_typed(client: FlaskClient) -> None:
    page = report(client, "“Nobody saw it,” said Ana Ruiz.\r\n\r\n“We sign as one,” said Ana Ruiz.")
    assert len(page.xpath("//ol[@class='findings']/li")) == 2
    assert "\r" not in page.xpath("//textarea")[0].text


def test_nothing_of_a_draft_is_kept_or_logged(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("onrecord").propagate = True
    with caplog.at_level(logging.DEBUG):
        answer = check(client, "Nobody in this town has ever eaten a walrus")
    assert (answer.headers["Cache-Control"], "ETag" in answer.headers) == ("no-store", False)
    assert "walrus" not in caplog.text


def test_a_paraphrase_of_a_draft_stands_in_no_marks(client: FlaskClient) -> None:
    page = report(client, "Ana Ruiz said that the bridge would open again before the first frost.\n\nIt rained.")
    [claimed] = words(page, "claimed")
    assert "“" not in claimed
