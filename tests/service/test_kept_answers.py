"""Answers kept for those who ask the same again: how many bytes, and for how long."""

from __future__ import annotations

import pytest
from flask import Response
from flask.testing import FlaskClient

from service import create_app
from service.archive import Archive
from service.kept_answers import LARGEST, KeptAnswers
from tests.service.invented import keep_articles


@pytest.mark.parametrize(
    ("sizes", "left"), [([4, 4], ["0", "1"]), ([4, 4, 4], ["1", "2"]), ([9, 9], ["1"]), ([4, 11], [])]
)
def test_the_oldest_make_room(sizes: list[int], left: list[str]) -> None:
    kept = KeptAnswers(most_bytes=10)
    for number, size in enumerate(sizes):
        kept.put(str(number), Response(b"x" * size))
    assert [str(number) for number in range(len(sizes)) if kept.get(str(number))] == left


@pytest.mark.parametrize("answer", [Response(b"x" * (LARGEST + 1)), Response(b"no", 400)])
def test_what_is_large_or_no_answer_is_not_kept(answer: Response) -> None:
    kept = KeptAnswers()
    kept.put("tag", answer)
    assert kept.get("tag") is None


def test_what_was_asked_before_is_not_searched_again(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    first = client.get("/v1/quotes?limit=3&sort=-said_at")
    monkeypatch.setattr("service.finding.search", None)
    again = client.get("/v1/quotes?sort=-said_at&limit=3")
    assert (again.data, again.headers["ETag"], again.headers["Link"]) == (
        first.data, first.headers["ETag"], first.headers["Link"],
    )  # fmt: skip


def test_another_host_gets_its_own_links(client: FlaskClient) -> None:
    for host in ("one.example", "two.example"):
        answer = client.get("/v1/quotes", headers={"Host": host})
        assert answer.json is not None
        assert answer.json["links"]["self"].startswith(f"http://{host}/")


def test_what_another_process_withdraws_is_not_served_from_what_was_kept(own_archive: Archive) -> None:
    keep_articles(own_archive.record)
    own_archive.synchronise()
    client = create_app(own_archive.config).test_client()
    before = client.get("/v1/quotes?limit=100").get_json()["results"]
    own_archive.record.withdraw(before[0]["id"], reason_class="privacy", reason="asked", by="An Editor")
    after = client.get("/v1/quotes?limit=100").get_json()["results"]
    assert {one["id"] for one in after} == {one["id"] for one in before[1:]}
