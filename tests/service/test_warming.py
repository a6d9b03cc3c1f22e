"""A worker answers a few questions to itself before it is asked, and starts whatever comes of it."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask, request_finished
from werkzeug import Response

from service import create_app
from service.warming import questions, warm
from tests.service.homes import config_of


@pytest.mark.parametrize("text", ["The ferry sails at noon.", "Gone", "(sic) “Noon,” AND so on", "…"])
def test_every_question_is_understood(app: Flask, text: str) -> None:
    client = app.test_client()
    assert {client.open(**asked).status_code for asked in questions(text)} == {200}


def test_all_are_answered_and_nobody_hears_of_it(app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    statuses = []

    def note(_: Flask, response: Response) -> None:
        statuses.append(response.status_code)

    with request_finished.connected_to(note, app), caplog.at_level(logging.DEBUG, logger="onrecord"):
        warm(app)
    assert statuses == [200] * len(list(questions("a")))
    assert not caplog.records


def test_it_is_nobody_s_turn_that_is_used_where_clients_are_limited(app: Flask) -> None:
    limited = create_app(replace(app.config["ONRECORD"], rate="2/minute"))
    warm(limited)
    client = limited.test_client()
    assert [client.get("/v1/quotes").status_code for _ in range(3)] == [200, 200, 429]
    limited.extensions["archive"].close()


def test_a_worker_without_an_index_starts(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    warm(create_app(config_of(tmp_path)))
    assert "not everything could be answered beforehand" in caplog.text
