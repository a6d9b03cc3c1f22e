"""Withdrawn and merged quotes: nothing of them is ever served."""

from __future__ import annotations

import json
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from corpus.model import Correction, Quote
from service.exporting import export_lines
from service.standing import is_served
from tests.service.pages.invented import quote

WITHDRAWN = replace(
    quote("The tunnel floods every spring."),
    state="withdrawn",
    corrections=(Correction(2, "2024-06-01T09:00:00Z", "withdrawn", "Ana Ruiz asked for it"),),
)
MERGED = replace(quote("The tunnel floods."), id="q_merged0000000", state="merged", merged_into="q_other00000000")


@pytest.fixture
def client_of(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A client of a record that holds just one quote."""

    def client(kept: Quote) -> FlaskClient:
        archive = app.extensions["archive"]
        monkeypatch.setattr(archive, "keep_up", lambda: None)
        monkeypatch.setattr(archive, "_record", SimpleNamespace(quote=lambda _: kept, look=object))
        return app.test_client()

    return client


@pytest.mark.parametrize("path", ["/v1/quotes/{id}", "/v1/quotes/{id}/citation", "/q/{id}"])
def test_every_address_of_a_withdrawn_quote_is_gone(client_of: Any, path: str) -> None:
    answer = client_of(WITHDRAWN).get(path.format(id=WITHDRAWN.id))
    assert answer.status_code == 410
    for secret in ("tunnel", "Ruiz", "Gazette"):
        assert secret not in answer.get_data(as_text=True)


def test_a_withdrawal_tells_its_date_and_class(client_of: Any) -> None:
    problem = client_of(WITHDRAWN).get(f"/v1/quotes/{WITHDRAWN.id}").get_json()
    assert problem["withdrawn_at"] == "2024-06-01T09:00:00Z"
    assert problem["type"].endswith(":withdrawn")


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/v1/quotes/q_merged0000000", "/v1/quotes/q_other00000000"),
        ("/v1/quotes/q_merged0000000/citation?format=html", "/v1/quotes/q_other00000000/citation?format=html"),
    ],
)
def test_a_merged_quote_leads_on(client_of: Any, path: str, target: str) -> None:
    answer = client_of(MERGED).get(path)
    assert (answer.status_code, answer.headers["Location"]) == (308, target)


def test_the_export_tells_no_more() -> None:
    changes = [SimpleNamespace(quote=one) for one in (WITHDRAWN, MERGED, quote("The river rose."))]
    record: Any = SimpleNamespace(changes=lambda: iter(changes))
    gone, merged, kept = (json.loads(line) for line in export_lines(record))
    assert gone.keys() == {"id", "withdrawn_at", "reason", "state"}
    assert merged == {"state": "merged", "id": MERGED.id, "merged_into": MERGED.merged_into}
    assert kept["text"] == "The river rose."


@pytest.mark.parametrize("state", ["active", "corrected", "disputed"])
def test_corrected_and_disputed_quotes_are_served(state: Any) -> None:
    assert is_served(replace(WITHDRAWN, state=state))
