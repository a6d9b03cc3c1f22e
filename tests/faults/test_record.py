"""What can happen to a database: killed writers, two at once, locks, full disks, damage. Nothing reported is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from corpus import migrate
from corpus.errors import NotInRecord, RecordUnavailable
from corpus.record import Record
from tests.corpus.record.invented import FERRY, FERRY_CORRECTED, read

HERE = "tests.faults.ingesting_forever"


@pytest.fixture
def location(empty_record: Path, tmp_path: Path) -> Path:
    """The path of a record with one article, closed."""
    with Record.open(shutil.copy(empty_record, tmp_path / "record.db")) as record:
        ingest(record, FERRY)
    return tmp_path / "record.db"


def ingest(record: Record, marked: str) -> str:
    article, quotations = read(marked)
    return record.ingest(article, quotations, extractor_version="1").article_id


def start(root: Path, location: Path, last: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", HERE, str(location), str(last)]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True)


def raw(location: Path) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(location, isolation_level=None))


# ------------------------------------------------------------------------------------------------ processes


@pytest.mark.slow
@pytest.mark.parametrize("lines", [1, 2, 5, 11, 23])
def test_killed_at_any_moment_everything_reported_is_kept(root: Path, tmp_path: Path, lines: int) -> None:
    running = start(root, tmp_path / "record.db")
    assert running.stdout is not None
    reported = [running.stdout.readline().strip() for _ in range(lines)]
    running.kill()  # somewhere in the next article
    reported += running.stdout.read().split()
    running.wait()
    with Record.open(tmp_path / "record.db") as record:
        assert list(record.problems()) == []
        assert all(len(record.quotes_of(article_id)) == 2 for article_id in reported)
        assert record.counts().quotes == 2 * record.counts().articles


@pytest.mark.slow
def test_killed_while_it_is_set_up(root: Path, tmp_path: Path) -> None:
    for _ in range(3):
        running = start(root, tmp_path / "record.db")
        while not (tmp_path / "record.db").exists():
            assert running.poll() is None
        running.kill()
        running.wait()
    with Record.open(tmp_path / "record.db") as record:
        migrate(record)
        assert list(record.problems()) == []


@pytest.mark.slow
def test_two_at_once_keep_every_article_once(root: Path, tmp_path: Path) -> None:
    running = [start(root, tmp_path / "record.db", last=25) for _ in range(3)]
    reported = [set(one.communicate()[0].split()) for one in running]
    assert [one.returncode for one in running] == [0, 0, 0]
    assert reported[0] == reported[1] == reported[2]
    with Record.open(tmp_path / "record.db") as record:
        assert (record.counts().articles, record.counts().quotes) == (25, 50)
        assert {change.quote.revision for change in record.changes()} == {1}
        assert list(record.problems()) == []


# ------------------------------------------------------------------------------------------------ locks and permissions


def test_a_locked_record_says_so_and_is_read_meanwhile(location: Path) -> None:
    with Record.open(location, patience=0.05) as record, raw(location) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordUnavailable, match=r"record\.db: is locked by another process"):
            ingest(record, FERRY_CORRECTED)
        assert record.counts().articles == 1
        other.execute("ROLLBACK")
        ingest(record, FERRY_CORRECTED)
        assert record.counts().articles == 2


def test_the_record_is_for_its_owner_alone(tmp_path: Path) -> None:
    with Record.open(tmp_path / "made" / "for it" / "record.db") as record:
        migrate(record)
    made = tmp_path / "made" / "for it"
    assert stat.S_IMODE(made.stat().st_mode) == stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE((made / "record.db").stat().st_mode) == 0o600


@pytest.fixture
def nobodys(location: Path) -> Iterator[Path]:
    """A copy of the record that another user can read and not write."""
    if os.geteuid() != 0:
        pytest.skip("needs root, to run as another user")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "record.db"
        shutil.copy(location, copy)
        copy.chmod(0o644)
        Path(folder).chmod(0o755)
        yield copy


def test_a_read_only_record_says_so(nobodys: Path) -> None:
    child = os.fork()
    if child == 0:  # the other user: nothing but system calls and an exit status from here
        os.setuid(65534)
        try:
            with Record.open(nobodys) as record:
                ingest(record, FERRY_CORRECTED)
        except RecordUnavailable:
            os._exit(7)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7


# ------------------------------------------------------------------------------------------------ full disk


def test_a_full_disk_says_so_and_keeps_what_was(location: Path) -> None:
    with Record.open(location) as record:
        event.listen(record._database.engine, "connect", lambda raw, _: raw.execute("PRAGMA max_page_count=1"))
        record._database.engine.dispose()
        before = list(record.changes())
        long = FERRY_CORRECTED + "Nothing more is known of it. " * 5000
        with pytest.raises(RecordUnavailable, match="the disk is full"):
            ingest(record, long)
        assert list(record.changes()) == before
        assert list(record.problems()) == []


def test_a_backup_to_a_folder_that_is_not_there_leaves_nothing(location: Path) -> None:
    with Record.open(location) as record, pytest.raises(RecordUnavailable, match="cannot be written"):
        record.backup(location.parent / "nowhere" / "copy.db")


# ------------------------------------------------------------------------------------------------ what is no record


def test_a_record_that_is_not_there_is_named_and_not_made(tmp_path: Path) -> None:
    with Record.open(tmp_path / "record.db") as record, pytest.raises(RecordUnavailable, match=r"record\.db"):
        record.counts()
    assert list(tmp_path.iterdir()) == []


def test_a_record_that_was_never_set_up_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "record.db").touch()
    with Record.open(tmp_path / "record.db") as record, pytest.raises(RecordUnavailable, match="onrecord init"):
        record.counts()


@pytest.mark.parametrize(
    "content", [b"not a database, but long enough to be taken for one. " * 100, b"SQLite format 3\0"]
)
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "record.db").write_bytes(content)
    with pytest.raises(RecordUnavailable, match=r"record\.db"), Record.open(tmp_path / "record.db") as record:
        migrate(record)
    assert (tmp_path / "record.db").read_bytes() == content


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordUnavailable, match="cannot be opened"):
        Record.open(tmp_path)


@pytest.mark.parametrize("location", ["nonsense://host/db", "sqlite://", "sqlite:///:memory:", "://"])
def test_a_location_that_is_no_database_is_refused(location: str) -> None:
    with pytest.raises(RecordUnavailable):
        Record.open(location)


def test_a_record_of_a_later_version_is_left_alone(location: Path) -> None:
    with raw(location) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RecordUnavailable, match="later version"):
        Record.open(location)


def test_damage_is_named_and_the_record_comes_back_from_its_backup(location: Path, tmp_path: Path) -> None:
    with Record.open(location) as record:
        record.backup(tmp_path / "copy.db")
    damaged = bytearray(location.read_bytes())
    for page in range(1, len(damaged) // 4096):
        damaged[page * 4096 : page * 4096 + 100] = b"\xff" * 100
    location.write_bytes(damaged)
    with pytest.raises(RecordUnavailable, match="damaged"), Record.open(location) as record:
        record.counts()
    Record.restore(tmp_path / "copy.db", location)
    with Record.open(location) as record:
        assert record.counts().quotes == 3
        assert list(record.problems()) == []


def test_doctor_names_damage(location: Path) -> None:
    with Record.open(location) as record:
        with raw(location) as connection:
            [(page,)] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'quotes'")
        damaged = bytearray(location.read_bytes())
        damaged[(page - 1) * 4096 : (page - 1) * 4096 + 100] = b"\xff" * 100
        location.write_bytes(damaged)
        assert list(record.problems()) != []


def test_an_unknown_id_is_not_in_the_record(location: Path) -> None:
    with Record.open(location) as record:
        for ask in (record.quote, record.article, record.speaker, record.revisions, record.related_articles):
            with pytest.raises(NotInRecord, match="nobody"):
                ask("nobody")
