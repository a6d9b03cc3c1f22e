"""One quote is withdrawn, and every address that could tell of it is asked: before, it tells; after, it does not.

Oona Sedge spoke once, between two others; her words, her name, and the words beside hers in their contexts must go.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from corpus import Record, extract_quotes, read_article
from corpus.extraction import EXTRACTOR_VERSION
from corpus.model import Article, Quote
from service import create_app
from service.archive import Archive
from tests.service.homes import copy_of, with_record

MARKET = read_article(
    """It rained on the market on Friday.

"The stalls are empty by ten," said Tobias Renn.

"My sister pawned her wedding ring," said Oona Sedge.

"Nobody from the council has called," said Mira Halloran.
""",
    url="https://courier.example/market",
    title="Market",
    publisher="The Courier",
    published="2024-03-02",
    lang="en",
)
SECRETS = ("pawned", "wedding", "Sedge", "oona-sedge")


def keep(record: Record, article: Article, extractor_version: str = EXTRACTOR_VERSION) -> None:
    record.ingest(article, extract_quotes(article), extractor_version=extractor_version)


@dataclass
class Scene:
    """A service, and the quote that is withdrawn from under it."""

    client: FlaskClient
    archive: Archive
    gone: Quote
    lags: bool
    """Whether the index does not follow: no change reaches it."""

    def ask(self, path: str, **headers: str) -> TestResponse:
        return self.client.get(self.filled(path), headers=headers)

    def filled(self, path: str) -> str:
        return path.format(id=self.gone.id, article=self.gone.citation.article.id)

    def withdraw(self) -> None:
        self.archive.record.withdraw(self.gone.id, reason_class="privacy", reason="Oona Sedge asked", by="An Editor")
        if not self.lags:
            self.archive.synchronise()


@pytest.fixture(scope="module")
def before(empty_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data directory with the article in it, for each scene to copy."""
    config = with_record(empty_record, tmp_path_factory.mktemp("before"))
    with Archive(config) as archive:
        keep(archive.record, MARKET)
        archive.synchronise()
    return config.home


@pytest.fixture(params=[False, pytest.param(True, marks=pytest.mark.slow)], ids=["index follows", "index lags"])
def scene(
    before: Path, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Scene]:
    if request.param:
        monkeypatch.setattr(Archive, "keep_up", lambda _: None)
    with Archive(copy_of(before, tmp_path / "home")) as archive:
        app = create_app(archive.config)
        [gone] = [change.quote for change in archive.record.changes() if "pawned" in change.quote.text]
        yield Scene(app.test_client(), archive, gone, request.param)
        app.extensions["archive"].close()


OWN = [
    "/v1/quotes/{id}",
    "/v1/quotes/{id}/annotation",
    *(f"/v1/quotes/{{id}}/citation?format={name}" for name in ("text", "html", "csl", "ris", "bibtex")),
    "/v1/quotes/{id}/citation?style=apa",
    "/q/{id}",
    "/embed/q/{id}",
    "/oembed?url=http://localhost/q/{id}",
    "/v1/quotes?like={id}",
    "/search?like={id}",
    "/search.atom?like={id}",
]
OTHERS = [
    "/v1/quotes",
    "/v1/quotes?article={article}&facets=speaker,publisher,year",
    "/v1/suggest?q=oon",
    "/v1/suggest?q=wedd",
    "/v1/speakers",
    "/v1/export.ndjson",
    "/search.atom",
    "/search.rss?article={article}",
    "/search.feed.json",
    "/",
    "/search",
    "/search?article={article}",
    "/articles/{article}",
    "/compare",
    "/compare?left=sedge&right=nobody",
]
NEVER_TOLD = ["/v1/articles", "/v1/articles/{article}", "/v1/corrections", "/docs"]
POSTED = [
    ("/v1/verify", {"text": "My sister pawned her wedding ring"}),
    ("/v1/verify", {"text": "The stalls are empty by ten"}),
    ("/v1/check", {"text": '"My sister pawned her wedding ring," said Tobias Renn.'}),
]
"""What is asked with a body, of the quote itself and of the one before it in the article."""
CHECKED = "/check"
OF_CLUSTERS = ["/v1/clusters/<cluster_id>", "/clusters/<cluster_id>"]
OF_NO_QUOTE = {
    "/assets/<digest>/<name>", "/embed/onrecord.js", "/opensearch.xml", "/robots.txt", "/.well-known/security.txt",
    "/healthz", "/readyz", "/metrics", "/openapi.json", "/v1/extract",
    "/docs/answers",
}  # fmt: skip
GONE_WITH_IT = ["/v1/speakers/oona-sedge", "/speakers/oona-sedge"]
ECHOES = [
    "/v1/quotes?q=pawned&facets=speaker",
    "/v1/quotes?speaker=oona-sedge",
    "/search?q=pawned",
]
"""Searches that repeat what was asked for: they must find nothing."""


