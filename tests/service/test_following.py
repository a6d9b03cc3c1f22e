"""What the index does not know yet is known of the record; while that cannot be asked, what was known before."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NoReturn

import pytest

from corpus.errors import RecordUnavailable
from corpus.record import Amendment, Record
from index import SearchRequest
from service.archive import Archive
from service.following import Following
from tests.service.invented import keep_articles

WHY = {"reason": "asked", "by": "An Editor"}
ALL = SearchRequest(limit=100)


@pytest.fixture
def archive(own_archive: Archive) -> Archive:
    """Its index never follows what a test does to the record."""
    keep_articles(own_archive.record)
    own_archive.synchronise()
    return own_archive


def lose(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """The record of the archive cannot be asked any more."""

    def refuse(record: Record, *_: object) -> NoReturn:
        raise RecordUnavailable("cannot be opened", where="here")

    for question in ("look", "sequence", "gone_since", "changed_since", "speaker", "quote"):
        monkeypatch.setattr(Record, question, refuse)


def some_quote(archive: Archive) -> str:
    return archive.finder.search(ALL).hits[0].id


def test_a_withdrawal_is_known_once_it_is_seen_whoever_saw_less_asks_again(archive: Archive) -> None:
    following, gone, before = Following(archive), some_quote(archive), archive.seen()
    assert not following.lag(before).is_any
    archive.record.withdraw(gone, reason_class="privacy", **WHY)
    after = archive.seen()
    for seen in (after, before, after):
        assert following.lag(seen).gone == {gone}


def test_an_answer_keeps_to_what_was_known_when_it_began(archive: Archive) -> None:
    following, corrected = Following(archive), some_quote(archive)
    archive.record.correct(corrected, Amendment(addressee="the lighthouse keeper"), **WHY)
    begun = following.lag(archive.seen())
    archive.synchronise()
    following.lag(archive.seen())
    assert b"the lighthouse keeper" in (following.newer(begun, corrected) or b"")


def test_without_the_record_the_index_answers_less_what_was_gone(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = some_quote(archive)
    archive.record.withdraw(gone, reason_class="privacy", **WHY)
    before, version = archive.finder.search(ALL), archive.finder.version()
    lose(archive, monkeypatch)
    after = archive.finder.search(ALL)
    assert [hit.id for hit in after.hits] == [hit.id for hit in before.hits]
    assert archive.finder.version() == version


def test_without_the_record_an_index_put_back_answers_too(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    saved, earlier = tmp_path / "saved", archive.index.state.sequence
    shutil.copytree(archive.index_folder, saved)
    archive.record.correct(some_quote(archive), Amendment(addressee="the lighthouse keeper"), **WHY)
    archive.synchronise()
    assert archive.finder.search(ALL).state.sequence > earlier
    lose(archive, monkeypatch)
    shutil.rmtree(archive.index_folder)
    shutil.copytree(saved, archive.index_folder)
    assert archive.finder.search(ALL).state.sequence == earlier
