"""Backup and restore: of a record in use, checked, all or nothing."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from corpus import migrate
from corpus.errors import RecordUnavailable
from corpus.record import Record
from tests.corpus.record.invented import FERRY, FERRY_CORRECTED, read


def ingest(record: Record, marked: str) -> None:
    article, quotations = read(marked)
    record.ingest(article, quotations, extractor_version="1")


@pytest.fixture
def copy(record: Record, tmp_path: Path) -> Path:
    """A backup of a record with one article."""
    ingest(record, FERRY)
    record.backup(tmp_path / "copy.db")
    return tmp_path / "copy.db"


def test_a_backup_is_the_whole_record_in_one_file(record: Record, copy: Path) -> None:
    ingest(record, FERRY_CORRECTED)
    Record.restore(copy, copy.with_name("elsewhere.db"))
    with Record.open(copy.with_name("elsewhere.db")) as restored:
        assert (restored.counts().articles, record.counts().articles) == (1, 2)
        assert list(restored.problems()) == []
        ingest(restored, FERRY_CORRECTED)
        assert list(restored.changes()) != []


def test_a_restored_record_takes_the_place_of_the_old_one(copy: Path, tmp_path: Path) -> None:
    with Record.open(tmp_path / "other.db") as other:
        migrate(other)
        other.load_bundle()
    Record.restore(copy, tmp_path / "other.db")
    with Record.open(tmp_path / "other.db") as other:
        assert [quote.quote.review.method for quote in other.changes()] == ["rule"] * 3
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


def test_a_backup_overwrites_nothing(record: Record, copy: Path) -> None:
    before = copy.read_bytes()
    with pytest.raises(RecordUnavailable, match="overwrites nothing"):
        record.backup(copy)
    assert copy.read_bytes() == before


def test_a_backup_goes_to_disks_that_know_no_second_names(
    record: Record, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As memory sticks and many shared folders are."""

    def refuse(*_names: Path) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)
    record.backup(copy.with_name("stick.db"))
    assert copy.with_name("stick.db").read_bytes() == copy.read_bytes()
    with pytest.raises(RecordUnavailable, match="overwrites nothing"):
        record.backup(copy)
    assert not list(copy.parent.glob(".*"))


TOO_LONG = "x" * 300  # a name at which one may not even look, as one in a closed folder is to all but root


def test_where_nobody_may_look_is_told(record: Record, copy: Path, tmp_path: Path) -> None:
    for refused in (
        lambda: record.backup(tmp_path / TOO_LONG),
        lambda: Record.restore(copy, tmp_path / TOO_LONG),
        lambda: Record.open(tmp_path / TOO_LONG).counts(),
        lambda: migrate(Record.open(tmp_path / TOO_LONG)),
    ):
        with pytest.raises(RecordUnavailable, match=TOO_LONG):
            refused()


def test_a_record_in_use_is_not_replaced(record: Record, copy: Path) -> None:
    ingest(record, FERRY_CORRECTED)
    with pytest.raises(RecordUnavailable, match="is in use"):
        Record.restore(copy, copy.with_name("record.db"))
    assert record.counts().articles == 2
    ingest(record, FERRY)


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_backup_is_refused_and_nothing_changed(record: Record, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "copy.db").write_bytes(content)
    with pytest.raises(RecordUnavailable, match="copy"):
        Record.restore(tmp_path / "copy.db", tmp_path / "new.db")
    assert not (tmp_path / "new.db").exists()


def test_a_backup_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordUnavailable, match="nowhere"):
        Record.restore(tmp_path / "nowhere.db", tmp_path / "new.db")
    assert list(tmp_path.iterdir()) == []


def test_a_backup_of_a_later_version_or_of_another_program_is_refused(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RecordUnavailable, match="later version"):
        Record.restore(copy, copy.with_name("new.db"))
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("DROP TABLE alembic_version")
    with pytest.raises(RecordUnavailable, match="no record of onrecord"):
        Record.restore(copy, copy.with_name("new.db"))
