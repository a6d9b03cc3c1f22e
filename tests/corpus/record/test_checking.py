"""Doctor: each thing that can be wrong with a record, done to it once, and named."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.record import Record
from tests.corpus.record.invented import FERRY, read

ADA = "slug = 'ada-morland'"
FIRST = "id = (SELECT id FROM quotes ORDER BY start LIMIT 1)"
FIRST_REVISION = "quote_id = (SELECT id FROM quotes ORDER BY start LIMIT 1)"


@pytest.fixture
def damaged(empty_record: Path, tmp_path: Path) -> Iterator[Record]:
    """A record with one article, for the test to damage."""
    with Record.open(shutil.copy(empty_record, tmp_path / "damaged.db")) as opened:
        article, quotations = read(FERRY)
        opened.ingest(article, quotations, extractor_version="1")
        yield opened


def damage(record: Record, statement: str) -> None:
    with record._database.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        connection.rollback()
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute(statement)
        raw.execute("PRAGMA foreign_keys=ON")


def test_a_sound_record_has_no_problems(damaged: Record) -> None:
    assert list(damaged.problems()) == []


@pytest.mark.parametrize(
    ("statement", "where", "what"),
    [
        ("UPDATE articles SET text = text || '.'", "a_", "text:"),
        ("UPDATE articles SET text = NULL", "a_", "text: is missing"),
        ("UPDATE articles SET publisher = 'Other'", "a_", "columns"),
        (
            "UPDATE articles SET record = replace(record, 'relation\":\"unknown', 'relation\":\"republication')",
            "a_",
            "links",
        ),
        ("UPDATE articles SET record = replace(record, 'unknown', 'nonsense')", "a_", "record: cannot be read"),
        (f"UPDATE speakers SET record = '?' WHERE {ADA}", "ada-morland", "record: cannot be read"),
        ("UPDATE articles SET version = 2", "a_", "version: [2]"),
        (f"UPDATE quotes SET start = 1 WHERE {FIRST}", "q_", "segments[0]: is filed"),
        (f"UPDATE quotes SET state = 'withdrawn' WHERE {FIRST}", "q_", "columns"),
        (f"UPDATE quotes SET day = '2026' WHERE {FIRST}", "q_", "said_at"),
        (f"UPDATE quotes SET record = replace(record, 'winter', 'summer') WHERE {FIRST}", "q_", "segments[0]"),
        (f"UPDATE quotes SET record = '{{}}' WHERE {FIRST}", "q_", "record: cannot be read"),
        (f"UPDATE quotes SET seq = 99 WHERE {FIRST}", "quotes", "beyond the sequence"),
        (f"DELETE FROM revisions WHERE {FIRST_REVISION}", "q_", "revisions: []"),
        (f"UPDATE revisions SET record = replace(record, 'said', 'sang') WHERE {FIRST_REVISION}", "q_", "last one"),
        (f"DELETE FROM quote_speakers WHERE {FIRST_REVISION}", "q_", "speakers:"),
        (f"DELETE FROM speakers WHERE {ADA}", "speaker_names", "speakers that is not there"),
        (f"UPDATE speakers SET kind = 'organization' WHERE {ADA}", "ada-morland", "columns"),
        (f"UPDATE speaker_names SET name = 'bea' WHERE {ADA}", "ada-morland", "aliases"),
    ],
)
def test_each_damage_is_named(damaged: Record, statement: str, where: str, what: str) -> None:
    damage(damaged, statement)
    found = [(problem.where, problem.message) for problem in damaged.problems()]
    assert any(place.startswith(where) and what in message for place, message in found), found
