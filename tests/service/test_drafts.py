"""What one request may have checked, and how it is told that it asked for too much."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from corpus.errors import InvalidRequest
from index.engines.native import budget
from service import drafts
from service.drafts import LONGEST, MOST_QUOTATIONS, MOST_TAGS, read_draft
from service.verifying import LONGEST_CLAIM

TOLD = "“It rained,” said Ko Park.\n\n"


def test_a_draft_that_may_be_checked_is_read_with_its_quotations() -> None:
    draft = read_draft(text=TOLD * MOST_QUOTATIONS)
    assert [quotation.text for quotation in draft.quotations] == ["It rained,"] * MOST_QUOTATIONS


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It rained. " * LONGEST, f"{11 * LONGEST:,} characters; at most {LONGEST:,}"),
        (TOLD * (MOST_QUOTATIONS + 1), f"it has {MOST_QUOTATIONS + 1} quotations; at most {MOST_QUOTATIONS}"),
        (f"“It rained{' and rained' * 1_000},” said Ko Park.", f"begins with “It rained and.*{LONGEST_CLAIM:,} are"),
    ],
    ids=["too long", "too many quotations", "too long a quotation"],
)
def test_what_is_too_much_is_named(text: str, told: str) -> None:
    with pytest.raises(InvalidRequest, match=told):
        read_draft(text=text)


def test_work_that_is_too_much_says_how_far_it_went(monkeypatch: pytest.MonkeyPatch, client: FlaskClient) -> None:
    monkeypatch.setattr(drafts, "MOST_SECONDS", -1.0)
    monkeypatch.setattr(budget, "MEASURED_EVERY", 0)
    answer = client.post("/v1/check", json={"text": TOLD})
    assert answer.status_code == 400
    assert "0 of 1 were checked; send it in parts" in answer.get_json()["detail"]


@pytest.mark.parametrize("path", ["/v1/check", "/v1/extract"])
def test_a_page_of_too_many_tags_is_refused_before_it_is_read(client: FlaskClient, path: str) -> None:
    answer = client.post(path, json={"html": "<p>" * (MOST_TAGS + 1)})
    assert (answer.status_code, answer.get_json()["errors"][0]["name"]) == (400, "html")
    assert f"{MOST_TAGS + 1:,} tags; at most {MOST_TAGS:,}" in answer.get_json()["detail"]
