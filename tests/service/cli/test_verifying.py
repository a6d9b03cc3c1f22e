"""`onrecord verify` and `check`, as a person calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html

from corpus.comparing import compare
from service.cli.verifying import difference
from service.verifying import diff
from tests.service.cli.calling import run

ARTICLE = "“The ferry sails at noon, and it always has,” said harbour master Ines Duarte.\n"
WORDS = "The ferry sails at noon"


@pytest.fixture(autouse=True)
def kept(ready: Path, tmp_path: Path) -> None:
    article = tmp_path / "ferry.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    assert run("ingest", str(article)).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "match", "status"),
    [
        ((WORDS,), "excerpt", 0),
        ((*WORDS.split(), "--speaker", "Duarte"), "excerpt", 0),
        ((WORDS, "--speaker", "Bo Ruiz"), "speaker_mismatch", 2),
        (("The ferry sails at one, and it always has", "--date", "2024"), "altered", 2),
        (("Nobody has seen a whale in this town",), "not_in_this_corpus", 0),
    ],
)
def test_a_quote_is_verified(arguments: tuple[str, ...], match: str, status: int) -> None:
    done = run("verify", *arguments)
    assert (json.loads(done.output)["match"], done.exit_code) == (match, status)


@pytest.mark.parametrize(
    ("recorded", "claimed", "shown"),
    [
        ("The pier stays.", "He told me, ‘The pier stays.’", "He told me, ‘The pier stays.’"),
        ("The pier will stay.", "The pier won’t stay.", "The pier will won’t stay."),
        ("We waited for nine years.", "We waited for nine [long] years.", "We waited for nine [long] years."),
        ("We waited for nine years.", "We waited nine years!", "We waited for nine years!"),
    ],
)
def test_a_difference_has_its_spaces(recorded: str, claimed: str, shown: str) -> None:
    assert difference(diff(recorded, claimed, compare(recorded, claimed))).plain == shown


def test_a_wrong_date_is_named() -> None:
    assert "'soon' is no date" in str(run("verify", WORDS, "--date", "soon").exception)


def test_a_draft_is_checked(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("“The ferry sails at noon,” said Duarte. “The ferry sails at one,” she added.\n", encoding="utf-8")
    done = run("check", str(draft))
    [line] = done.output.splitlines()
    assert [one["verdict"]["match"] for one in json.loads(line)["quotations"]] == ["excerpt", "altered"]
    assert done.exit_code == 2


def test_a_draft_from_standard_input() -> None:
    done = run("check", "-", given="Nothing is quoted here.\n")
    assert (json.loads(done.output)["quotations"], done.exit_code) == ([], 0)


def test_a_report_to_print_is_one_file_that_is_whole_without_us(tmp_path: Path) -> None:
    draft = tmp_path / "<draft>.txt"
    draft.write_text("“The ferry sails at one,” said Ines Duarte.\n\n“It <b>rained</b>,” said Bo Ruiz.\n", "utf-8")
    done = run("check", "--html", str(draft))
    page = html.fromstring(done.output)
    assert done.exit_code == 2
    assert [title.text for title in page.iter("h3")] == ["Worded otherwise", "Not in this corpus"]
    assert not [*page.iter("script"), *page.iter("link"), *page.iter("b")]
    assert all(address.startswith("http") for address in page.xpath("//a/@href"))