def test_every_address_that_there_is_stands_in_these_lists(scene: Scene) -> None:
    """A new address fails here until it is asked in one of the tests below."""
    routes = scene.client.application.url_map
    asked = [*OWN, *OTHERS, *NEVER_TOLD, *GONE_WITH_IT, *ECHOES, "/v1/quotes/{id}/history"]
    find = routes.bind("").match
    known = {find(scene.filled(path).partition("?")[0], return_rule=True)[0].rule for path in asked}
    known |= {path for path, _ in POSTED} | OF_NO_QUOTE | {*OF_CLUSTERS, CHECKED}
    assert {rule.rule for rule in routes.iter_rules()} == known


def secrets_in(answer: TestResponse) -> list[str]:
    return [secret for secret in SECRETS if secret in answer.get_data(as_text=True)]


@pytest.mark.parametrize("path", [*OWN, "/v1/quotes/{id}/history"])
def test_every_address_of_its_own_is_gone(scene: Scene, path: str) -> None:
    before = scene.ask(path)
    assert before.status_code == 200
    scene.withdraw()
    for tag in ("", before.headers["ETag"]):
        after = scene.ask(path, **{"If-None-Match": tag})
        assert (after.status_code, secrets_in(after), after.headers["Cache-Control"]) == (410, [], "no-store")


@pytest.mark.parametrize("path", OTHERS)
def test_no_other_address_tells_of_it(scene: Scene, path: str) -> None:
    before = scene.ask(path)
    assert secrets_in(before)
    scene.withdraw()
    after = scene.ask(path, **{"If-None-Match": before.headers["ETag"]})
    assert (after.status_code, secrets_in(after)) == (200, [])


@pytest.mark.parametrize(("path", "body"), POSTED)
def test_nothing_is_held_against_it(scene: Scene, path: str, body: dict[str, str]) -> None:
    def told() -> str:
        answer = scene.client.post(path, json=body).get_json()
        verdicts = [answer] if "matches" in answer else [one["verdict"] for one in answer["quotations"]]
        return json.dumps([verdict["matches"] for verdict in verdicts])

    assert any(secret in told() for secret in SECRETS)
    scene.withdraw()
    assert not any(secret in told() for secret in SECRETS)


def test_a_draft_checked_on_its_page_is_told_nothing_of_it(scene: Scene) -> None:
    def told() -> str:
        answer = scene.client.post(CHECKED, data={"text": "“My sister pawned a ring,” she said of her wedding."})
        return answer.get_data(as_text=True).partition("<form action")[0]

    assert "Sedge" in told()
    scene.withdraw()
    assert "Sedge" not in told()
    assert f"/q/{scene.gone.id}" not in told()


@pytest.mark.parametrize("path", NEVER_TOLD)
def test_lists_of_other_things_never_tell_of_it(scene: Scene, path: str) -> None:
    before = secrets_in(scene.ask(path))
    scene.withdraw()
    answer = scene.ask(path)
    assert (answer.status_code, before, secrets_in(answer)) == (200, [], [])


@pytest.mark.parametrize("path", GONE_WITH_IT)
def test_a_speaker_of_nothing_else_is_not_there(scene: Scene, path: str) -> None:
    assert scene.ask(path).status_code == 200
    scene.withdraw()
    answer = scene.ask(path)
    assert answer.status_code == 404
    assert "Oona Sedge" not in answer.get_data(as_text=True)


