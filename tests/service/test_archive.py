"""The index follows the record, whatever became of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corpus import migrate
from corpus.errors import IndexUnavailable
from index import SearchRequest, search
from service.archive import Archive
from tests.service.invented import keep_articles


def indexed(archive: Archive) -> int:
    return search(archive.index, SearchRequest(limit=1)).total


def test_the_index_is_built_where_there_is_none(own_archive: Archive) -> None:
    keep_articles(own_archive.record)
    state = own_archive.synchronise()
    assert state.sequence == own_archive.record.sequence()
    assert indexed(own_archive) == own_archive.record.counts().quotes > 0


def test_what_changed_is_added(own_archive: Archive) -> None:
    before = own_archive.synchronise()
    keep_articles(own_archive.record)
    after = own_archive.synchronise()
    assert (before.quotes, before.generation) == (0, after.generation)
    assert after.quotes == own_archive.record.counts().quotes


def test_synchronising_twice_changes_nothing(own_archive: Archive) -> None:
    keep_articles(own_archive.record)
    assert own_archive.synchronise() == own_archive.synchronise()


def test_an_index_that_is_up_to_date_needs_no_folder_that_can_be_written(
    own_archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_articles(own_archive.record)
    state = own_archive.synchronise()

    def refuse(directory: Path, *_entries: object, **_sequence: object) -> None:
        raise IndexUnavailable("the index cannot be written: Read-only file system", where=str(directory))

    monkeypatch.setattr("service.archive.update", refuse)
    monkeypatch.setattr("service.archive.build", refuse)
    assert own_archive.synchronise() == state


def test_a_rebuild_makes_a_new_generation(own_archive: Archive) -> None:
    keep_articles(own_archive.record)
    before = own_archive.synchronise()
    after = own_archive.synchronise(rebuild=True)
    assert (after.generation, after.quotes) != (before.generation, 0)


def test_a_damaged_index_is_built_anew(own_archive: Archive) -> None:
    keep_articles(own_archive.record)
    own_archive.synchronise()
    for file in own_archive.index_folder.rglob("*"):
        if file.is_file() and file.parent != own_archive.index_folder:
            file.write_bytes(file.read_bytes()[:10])
    own_archive.synchronise()
    assert indexed(own_archive) == own_archive.record.counts().quotes


def test_payloads_of_another_shape_are_not_served(own_archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after an upgrade that gave the record another field."""
    keep_articles(own_archive.record)
    own_archive.synchronise()
    monkeypatch.setattr("service.archive.PAYLOAD_SHAPE", "shape-of-tomorrow")
    with Archive(own_archive.config) as upgraded:
        with pytest.raises(IndexUnavailable):
            indexed(upgraded)
        upgraded.synchronise()
        assert indexed(upgraded) == upgraded.record.counts().quotes
        assert [folder.name for folder in upgraded.config.index_folder.iterdir()] == ["shape-of-tomorrow"]


def test_an_index_ahead_of_its_record_is_built_anew(own_archive: Archive) -> None:
    """As after a backup was put back without `onrecord restore`."""
    keep_articles(own_archive.record)
    own_archive.synchronise()
    own_archive.close()
    (own_archive.config.home / "onrecord.sqlite").unlink()
    for rest in own_archive.config.home.glob("onrecord.sqlite-*"):
        rest.unlink()
    migrate(own_archive.record)
    assert own_archive.synchronise().quotes == 0


def test_a_worker_that_notices_lag_mends_it(own_archive: Archive) -> None:
    own_archive.synchronise()
    keep_articles(own_archive.record)
    own_archive.keep_up()
    assert own_archive._mending is not None
    own_archive._mending.join()
    assert indexed(own_archive) == own_archive.record.counts().quotes


def test_a_worker_that_notices_nothing_does_nothing(own_archive: Archive) -> None:
    own_archive.synchronise()
    own_archive.keep_up()
    assert own_archive._mending is None


def test_doctor_finds_nothing_in_a_whole_archive(own_archive: Archive) -> None:
    keep_articles(own_archive.record)
    own_archive.synchronise()
    assert list(own_archive.problems()) == []


def test_doctor_names_a_missing_index(own_archive: Archive) -> None:
    keep_articles(own_archive.record)
    own_archive.synchronise()
    shutil.rmtree(own_archive.index_folder)
    own_archive.close()
    assert any(problem.startswith("index: ") for problem in own_archive.problems())


def test_doctor_names_an_index_that_lags(own_archive: Archive) -> None:
    own_archive.synchronise()
    keep_articles(own_archive.record)
    assert any("run `onrecord index`" in problem for problem in own_archive.problems())
