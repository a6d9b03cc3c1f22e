"""Claims and drafts held against the record, through the API."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from service.drafts import MOST_QUOTATIONS

WAITED = "We waited eleven years for this vote, and the river will be quieter for it,"


def verify(client: FlaskClient, text: str, **claimed: str) -> dict[str, Any]:
    answer = client.post("/v1/verify", json={"text": text, **claimed})
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    body: dict[str, Any] = answer.get_json()
    return body


@pytest.mark.parametrize(
    ("text", "speaker", "match"),
    [
        (WAITED, None, "exact"),
        (WAITED, "Mira Halloran", "exact"),
        (WAITED.upper(), "Halloran", "punctuation_only"),
        ("We waited eleven years for this vote", "mira-halloran", "excerpt"),
        (WAITED, "Tobias Renn", "speaker_mismatch"),
        ("We waited twelve years for this vote", "Mira Halloran", "altered"),
        ("We waited eleven years for this vote, and the river will not be quieter for it", None, "altered"),
        ("Nobody in this town has ever seen a whale", "Mira Halloran", "not_in_this_corpus"),
    ],
)
def test_the_first_that_holds(client: FlaskClient, text: str, speaker: str | None, match: str) -> None:
    claimed = {"claimed_speaker": speaker} if speaker else {}
    assert verify(client, text, **claimed)["match"] == match


@pytest.mark.parametrize(("date", "match"), [("2024-05-13", "not_known"), ("2025", "other"), ("1999", "not_known")])
def test_nothing_was_said_after_it_was_published(client: FlaskClient, date: str, match: str) -> None:
    assert verify(client, WAITED, claimed_date=date)["date"] == {"match": match}


def test_the_difference_runs_through_both_texts(client: FlaskClient) -> None:
    claimed = "We waited eleven long years for the vote, and the river will be quieter for it."
    [best, *_] = verify(client, claimed)["matches"]
    assert "".join(run["recorded"] for run in best["diff"]) == best["quote"]["text"] == WAITED
    assert "".join(run["claimed"] for run in best["diff"]) == claimed
    assert [(run["change"], run["recorded"], run["claimed"]) for run in best["diff"] if run["change"] != "same"] == [
        ("inserted", "", "long"),
        ("replaced", "this", "the"),
    ]


@pytest.mark.parametrize(
    ("claimed", "match", "added"),
    [
        ("We [the ferrymen] waited eleven years for this vote", "excerpt", ["[the ferrymen]"]),
        ("We [never] waited … for this vote", "altered", ["[never]"]),
    ],
)
def test_what_the_draft_has_in_square_brackets_is_named(
    client: FlaskClient, claimed: str, match: str, added: list[str]
) -> None:
    [best, *_] = verify(client, claimed)["matches"]
    assert (best["match"], best["brackets"]) == (match, {"added": added, "unmarked": []})


def test_a_match_has_its_citation_and_the_answer_says_what_it_was_compared_with(client: FlaskClient) -> None:
    body = verify(client, WAITED)
    assert body["matches"][0]["quote"]["citation"]["article"]["url"] == "https://gazette.example/ferries"
    assert body["corpus"]["quotes"] > 0
    assert body["corpus"]["from"] <= "2024-03-02"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ({}, "text"),
        ({"text": ""}, "text"),
        ({"text": "a" * 10_001}, "text"),
        ({"text": "a\0"}, "text"),
        ({"text": "a", "claimed_date": "soon"}, "claimed_date"),
        ({"text": "a", "claimed_speaker": ""}, "claimed_speaker"),
        ({"text": "a", "speaker": "b"}, "speaker"),
    ],
)
def test_a_claim_that_is_none_is_refused(client: FlaskClient, body: dict[str, str], name: str) -> None:
    answer = client.post("/v1/verify", json=body)
    assert answer.status_code == 400
    assert answer.get_json()["errors"][0]["name"] == name


DRAFT = """“We waited eleven years for this vote,” said Mira Halloran.

“Nobody will miss the old boats,” Halloran said. “Trade has halved since the bridge closed,” said Tobias Renn.
"""


def test_a_draft_is_checked_quotation_by_quotation(client: FlaskClient) -> None:
    answer = client.post("/v1/check", json={"text": DRAFT})
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    body = answer.get_json()
    found = [(one["quotation"]["text"], one["verdict"]["match"]) for one in body["quotations"]]
    assert found == [
        ("We waited eleven years for this vote,", "excerpt"),
        ("Nobody will miss the old boats,", "altered"),
        ("Trade has halved since the bridge closed,", "speaker_mismatch"),
    ]
    for one in body["quotations"]:
        for segment in one["quotation"]["segments"]:
            assert body["text"][segment["start"] : segment["end"]] == segment["text"]


def test_a_draft_of_too_many_quotations_says_how_many(client: FlaskClient) -> None:
    answer = client.post("/v1/check", json={"text": "“It rained,” said Ko Park.\n\n" * (MOST_QUOTATIONS + 1)})
    assert answer.status_code == 400
    assert f"{MOST_QUOTATIONS + 1} quotations" in answer.get_json()["detail"]
