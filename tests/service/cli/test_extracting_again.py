"""`onrecord extract --stored` as a person calls it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import extract_quotes, read_article
from corpus.errors import NotInRecord, RecordUnavailable
from corpus.extraction import EXTRACTOR_VERSION
from corpus.model import Article, Quotation, Segment
from corpus.record import Record
from service.config import Config
from tests.service.cli.calling import run

FERRY = "“The ferry sails at noon,” said harbour master Ines Duarte.\n\n“It always has,” she added.\n"
MARKET = "“The stalls are empty by ten,” said Tobias Renn.\n"


@pytest.fixture
def database(ready: Path) -> Path:
    return Path(Config.from_environment().database)


def keep(database: Path, text: str, quotations: Sequence[Quotation], version: str) -> str:
    """Keep an article as an older extractor read it; its id."""
    with Record.open(database) as record:
        return record.ingest(read_article(text), quotations, extractor_version=version).article_id


@pytest.fixture
def ferry(database: Path) -> str:
    """An article of which an older extractor found the first quotation alone."""
    return keep(database, FERRY, extract_quotes(FERRY)[:1], "1")


def test_what_is_missing_is_added_and_found(database: Path, ferry: str) -> None:
    with Record.open(database) as record:
        [first] = record.quotes_of(ferry)
    done = run("extract", "--stored")
    assert done.exit_code == 0, done.output
    assert (
        f"extractor {EXTRACTOR_VERSION}: 1 article read again; quotes: 1 added, 0 changed, 0 withdrawn" in done.output
    )
    with Record.open(database) as record:
        kept, added = record.quotes_of(ferry)
        assert list(record.problems()) == []
    assert (kept.id, kept.review.extractor_version) == (first.id, "1")
    assert added.review.extractor_version == EXTRACTOR_VERSION
    assert json.loads(run("search", '"always has"').output)["id"] == added.id


def test_what_is_no_longer_found_is_withdrawn_and_not_found(database: Path) -> None:
    [right] = extract_quotes(MARKET)
    keep(database, MARKET, [right, at(right, "said Tobias Renn")], "1")
    run("index")
    assert run("search", '"said Tobias"').output
    done = run("extract", "--stored", "--verbose")
    assert "0 added, 0 changed, 1 withdrawn, 1 as they were" in done.output
    [line] = [line for line in done.output.splitlines() if line.startswith("- q_")]
    assert line.endswith("“said Tobias Renn” — Tobias Renn")
    assert not run("search", '"said Tobias"').stdout
    assert run("doctor").exit_code == 0


def at(quotation: Quotation, words: str) -> Quotation:
    """The quotation as if `words` of MARKET had been its own."""
    start = MARKET.index(words)
    there = Segment(words, start, start + len(words), 0, "direct")
    return replace(quotation, segments=(there,), cue=None, mention=None, lead_in=None)


def test_a_dry_run_says_what_would_change_and_changes_nothing(database: Path, ferry: str) -> None:
    before = database.read_bytes()
    done = run("extract", "--stored", "--dry-run", "-v")
    assert done.exit_code == 0
    assert "1 added" in done.output
    assert "dry run" in done.output
    assert "“It always has,” — Ines Duarte" in done.output
    assert database.read_bytes() == before
    assert "1 added" in run("extract", "--stored").output


def test_what_this_extractor_has_read_is_passed_over_unless_again(database: Path, ferry: str) -> None:
    run("extract", "--stored")
    second = run("extract", "--stored")
    assert "0 articles read again" in second.output
    assert "1 article passed over: read by this extractor before" in second.output
    third = run("extract", "--stored", "--again")
    assert "1 article read again; quotes: 0 added, 0 changed, 0 withdrawn, 2 as they were" in third.output


def test_bundled_articles_without_text_are_passed_over_saying_so(database: Path) -> None:
    assert "passed over: bundled without their text" in run("extract", "--stored").output


def test_only_the_articles_asked_for(database: Path, ferry: str) -> None:
    market = keep(database, MARKET, [], "1")
    assert "1 article read again; quotes: 1 added" in run("extract", "--stored", market).output
    with Record.open(database) as record:
        assert len(record.quotes_of(ferry)) == 1


def test_an_unknown_article_is_named_before_anything_is_done(database: Path, ferry: str) -> None:
    done = run("extract", "--stored", ferry, "a_nowhere")
    assert isinstance(done.exception, NotInRecord)
    assert "a_nowhere" in str(done.exception)
    with Record.open(database) as record:
        assert len(record.quotes_of(ferry)) == 1


@pytest.mark.slow
def test_several_processes_find_the_same(database: Path, ferry: str) -> None:
    keep(database, MARKET, [], "1")
    assert "2 articles read again; quotes: 2 added" in run("extract", "--stored", "--jobs", "2").output


def test_an_article_that_cannot_be_kept_is_named_and_the_rest_is(
    database: Path, ferry: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    market = keep(database, MARKET, [], "1")

    def spoiled(article: Article, **_: object) -> list[Quotation]:
        found = extract_quotes(article)
        return [replace(found[0], segments=(Segment("x", 1, 2, 0, "direct"),))] if article.id == market else found

    monkeypatch.setattr("service.cli.reading.extract_quotes", spoiled)
    done = run("extract", "--stored")
    assert done.exit_code == 1
    assert market in done.stderr
    assert "1 article read again; quotes: 1 added" in done.stdout
    assert "1 article refused" in done.stdout


def test_what_was_kept_is_told_and_found_before_the_error_that_ended_it(
    database: Path, ferry: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(database, MARKET, [], "1")
    real, calls = Record.extract_again, []

    def failing(self: Record, *arguments: object, **options: object) -> object:
        calls.append(arguments)
        if len(calls) > 1:
            raise RecordUnavailable("the disk is full", where="record.db")
        return real(self, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Record, "extract_again", failing)
    stopped = run("extract", "--stored")
    assert isinstance(stopped.exception, RecordUnavailable)
    assert "1 article read again; quotes: 1 added" in stopped.stdout
    monkeypatch.undo()
    monkeypatch.setenv("ONRECORD_HOME", str(database.parent))
    assert run("search", "noon OR stalls").output
    resumed = run("extract", "--stored")
    assert "1 article read again; quotes: 1 added" in resumed.output
    assert "1 article passed over: read by this extractor before" in resumed.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("extract",), "PATHS"),
        (("extract", "nowhere.txt"), "nowhere.txt"),
        (("extract", "-", "--dry-run"), "--dry-run needs --stored"),
        (("extract", "-", "--jobs", "2"), "--jobs needs --stored"),
        (("extract", "--stored", "--jsonl"), "--jsonl cannot go with --stored"),
    ],
)
def test_what_does_not_go_together_is_named(arguments: tuple[str, ...], told: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert told in done.stderr
