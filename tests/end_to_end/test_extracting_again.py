"""A better extractor over a running archive: ids are kept, revisions added, what is gone answers 410; and a run that is
killed goes on where it was."""

from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import replace

import pytest

from corpus import extract_quotes, read_article
from corpus.model import Attribution, Quotation, Quote, Segment
from corpus.record import Record
from service.config import Config
from tests.end_to_end.conftest import Running

pytestmark = pytest.mark.slow

ARTICLES = 50
WRONG = "Report"


def text_of(number: int) -> str:
    return f"""Report {number}

“Pier number {number} will be rebuilt with granite from the north,” said engineer Ada Morland. “It takes a year.”

The pier had been closed since the spring. Mayor Tom Okafor said the town would pay for it.
"""


def badly_read(text: str) -> list[Quotation]:
    """What a worse extractor finds: the engineer's words given to nobody, a heading as words of hers, no mayor."""
    engineer = extract_quotes(text)[0]
    heading = replace(engineer, segments=(Segment(WRONG, 0, len(WRONG), 0, "direct"),), cue=None, mention=None)
    return [heading, replace(engineer, speakers=(), mention=None, attribution=Attribution())]


@pytest.fixture
def archive(own_service: Running) -> Record:
    """The record of a running service, all of it read by a worse extractor; the index follows when next asked to."""
    record = Record.open(Config.from_environment(own_service.environment).database)
    for number in range(ARTICLES):
        article = read_article(text_of(number), title=f"Report {number}")
        record.ingest(article, badly_read(text_of(number)), extractor_version="1")
    assert own_service.onrecord("index").returncode == 0
    return record


def states_of(record: Record) -> dict[str, Quote]:
    return {change.quote.id: change.quote for change in record.changes() if change.quote.review.method == "rule"}


def test_killed_at_any_moment_it_goes_on_where_it_was(own_service: Running, archive: Record) -> None:
    before = states_of(archive)
    command = [sys.executable, "-m", "service", "extract", "--stored", "--verbose"]
    for lines in (1, 40):
        running = subprocess.Popen(
            command, cwd=own_service.root, env=own_service.environment, stdout=subprocess.PIPE, text=True
        )
        assert running.stdout is not None
        for _ in range(lines):
            running.stdout.readline()
        running.send_signal(signal.SIGKILL)
        running.wait()
    done = own_service.onrecord("extract", "--stored")
    assert done.returncode == 0, done.stderr
    assert f"{ARTICLES} articles read again" not in done.stdout
    after = states_of(archive)
    assert before.keys() < after.keys()
    assert {after[one].state for one in before if before[one].text == WRONG} == {"withdrawn"}
    right = [after[one] for one in before if before[one].text != WRONG]
    assert {(one.state, one.revision, one.speakers[0].name) for one in right} == {("active", 2, "Ada Morland")}
    assert own_service.onrecord("doctor").returncode == 0
    assert "0 articles read again" in own_service.onrecord("extract", "--stored").stdout


def test_what_the_service_answers_afterwards(own_service: Running, archive: Record) -> None:
    before = {quote.text == WRONG: quote.id for quote in archive.quotes_of(read_article(text_of(7)).id)}
    assert own_service.get("/v1/quotes", q="granite", speaker="ada-morland").json()["total"] == 0
    assert own_service.onrecord("extract", "--stored").returncode == 0
    gone = own_service.get(f"/v1/quotes/{before[True]}")
    assert (gone.status_code, "no_longer_found" in gone.text) == (410, True)
    kept = own_service.get(f"/v1/quotes/{before[False]}").json()
    assert [speaker["name"] for speaker in kept["speakers"]] == ["Ada Morland"]
    assert [(one["revision"], one["kind"]) for one in kept["corrections"]] == [(2, "extracted")]
    assert own_service.get("/v1/quotes", q="granite", speaker="ada-morland").json()["total"] == ARTICLES
    assert own_service.get("/v1/quotes", q='"town would pay"').json()["total"] == ARTICLES
