"""Alive, ready, counted, logged."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from index.engines import given_up, left_to_whoosh
from index.engines.tally import Tally
from service import create_app
from tests.service.conftest import Kept


def test_a_whole_archive_is_ready(client: FlaskClient) -> None:
    assert client.get("/healthz").get_json() == {"status": "ok"}
    assert client.get("/readyz").get_json() == {"ready": True, "record": "ok", "index": "ok"}


def test_without_an_index_it_is_alive_and_not_ready(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.archive.Archive.keep_up", lambda _: None)
    client = create_app(replace(kept.config, home=tmp_path)).test_client()
    assert client.get("/healthz").status_code == 200
    answer = client.get("/readyz")
    assert (answer.status_code, answer.get_json()["index"]) == (503, "unavailable")
    refused = client.get("/v1/quotes")
    assert (refused.status_code, refused.content_type) == (503, "application/problem+json")
    assert "Retry-After" in refused.headers
    assert str(tmp_path) not in refused.get_data(as_text=True)


def test_without_a_record_it_is_alive_and_not_ready(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("This is no database. " * 100)
    client = create_app(replace(kept.config, database=str(tmp_path / "notes.txt"))).test_client()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.get_json()["record"]) == (503, "unavailable")
    assert client.get("/v1/speakers").status_code == 503
    assert client.get("/q/q_1").status_code == 503


def test_a_missing_index_is_built_while_the_service_runs(kept: Kept, tmp_path: Path) -> None:
    app = create_app(replace(kept.config, home=tmp_path))
    assert app.test_client().get("/v1/quotes").status_code == 503
    app.extensions["archive"]._mending.join()
    assert app.test_client().get("/v1/quotes").get_json()["total"] > 0


def test_being_asked_whether_it_is_ready_builds_a_missing_index(kept: Kept, tmp_path: Path) -> None:
    app = create_app(replace(kept.config, home=tmp_path))
    assert app.test_client().get("/readyz").status_code == 503
    app.extensions["archive"]._mending.join()
    assert app.test_client().get("/readyz").get_json() == {"ready": True, "record": "ok", "index": "ok"}


def test_the_index_answers_without_the_record(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("This is no database. " * 100)
    client = create_app(replace(kept.config, database=str(tmp_path / "notes.txt"))).test_client()
    assert client.get("/v1/quotes").get_json()["total"] > 0


def test_requests_are_counted_by_rule(client: FlaskClient) -> None:
    client.get("/v1/speakers/mira-halloran")
    client.get("/v1/speakers/nobody-known")
    counted = client.get("/metrics").get_data(as_text=True)
    assert 'onrecord_requests_total{method="GET",rule="/v1/speakers/<slug>",status="404"}' in counted
    assert "mira-halloran" not in counted


@pytest.mark.parametrize(
    ("tally", "name"), [(left_to_whoosh, "onrecord_searches_left_to_whoosh"), (given_up, "onrecord_searches_given_up")]
)
def test_searches_left_to_whoosh_or_given_up_are_counted(client: FlaskClient, tally: Tally, name: str) -> None:
    def counted() -> float:
        lines = client.get("/metrics").get_data(as_text=True).splitlines()
        return float(next(line for line in lines if line.startswith(f"{name}_total")).split()[1])

    before = counted()
    tally.add()
    client.get("/healthz")
    assert counted() == before + 1


def test_each_request_leaves_a_line_without_what_was_searched_for(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="onrecord.access"):
        answer = client.get("/v1/quotes?q=secret+lead", headers={"X-Request-Id": "newsroom-17"})
        answer.close()
    [line] = [json.loads(record.message) for record in caplog.records if record.name == "onrecord.access"]
    ms = line.pop("ms")
    assert line == {
        "request_id": "newsroom-17",
        "method": "GET",
        "path": "/v1/quotes",
        "status": 200,
        "bytes": len(answer.get_data()),
    }
    assert ms > 0
