"""Quotes on other people's pages: the card, oEmbed as micawber reads it, the static snippet, the script."""

from __future__ import annotations

import json

import micawber
import pytest
from flask.testing import FlaskClient
from lxml import html

HOST = "http://localhost"


@pytest.fixture
def quote_id(client: FlaskClient) -> str:
    return str(client.get("/v1/quotes?q=%22eleven+years%22").get_json()["results"][0]["id"])


def test_a_card_may_stand_in_any_frame_and_needs_nothing(client: FlaskClient, quote_id: str) -> None:
    answer = client.get(f"/embed/q/{quote_id}")
    page = html.fromstring(answer.text)
    assert "We waited eleven years" in page.find(".//blockquote").text_content()
    assert (page.find(".//blockquote").get("lang"), page.find(".//blockquote").get("dir")) == ("en", "auto")
    assert "frame-ancestors" not in answer.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer.headers
    assert "Set-Cookie" not in answer.headers
    assert not page.xpath("//script")
    assert page.xpath("//p[@class='door']/a/@href") == [f"{HOST}/q/{quote_id}"]


def test_only_cards_may_stand_in_frames(client: FlaskClient, quote_id: str) -> None:
    for path in ("/", "/search", f"/q/{quote_id}", f"/v1/quotes/{quote_id}"):
        assert "frame-ancestors 'none'" in client.get(path).headers["Content-Security-Policy"]


def test_a_card_that_was_never_there_is_as_neutral_as_one_that_is_gone(client: FlaskClient) -> None:
    answer = client.get("/embed/q/q_aaaaaaaaaaaaa")
    assert answer.status_code == 404
    assert "There is no such quote" in answer.text
    assert "frame-ancestors" not in answer.headers["Content-Security-Policy"]


class Provider(micawber.Provider):  # type: ignore[misc]
    """micawber's, which asks our application in place of the network."""

    client: FlaskClient

    def fetch(self, url: str) -> str | None:
        answer = self.client.get(url.removeprefix(HOST))
        return answer.text if answer.status_code == 200 else None


@pytest.fixture
def provider(client: FlaskClient) -> Provider:
    made = Provider(f"{HOST}/oembed")
    made.client = client
    return made


def test_micawber_gets_one_frame(provider: Provider, quote_id: str) -> None:
    given = provider.request(f"{HOST}/q/{quote_id}", maxwidth="400")
    assert (given["type"], given["version"], given["width"]) == ("rich", "1.0", 400)
    [frame] = html.fragments_fromstring(given["html"])
    assert frame.tag == "iframe"
    assert frame.get("src") == f"{HOST}/embed/q/{quote_id}"
    assert frame.get("title") == "Words of Mira Halloran"
    assert int(frame.get("height")) > 100


def test_a_narrow_frame_is_higher(provider: Provider, quote_id: str) -> None:
    wide, narrow = (provider.request(f"{HOST}/q/{quote_id}", maxwidth=width)["height"] for width in ("600", "280"))
    assert narrow > wide


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 400),
        ("url=http://localhost/q/q_aaaaaaaaaaaaa", 404),
        ("url=https://elsewhere.example/q/{id}", 404),
        ("url=http://localhost/search", 404),
        ("url=javascript:alert(1)", 404),
        ("url=http://[", 400),
        ("url=http://localhost/q/{id}&format=xml", 501),
        ("url=http://localhost/q/{id}&maxwidth=0", 400),
        ("url=http://localhost/q/{id}&discover=true", 200),
        ("url=http://localhost/embed/q/{id}/", 200),
    ],
)
def test_what_oembed_answers(client: FlaskClient, quote_id: str, query: str, status: int) -> None:
    assert client.get(f"/oembed?{query.format(id=quote_id)}").status_code == status


def test_a_page_leads_to_its_oembed(client: FlaskClient, quote_id: str) -> None:
    page = html.fromstring(client.get(f"/q/{quote_id}").text)
    [address] = page.xpath("//link[@type='application/json+oembed']/@href")
    assert client.get(address.removeprefix(HOST)).get_json()["title"] == "Words of Mira Halloran"


def test_the_snippet_is_whole_without_us(client: FlaskClient, quote_id: str) -> None:
    page = html.fromstring(client.get(f"/q/{quote_id}").text)
    [snippet] = page.xpath("//button[@data-what='embed code']/@data-copy")
    quotation = html.fragment_fromstring(snippet)
    assert quotation.get("cite") == f"{HOST}/q/{quote_id}"
    assert "“We waited eleven years" in quotation.text_content()
    assert not quotation.xpath("//script | //*[@style]")


def test_the_script_has_an_address_that_stays_and_any_site_may_read_it(client: FlaskClient) -> None:
    answer = client.get("/embed/onrecord.js", headers={"Origin": "https://paper.example"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cache-Control"] == "no-cache"
    again = client.get("/embed/onrecord.js", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_what_was_embedded_is_json_that_can_be_read(client: FlaskClient, quote_id: str) -> None:
    assert json.loads(client.get(f"/oembed?url={HOST}/q/{quote_id}").text)["provider_name"] == "onrecord"
