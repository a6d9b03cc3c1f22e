"""What programs look for by themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from flask.testing import FlaskClient
from lxml import etree

from service import create_app
from tests.service.conftest import Kept

OPENSEARCH = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


def test_browsers_are_offered_the_search(client: FlaskClient) -> None:
    answer = client.get("/opensearch.xml")
    described = etree.fromstring(answer.data)
    [template] = described.xpath("o:Url[@type='text/html']/@template", namespaces=OPENSEARCH)
    assert answer.content_type.startswith("application/opensearchdescription+xml")
    assert client.get(template.replace("{searchTerms}", "ferries").removeprefix("http://localhost")).status_code == 200
    [image] = described.xpath("o:Image/text()", namespaces=OPENSEARCH)
    assert client.get(image.removeprefix("http://localhost")).status_code == 200


def test_robots_are_kept_from_searches_without_end(client: FlaskClient) -> None:
    assert "Disallow: /search" in client.get("/robots.txt").text


def test_whom_to_tell_of_a_weakness_is_told_where_it_is_set(client: FlaskClient, kept: Kept) -> None:
    assert client.get("/.well-known/security.txt").status_code == 404
    app = create_app(replace(kept.config, contact="mailto:desk@example.org"))
    lines = dict(
        line.split(": ", 1) for line in app.test_client().get("/.well-known/security.txt").text.splitlines() if line
    )
    app.extensions["archive"].close()
    assert lines["Contact"] == "mailto:desk@example.org"
    assert datetime.fromisoformat(lines["Expires"]) > datetime.now(UTC)
