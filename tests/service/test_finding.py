"""Searches while the index is behind the record, and for speakers who have another slug by now, or none."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from corpus.model import Quote
from corpus.record import Amendment, Record
from index import SearchRequest
from service.archive import Archive
from tests.service.invented import keep_articles

WHY = {"reason": "asked", "by": "An Editor"}


@pytest.fixture
def archive(own_archive: Archive) -> Archive:
    """Its index never follows what a test does to the record."""
    keep_articles(own_archive.record)
    own_archive.synchronise()
    return own_archive


def ids(archive: Archive, **asked: object) -> set[str]:
    return {hit.id for hit in archive.finder.search(replace(SearchRequest(limit=100), **asked)).hits}  # type: ignore[arg-type]


def test_what_is_withdrawn_is_neither_found_nor_counted(archive: Archive) -> None:
    request = SearchRequest(limit=100, facets=("type",))
    before = archive.finder.search(request)
    gone = before.hits[0].id
    archive.record.withdraw(gone, reason_class="privacy", **WHY)
    after = archive.finder.search(request)
    assert (after.total, gone in {hit.id for hit in after.hits}) == (before.total - 1, False)
    assert sum(one.count for one in after.facets["type"]) == sum(one.count for one in before.facets["type"]) - 1


def test_what_is_merged_is_found_as_what_it_is_part_of(archive: Archive) -> None:
    one, other = sorted(ids(archive))[:2]
    archive.record.merge(one, other, **WHY)
    assert ids(archive) & {one, other} == {other}


def test_pages_stay_whole(archive: Archive) -> None:
    first = archive.finder.search(SearchRequest(limit=1))
    archive.record.withdraw(first.hits[0].id, reason_class="privacy", **WHY)
    left, cursor = set[str](), None
    while True:
        page = archive.finder.search(SearchRequest(limit=1, cursor=cursor))
        left |= {hit.id for hit in page.hits}
        cursor = page.next_cursor
        if cursor is None:
            break
    assert (left, len(left)) == (ids(archive), page.total)


def test_what_is_corrected_is_served_as_it_is_now(archive: Archive) -> None:
    quote_id = min(ids(archive))
    archive.record.correct(quote_id, Amendment(addressee="the lighthouse keeper"), **WHY)
    hits = archive.finder.search(SearchRequest(limit=100)).hits
    served = next(msgspec.json.decode(hit.payload, type=Quote) for hit in hits if hit.id == quote_id)
    assert served.addressee == "the lighthouse keeper"


def test_an_answer_has_another_version_once_the_record_has_moved(archive: Archive) -> None:
    before = archive.finder.version()
    archive.record.dispute(min(ids(archive)), **WHY)
    behind = archive.finder.version()
    archive.synchronise()
    assert len({before, behind, archive.finder.version()}) == 3


def test_a_merged_speaker_is_looked_for_as_the_one_they_are_part_of(archive: Archive) -> None:
    gone, stays = [one.speaker for one in archive.record.speakers(kind="person")][:2]
    both = ids(archive, speaker=(gone.slug, stays.slug))
    archive.record.merge_speakers(gone.slug, stays.slug, **WHY)
    archive.synchronise()
    assert ids(archive, speaker=(gone.slug,)) == ids(archive, speaker=(stays.slug,)) == both


def test_what_is_like_a_merged_quote_is_like_the_one_it_is_part_of(archive: Archive) -> None:
    one, other = sorted(ids(archive))[:2]
    archive.record.merge(one, other, **WHY)
    alike = ids(archive, like=one)
    assert alike == ids(archive, like=other)
    assert not alike & {one, other}


def test_a_slug_that_nobody_has_is_warned_about(archive: Archive) -> None:
    answer = archive.finder.search(SearchRequest(speaker=("nobody-at-all",)))
    assert (answer.total, answer.warnings) == (0, ("no speaker has the slug or Wikidata id “nobody-at-all”",))


def test_the_version_of_a_search_for_speakers_says_where_they_lead(archive: Archive) -> None:
    gone, stays = [one.speaker.slug for one in archive.record.speakers(kind="person")][:2]
    plain, before = archive.finder.version(), archive.finder.version([gone, "nobody-at-all"])
    assert before == f"{plain} {gone}={gone} nobody-at-all=None"
    archive.record.merge_speakers(gone, stays, **WHY)
    assert archive.finder.version([gone]).endswith(f" {gone}={stays}")


def test_a_quiet_record_is_read_once(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.finder.search(SearchRequest())
    monkeypatch.setattr(Record, "gone_since", None)  # a call of it would raise
    monkeypatch.setattr("corpus.record.quotes.counter", None)
    assert archive.finder.search(SearchRequest()).total
