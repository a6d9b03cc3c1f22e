"""Answers kept for those who ask the same again: how many bytes, for how long, and for whom."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from flask.testing import FlaskClient
from werkzeug.test import Client
from werkzeug.wrappers import Response

from service import create_app
from service.archive import Archive
from service.kept_answers import LARGEST, OVERHEAD, KeptAnswers
from service.notes import RULE, STATE
from tests.service.invented import keep_articles


class Counting:
    """An application whose answers are numbered. `kept` also holds it, behind `KeptAnswers`."""

    def __init__(self, size: int = 1, most_bytes: int = 10**6, streamed: bool = False, **answer: object) -> None:
        self.made, self.state, self._size, self._answer = 0, "first", size, answer
        self._body = iter if streamed else str
        self.kept = Client(KeptAnswers(self, lambda: self.state, most_bytes))

    def __call__(self, environ: dict[str, object], start: object) -> Iterable[bytes]:
        self.made += 1
        environ |= {STATE: self.state, RULE: "/"}
        return Response(self._body(str(self.made).zfill(self._size)), **self._answer)(environ, start)  # type: ignore[arg-type]


def answered(app: Counting, path: str = "/", **asked: object) -> int:
    return int(app.kept.get(path, **asked).get_data())


def test_who_asks_the_same_gets_the_same_until_the_state_is_another() -> None:
    app = Counting()
    assert [answered(app), answered(app)] == [1, 1]
    app.state = "second"
    assert [answered(app), answered(app)] == [2, 2]


@pytest.mark.parametrize(
    "other",
    [
        {"path": "/there"},
        {"query_string": "a=1"},
        {"base_url": "http://elsewhere.example"},
        {"base_url": "https://localhost"},
        {"headers": {"Accept-Encoding": "br"}},
        {"headers": {"If-None-Match": 'W/"1"'}},
    ],
)
def test_who_asks_otherwise_gets_another(other: dict[str, str]) -> None:
    app = Counting()
    assert [answered(app), answered(app, **other), answered(app)] == [1, 2, 1]  # type: ignore[arg-type]


def test_the_oldest_make_room() -> None:
    app = Counting(most_bytes=2 * (OVERHEAD + 100))
    assert [answered(app, path) for path in ("/a", "/b", "/a", "/c", "/a", "/b")] == [1, 2, 1, 3, 1, 4]


@pytest.mark.parametrize(
    "app",
    [
        Counting(size=LARGEST + 1),
        Counting(status=404),
        Counting(status=500),
        Counting(headers={"Cache-Control": "no-store"}),
        Counting(streamed=True),
    ],
    ids=["large", "nothing there", "a fault", "not to be stored", "streamed"],
)
def test_what_is_not_kept(app: Counting) -> None:
    app.kept.get("/")
    app.kept.get("/")
    assert app.made == 2


def test_only_what_is_got_is_kept() -> None:
    app = Counting()
    app.kept.post("/")
    app.kept.post("/")
    assert app.made == 2


@pytest.mark.parametrize("path", ["/v1/quotes?limit=3&sort=-said_at", "/search?q=ferry", "/search.atom"])
def test_what_was_asked_before_is_not_searched_again(
    client: FlaskClient, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.get(path)
    monkeypatch.setattr("service.finding.search", None)
    again = client.get(path)
    assert (again.status_code, again.data) == (200, first.data)
    first.headers.remove("X-Request-Id")
    own_id = again.headers.pop("X-Request-Id")
    assert (list(again.headers), len(own_id)) == (list(first.headers), 32)


def test_a_kept_answer_is_counted_and_logged(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    def counted() -> float:
        lines = client.get("/metrics").get_data(as_text=True).splitlines()
        return sum(float(line.split()[1]) for line in lines if 'total{method="GET",rule="/v1/suggest"' in line)

    before = counted()
    with caplog.at_level("INFO", logger="onrecord.access"):
        for _ in range(3):
            client.get("/v1/suggest?q=fer")
    assert counted() == before + 3
    assert sum('"path":"/v1/suggest"' in record.message for record in caplog.records) == 3


def test_another_host_gets_its_own_links(client: FlaskClient) -> None:
    for host in ("one.example", "two.example"):
        answer = client.get("/v1/quotes", headers={"Host": host})
        assert answer.json is not None
        assert answer.json["links"]["self"].startswith(f"http://{host}/")


@pytest.mark.parametrize("path", ["/v1/quotes?limit=100", "/search", "/q/{id}", "/v1/quotes/{id}", "/search.feed.json"])
def test_what_another_process_withdraws_is_not_given_from_what_was_kept(own_archive: Archive, path: str) -> None:
    keep_articles(own_archive.record)
    own_archive.synchronise()
    client = create_app(own_archive.config).test_client()
    gone = client.get("/v1/quotes?limit=100&type=direct").get_json()["results"][0]
    path = path.format(id=gone["id"])
    assert gone["segments"][0]["text"] in client.get(path).get_data(as_text=True)
    own_archive.record.withdraw(gone["id"], reason_class="privacy", reason="asked", by="An Editor")
    assert gone["segments"][0]["text"] not in client.get(path).get_data(as_text=True)
