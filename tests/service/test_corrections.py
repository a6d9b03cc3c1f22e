"""What readers learn of corrections: in the quote, in its history, in the log, and where a merged quote leads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from corpus.model import Quote
from corpus.record import Amendment
from service import create_app
from service.archive import Archive
from tests.service.invented import keep_articles


@pytest.fixture
def quotes(own_archive: Archive) -> list[Quote]:
    ferry, _ = keep_articles(own_archive.record)
    return own_archive.record.quotes_of(ferry)


@pytest.fixture
def client(own_archive: Archive, quotes: list[Quote]) -> Iterator[FlaskClient]:
    own_archive.synchronise()
    app = create_app(own_archive.config)
    yield app.test_client()
    app.extensions["archive"].close()


def correct(archive: Archive, quote: Quote, amendment: Amendment) -> None:
    archive.record.correct(quote.id, amendment, reason="the tape says so", by="An Editor")
    archive.synchronise()


def test_a_correction_is_served_and_found_at_once(
    client: FlaskClient, own_archive: Archive, quotes: list[Quote]
) -> None:
    tag = client.get("/v1/quotes?speaker=tobias-renn").headers["ETag"]
    correct(own_archive, quotes[0], Amendment(speakers=(own_archive.record.speaker("tobias-renn"),)))
    found = client.get("/v1/quotes?speaker=tobias-renn", headers={"If-None-Match": tag}).get_json()["results"]
    assert quotes[0].id in {one["id"] for one in found}
    served = client.get(f"/v1/quotes/{quotes[0].id}").get_json()
    assert (served["state"], served["text"], served["speakers"][0]["slug"]) == (
        "corrected", quotes[0].text, "tobias-renn",
    )  # fmt: skip
    assert [(one["kind"], one["reason"]) for one in served["corrections"]] == [("corrected", "the tape says so")]


def test_why_a_quote_was_once_withdrawn_is_told_nowhere(
    client: FlaskClient, own_archive: Archive, quotes: list[Quote]
) -> None:
    one = quotes[0].id
    own_archive.record.withdraw(one, reason_class="privacy", reason="his lawyer rang", by="An Editor")
    own_archive.record.reinstate(one, reason="both agree to it", by="An Editor")
    own_archive.synchronise()
    addresses = (f"/v1/quotes/{one}", f"/v1/quotes/{one}/history", f"/q/{one}", f"/embed/q/{one}", "/search.atom")
    for address in (*addresses, "/v1/quotes", "/v1/export.ndjson", "/v1/corrections"):
        told = client.get(address).get_data(as_text=True)
        assert (one in told, "lawyer" in told) == (True, False), address


def test_citations_of_a_disputed_quote_say_so(client: FlaskClient, own_archive: Archive, quotes: list[Quote]) -> None:
    own_archive.record.dispute(quotes[0].id, reason="he denies it", by="An Editor")
    for asked in ("format=text", "format=html&style=apa", "format=csl", "format=ris", "format=bibtex"):
        assert "disputed" in client.get(f"/v1/quotes/{quotes[0].id}/citation?{asked}").get_data(as_text=True), asked


def test_the_history_tells_what_changed(client: FlaskClient, own_archive: Archive, quotes: list[Quote]) -> None:
    correct(own_archive, quotes[0], Amendment(addressee="the council"))
    history = client.get(f"/v1/quotes/{quotes[0].id}/history").get_json()
    first, second = history["revisions"]
    assert (first["revision"], first["kind"], first["changes"]) == (1, "added", [])
    assert (second["by"], second["kind"], second["reason"]) == ("An Editor", "corrected", "the tape says so")
    changed = {change["field"]: (change["before"], change["after"]) for change in second["changes"]}
    assert changed["addressee"] == (quotes[0].addressee, "the council")
    assert changed["state"] == ("active", "corrected")
    assert not {"text", "citation.article", "context", "citation"} & set(changed)


def test_the_log_is_read_page_by_page(client: FlaskClient, own_archive: Archive, quotes: list[Quote]) -> None:
    for quote in quotes[:3]:
        correct(own_archive, quote, Amendment(addressee="the council"))
    seen, path = [], "/v1/corrections?limit=2"
    while path:
        page = client.get(path).get_json()
        seen += [line["id"] for line in page["results"]]
        path = page["links"]["next"]
    assert sorted(seen) == sorted(quote.id for quote in quotes[:3])
    assert client.get("/v1/corrections?kind=withdrawn").get_json()["results"] == []


@pytest.mark.parametrize("cursor", ["x", "W10=", "WyJhIiwiYiIsMV0=", "____"])
def test_a_cursor_of_something_else_is_refused(client: FlaskClient, cursor: str) -> None:
    answer = client.get(f"/v1/corrections?cursor={cursor}")
    assert (answer.status_code, answer.get_json()["errors"][0]["name"]) == (400, "cursor")


@pytest.mark.parametrize("path", ["/v1/quotes/{}", "/v1/quotes/{}/citation", "/v1/quotes/{}/history", "/q/{}"])
def test_every_address_of_a_merged_quote_leads_on(
    client: FlaskClient, own_archive: Archive, quotes: list[Quote], path: str
) -> None:
    one, other = quotes[:2]
    own_archive.record.merge(one.id, other.id, reason="the same", by="An Editor")
    own_archive.synchronise()
    answer = client.get(path.format(one.id))
    assert (answer.status_code, answer.headers["Location"]) == (308, path.format(other.id))
    assert client.get(path.format(other.id)).status_code == 200
    assert one.id not in {found["id"] for found in client.get("/v1/quotes?limit=100").get_json()["results"]}
