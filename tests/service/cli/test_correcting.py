"""`onrecord correct`, `withdraw` and `merge` as a person calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.errors import Refused
from tests.service.cli.calling import run

ARTICLE = """The ferry is back.

"The ferry sails at noon," said Ines Duarte.

"It will be late," said Otto Brandt.

"It will be very late," said Otto Brandt on Sunday.
"""


@pytest.fixture
def ids(ready: Path) -> list[str]:
    """The quotes of an article, in text order."""
    assert run("ingest", "-", given=ARTICLE).exit_code == 0
    found = [json.loads(line) for line in run("search", "noon OR late").output.splitlines()]
    return [one["id"] for one in sorted(found, key=lambda one: one["segments"][0]["start"])]


def shown(quote_id: str) -> dict[str, object]:
    record: dict[str, object] = json.loads(run("show", quote_id).output)
    return record


def test_a_correction_is_looked_at_first(ids: list[str]) -> None:
    done = run("correct", ids[0], "--speaker", "otto-brandt", "--reason", "the tape", given="n\n")
    assert done.exit_code == 1
    assert '  - [{"name":"Ines Duarte"' in done.output
    assert '  + [{"name":"Otto Brandt"' in done.output
    assert shown(ids[0])["state"] == "active"


def test_a_correction_is_kept_and_found(ids: list[str]) -> None:
    arguments = (
        "--speaker",
        "otto-brandt",
        "--said-at",
        "2026-05",
        "--addressee",
        "the council",
        "--venue",
        "Elmsport",
    )
    done = run("correct", ids[0], *arguments, "--reason", "the tape", "--by", "Nell Okafor", given="y\n")
    assert f"{ids[0]} corrected: revision 2" in done.output
    record = shown(ids[0])
    assert record["said_at"]["edtf"] == "2026-05"  # type: ignore[index]
    assert record["channel"]["venue"] == "Elmsport"  # type: ignore[index]
    assert record["review"]["by"] == "Nell Okafor"  # type: ignore[index]
    assert ids[0] in run("search", "--speaker", "otto-brandt").output
    assert run("doctor").exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--reason", "x", "--said-at", "last week"),
        ("--reason", "x", "--said-at", "2026-02-31"),
        ("--reason", "x", "--speaker", "otto-brandt", "--no-speaker"),
        ("--reason", "x", "--channel", "a whisper"),
        ("--reason", " ", "--addressee", "the council"),
        ("--reason", "x", "--by", "", "--addressee", "the council"),
        ("--reason", "x"),
    ],
)
def test_what_is_not_understood_is_a_usage_error(ids: list[str], arguments: tuple[str, ...]) -> None:
    assert run("correct", ids[0], *arguments).exit_code == 2


def test_a_correction_of_nothing_is_refused(ids: list[str]) -> None:
    arguments = ("--speaker", "ines-duarte", "--reason", "x", "--yes")
    assert isinstance(run("correct", ids[0], *arguments).exception, Refused)


def test_a_correction_of_the_speaker_is_put_back(ids: list[str]) -> None:
    assert run("correct", ids[0], "--speaker", "otto-brandt", "--reason", "the tape", "--yes").exit_code == 0
    assert run("correct", ids[0], "--speaker", "ines-duarte", "--reason", "the wrong tape", "--yes").exit_code == 0
    assert shown(ids[0])["speakers"][0]["slug"] == "ines-duarte"  # type: ignore[index]


def test_a_date_is_taken_away(ids: list[str]) -> None:
    assert run("correct", ids[0], "--said-at", "2026-05", "--reason", "the tape", "--yes").exit_code == 0
    assert run("correct", ids[0], "--said-at", "", "--reason", "the wrong tape", "--yes").exit_code == 0
    nowhen = {"edtf": None, "precision": "unknown", "basis": "unknown", "text_as_printed": None}
    assert shown(ids[0])["said_at"] == nowhen


def test_a_withdrawn_quote_is_exported_by_its_class(ids: list[str]) -> None:
    arguments = ("--reason-class", "privacy", "--reason", "Ines Duarte asked", "--yes")
    assert run("withdraw", ids[0], *arguments).exit_code == 0
    exported = run("export").output
    assert "noon" not in exported
    assert '"reason":"privacy"' in exported
    assert "Duarte" not in exported
    assert run("search", "noon").stdout == ""
    assert "withdrawn" in str(run("withdraw", ids[0], *arguments).exception)
    assert run("doctor").exit_code == 0


def test_a_withdrawal_needs_a_class_that_is_known(ids: list[str]) -> None:
    assert run("withdraw", ids[0], "--reason", "x", "--yes").exit_code == 2
    assert run("withdraw", ids[0], "--reason", "x", "--reason-class", "whim", "--yes").exit_code == 2


def test_a_merged_quote_is_no_longer_found(ids: list[str]) -> None:
    assert run("merge", ids[1], ids[2], "--reason", "the same words", "--yes").exit_code == 0
    assert ids[1] not in run("search", "late").output
    assert shown(ids[1])["merged_into"] == ids[2]
    assert isinstance(run("merge", ids[2], ids[2], "--reason", "x", "--yes").exception, Refused)
    assert run("doctor").exit_code == 0


def test_a_withdrawal_is_undone(ids: list[str]) -> None:
    assert run("withdraw", ids[0], "--reason-class", "privacy", "--reason", "asked", "--yes").exit_code == 0
    assert run("search", "noon").stdout == ""
    done = run("reinstate", ids[0], "--reason", "asked again", "--yes")
    assert (done.exit_code, done.output.splitlines()[-1]) == (0, f"{ids[0]} reinstated: active")
    assert json.loads(run("search", "noon").output)["id"] == ids[0]


def test_a_merge_is_undone(ids: list[str]) -> None:
    assert run("merge", ids[1], ids[2], "--reason", "the same words", "--yes").exit_code == 0
    done = run("reinstate", ids[1], "--reason", "another evening", "--yes")
    assert (done.exit_code, done.output.splitlines()[-1]) == (0, f"{ids[1]} reinstated: active")
    assert ids[1] in run("search", "late").output
    assert run("doctor").exit_code == 0


def test_a_quote_is_marked_as_disputed_and_the_mark_is_cleared(ids: list[str]) -> None:
    done = run("dispute", ids[0], "--reason", "her office denies it", "--yes")
    assert (done.output.splitlines()[-1], shown(ids[0])["state"]) == (f"{ids[0]} is disputed: revision 2", "disputed")
    assert run("dispute", ids[0], "--clear", "--reason", "there is a tape", "--yes").exit_code == 0
    assert shown(ids[0])["state"] == "active"
