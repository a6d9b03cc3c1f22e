"""Few requests are dealt with at once, and those that bring a draft hold up only each other."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pytest
from flask import Flask

from service import create_app
from service.turns import DRAFTS_AT_ONCE, OTHERS_AT_ONCE, Turns

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

PATIENCE = 30.0


def asking(turns: Turns, method: str) -> threading.Thread:
    thread = threading.Thread(target=turns, args=({"REQUEST_METHOD": method}, None))
    thread.start()
    return thread


@pytest.mark.parametrize(("method", "at_once"), [("POST", DRAFTS_AT_ONCE), ("GET", OTHERS_AT_ONCE)])
def test_few_are_dealt_with_at_once(method: str, at_once: int) -> None:
    inside, most, counting, full = 0, 0, threading.Lock(), threading.Barrier(at_once)

    def busy(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        nonlocal inside, most
        with counting:
            inside += 1
            most = max(most, inside)
        full.wait(PATIENCE)
        with counting:
            inside -= 1
        return []

    turns = Turns(busy)
    for thread in [asking(turns, method) for _ in range(3 * at_once)]:
        thread.join()
    assert most == at_once


def test_a_search_passes_drafts_by() -> None:
    begun, found, passed_by = threading.Event(), threading.Event(), list[bool]()

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] == "GET":
            found.set()
            return []
        begun.set()
        passed_by.append(found.wait(PATIENCE))
        return []

    turns = Turns(answer)
    drafts = [asking(turns, "POST") for _ in range(3)]
    assert begun.wait(PATIENCE)
    asking(turns, "GET").join()
    for thread in drafts:
        thread.join()
    assert passed_by == [True, True, True]


def test_drafts_that_may_not_even_wait_are_told_to_come_again(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.turns.DRAFTS_WAITING", -DRAFTS_AT_ONCE)
    full = create_app(app.config["ONRECORD"])
    client = full.test_client()
    assert client.get("/v1/quotes").status_code == 200
    refused = client.post("/v1/verify", json={"text": "nothing was said"})
    assert (refused.status_code, refused.mimetype) == (503, "application/problem+json")
    assert refused.headers["Retry-After"]
    assert client.post("/check", data={"text": "“Nothing was said,” said Ada Lund."}).status_code == 503
    full.extensions["archive"].close()


def test_what_is_given_from_memory_waits_for_nobody(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    entered = list[str]()

    class Noted(Turns):
        def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            entered.append(environ["PATH_INFO"])
            return super().__call__(environ, start_response)

    monkeypatch.setattr("service.application.Turns", Noted)
    turning = create_app(app.config["ONRECORD"])
    client = turning.test_client()
    for _ in range(2):
        assert client.get("/v1/quotes").status_code == 200
        assert client.post("/v1/verify", json={"text": "nothing was said"}).status_code == 200
    assert entered == ["/v1/quotes", "/v1/verify", "/v1/verify"]
    turning.extensions["archive"].close()
