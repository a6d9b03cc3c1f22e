"""Feeds of a search: Atom and RSS as feedparser reads them, JSON Feed as its specification has it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import feedparser
import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from corpus.record.amending import Amendment
from service import create_app
from service.archive import Archive
from service.feeds import clean
from tests.service.invented import keep_articles

KINDS = {"atom": "atom10", "rss": "rss20"}


def read(client: FlaskClient, path: str) -> feedparser.FeedParserDict:
    answer = client.get(path)
    assert answer.status_code == 200
    return feedparser.parse(answer.data, response_headers={"content-type": answer.content_type})


@pytest.mark.parametrize("kind", KINDS)
def test_a_feed_is_of_its_kind_and_has_the_quotes_of_its_search(client: FlaskClient, kind: str) -> None:
    feed = read(client, f"/search.{kind}?q=ferries+OR+river")
    found = client.get("/v1/quotes?q=ferries+OR+river").get_json()
    assert (feed.bozo, feed.version) == (0, KINDS[kind])
    assert {entry.link for entry in feed.entries} == {f"http://localhost/q/{one['id']}" for one in found["results"]}
    assert all(entry.id == entry.link for entry in feed.entries)


def test_a_json_feed_has_what_version_1_1_asks_for(client: FlaskClient) -> None:
    answer = client.get("/search.feed.json?q=ferries")
    feed = answer.get_json()
    assert answer.content_type == "application/feed+json"
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "http://localhost/search.feed.json?q=ferries"
    for item in feed["items"]:
        assert item["id"] == item["url"]
        assert item["content_html"]
        assert datetime.fromisoformat(item["date_published"]) <= datetime.fromisoformat(item["date_modified"])


def test_a_feed_leads_to_its_search_for_people(client: FlaskClient) -> None:
    page = "http://localhost/search?q=ferries&speaker=a&speaker=b"
    for kind in KINDS:
        assert read(client, f"/search.{kind}?q=ferries&speaker=a&speaker=b").feed.link == page
    assert client.get("/search.feed.json?q=ferries&speaker=a&speaker=b").get_json()["home_page_url"] == page


def test_an_entry_says_who_said_what_and_where_it_is_written(client: FlaskClient) -> None:
    [entry] = read(client, "/search.atom?q=%22eleven+years%22").entries
    assert entry.title.startswith("Mira Halloran: “We waited eleven years")
    assert "Council buys ferries" in entry.summary
    assert entry.published_parsed


def test_a_feed_that_has_not_changed_is_not_sent_twice(client: FlaskClient) -> None:
    first = client.get("/search.atom?q=ferries")
    again = client.get("/search.atom?q=ferries", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_a_search_that_cannot_be_run_is_a_problem(client: FlaskClient) -> None:
    answer = client.get("/search.atom?q=(")
    assert (answer.status_code, answer.content_type) == (400, "application/problem+json")


def test_a_correction_stands_in_the_entry_and_a_withdrawal_in_its_place(own_archive: Archive) -> None:
    ferry, _ = keep_articles(own_archive.record)
    first, second, *_ = own_archive.record.quotes_of(ferry)
    own_archive.record.correct(first.id, Amendment(addressee="the council"), reason="Heard on the tape", by="An Editor")
    own_archive.record.withdraw(second.id, reason_class="not_said", reason="secret", by="An Editor")
    own_archive.synchronise()
    app = create_app(replace(own_archive.config, url="https://quotes.example"))
    entries = {entry.id: entry for entry in read(app.test_client(), "/search.atom").entries}
    app.extensions["archive"].close()
    corrected, gone = (entries[f"https://quotes.example/q/{one.id}"] for one in (first, second))
    assert corrected.title.startswith("Corrected: ")
    assert "Heard on the tape" in corrected.summary
    assert gone.title == "Withdrawn quote"
    assert "not said" in gone.summary
    assert not any(secret in str(gone) for secret in ("secret", "Halloran", second.text))


@given(st.text())
def test_what_no_xml_may_hold_is_replaced_one_for_one(text: str) -> None:
    assert len(clean(text)) == len(text)
    assert not {chr(number) for number in (0, 8, 11, 0x1B, 0xFFFE)} & set(clean(text))