@pytest.mark.parametrize("path", ECHOES)
def test_it_is_not_found(scene: Scene, path: str) -> None:
    assert scene.gone.id in scene.ask(path).get_data(as_text=True)
    scene.withdraw()
    answer = scene.ask(path).get_data(as_text=True)
    assert scene.gone.id not in answer
    assert "Sedge" not in answer


COPY = read_article(
    """A reader writes about the market.

"My sister pawned her wedding ring," said Oona Sedge, who sells fish there.
""",
    url="https://herald.example/fish",
    published="2024-03-04",
    lang="en",
)


@pytest.mark.parametrize("rule", OF_CLUSTERS)
def test_its_cluster_goes_on_without_it(scene: Scene, rule: str) -> None:
    record = scene.archive.record
    keep(record, COPY)
    cluster = record.quote(scene.gone.id).cluster
    assert cluster is not None
    address = rule.replace("<cluster_id>", cluster.id)
    assert scene.gone.id in scene.ask(address).get_data(as_text=True)
    scene.withdraw()
    answer = scene.ask(address).get_data(as_text=True)
    assert scene.gone.id not in answer
    assert "courier.example" not in answer


def test_the_article_counts_without_it(scene: Scene) -> None:
    scene.withdraw()
    article = scene.ask("/v1/articles/{article}")
    assert (article.get_json()["quotes"], secrets_in(article)) == (2, [])


def test_neighbours_and_their_histories_do_not_hold_it(scene: Scene) -> None:
    scene.withdraw()
    left = scene.archive.record.quotes_of(scene.gone.citation.article.id)
    assert len(left) == 2
    for quote in left:
        for path in ("/v1/quotes/{}", "/v1/quotes/{}/history", "/v1/quotes/{}/citation", "/q/{}"):
            answer = scene.client.get(path.format(quote.id))
            assert (answer.status_code, secrets_in(answer)) == (200, [])


def test_log_and_export_tell_id_date_and_class_alone(scene: Scene) -> None:
    scene.withdraw()
    [line] = scene.ask("/v1/corrections").get_json()["results"]
    assert line | {"at": ""} == {
        "id": scene.gone.id, "revision": 2, "at": "", "kind": "withdrawn", "reason_class": "privacy",
    }  # fmt: skip
    exported = [json.loads(one) for one in scene.ask("/v1/export.ndjson").get_data(as_text=True).splitlines()]
    assert {"id": scene.gone.id, "withdrawn_at": line["at"], "reason": "privacy", "state": "withdrawn"} in exported


def test_the_refusal_tells_date_and_class_alone(scene: Scene) -> None:
    scene.withdraw()
    problem = scene.ask("/v1/quotes/{id}").get_json()
    assert (problem["reason"], problem["withdrawn_at"][:2]) == ("privacy", "20")
    assert problem["detail"].endswith("was withdrawn")


def test_reinstated_it_is_told_of_at_every_address_again(scene: Scene) -> None:
    def told(path: str) -> tuple[int, list[str]]:
        answer = scene.ask(path)
        return answer.status_code, secrets_in(answer)

    paths = [path for path in (*OWN, *OTHERS, *GONE_WITH_IT) if "export" not in path]
    before = [told(path) for path in paths]
    scene.withdraw()
    scene.archive.record.reinstate(scene.gone.id, reason="it was another Sedge", by="An Editor")
    scene.archive.synchronise()
    assert [told(path) for path in paths] == before
    [back, gone] = scene.ask("/v1/corrections").get_json()["results"]
    assert (back["kind"], gone["kind"]) == ("reinstated", "withdrawn")
    history = scene.ask("/v1/quotes/{id}/history").get_json()["revisions"]
    assert [(one["kind"], one["reason"]) for one in history][1:] == [
        ("withdrawn", None),
        ("reinstated", "it was another Sedge"),
    ]


def test_reading_the_article_again_does_not_bring_it_back(scene: Scene) -> None:
    scene.withdraw()
    keep(scene.archive.record, MARKET, extractor_version="later")
    assert scene.ask("/v1/quotes/{id}").status_code == 410
    assert secrets_in(scene.ask("/v1/quotes")) == []
