"""Reading the record: quotes, articles, speakers, and the order of changes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from corpus.model import Original, PublishedAt, SaidAt, Speaker
from corpus.record import Counts, Record
from corpus.record import quotes as quotes_module
from corpus.record.writing import Writer
from tests.corpus.record.invented import FERRY, read


def ingest(record: Record, marked: str, said: str | None = None, **facts: object) -> str:
    article, quotations = read(marked, **facts)  # type: ignore[arg-type]
    dated = [replace(quotation, said_at=SaidAt(said)) for quotation in quotations]
    return record.ingest(article, dated, extractor_version="1").article_id


def words(number: int, speaker: str = "Ada Morland") -> str:
    return f"“{{{speaker}|said|This is statement number {number}.}}”"


def test_counts_and_sequence(record: Record) -> None:
    assert (record.counts(), record.sequence()) == (Counts(0, 0, 0), 0)
    ingest(record, FERRY)
    assert (record.counts(), record.sequence()) == (Counts(1, 3, 2), 3)


def test_quotes_of_an_article_are_in_text_order_and_have_its_words(record: Record) -> None:
    article_id = ingest(record, FERRY)
    quotes = record.quotes_of(article_id)
    text = record.article(article_id).text or ""
    assert [quote.segments[0].start for quote in quotes] == sorted(quote.segments[0].start for quote in quotes)
    assert all(text[one.start : one.end] == one.text for quote in quotes for one in quote.segments)
    assert [record.quote(quote.id) for quote in quotes] == quotes


# ------------------------------------------------------------------------------------------------ changes


def test_changes_come_by_rising_number_whatever_the_page(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotes_module, "PAGE", 2)
    for number in range(5):
        ingest(record, words(number))
    numbers = [change.seq for change in record.changes()]
    assert numbers == sorted(set(numbers))
    assert [change.seq for change in record.changes(numbers[2])] == numbers[3:]
    assert list(record.changes(record.sequence())) == []


def test_a_changed_quote_comes_last_with_its_speakers(record: Record) -> None:
    article_id = ingest(record, FERRY)
    first = record.quotes_of(article_id)[0]
    before = record.sequence()
    record.revise(
        first.id, kind="withdrawn", reason="x", by="An Editor", change=lambda q: replace(q, state="withdrawn")
    )
    [change] = record.changes(before)
    assert (change.quote.id, change.quote.state) == (first.id, "withdrawn")
    assert [speaker.slug for speaker in change.speakers] == ["ada-morland"]


def test_a_changed_speaker_marks_their_quotes_changed(record: Record) -> None:
    ingest(record, FERRY)
    before = record.sequence()
    with record._database.writing() as connection:
        Writer(connection, by="test").put_speaker(Speaker("ada-morland", "Ada Morland", "person", ("A. Morland",)))
    [change] = record.changes(before)
    assert [speaker.aliases for speaker in change.speakers] == [("A. Morland",)]
    assert change.quote.revision == 1


# ------------------------------------------------------------------------------------------------ articles


def test_articles_are_paged_by_id_and_filtered_by_publisher(record: Record) -> None:
    ids = sorted(ingest(record, words(number), publisher="Courier" if number % 2 else "Gazette") for number in range(5))
    first = record.articles(limit=3)
    rest = record.articles(after=first[-1].article.id, limit=3)
    assert [one.article.id for one in (*first, *rest)] == ids
    assert {(one.quotes, one.article.text) for one in (*first, *rest)} == {(1, None)}
    assert len(record.articles(publisher="Courier")) == 2


def test_copies_of_one_article_are_related(record: Record) -> None:
    address = "https://gazette.example/ferry"
    original = ingest(record, words(1), url=address)
    copy = ingest(record, words(2), url="https://blog.example/1", original=Original(url=address))
    other_copy = ingest(record, words(3), original=Original(url=address))
    same_text = ingest(record, words(1), url="https://mirror.example/ferry")
    ingest(record, words(4), url="https://gazette.example/other")
    assert {one.id for one in record.related_articles(original)} == {copy, other_copy, same_text}
    assert {one.id for one in record.related_articles(copy)} == {original, other_copy}
    assert {one.id for one in record.related_articles(same_text)} == {original}


# ------------------------------------------------------------------------------------------------ speakers


def test_speakers_are_found_by_any_part_of_any_name(record: Record) -> None:
    record.load_bundle()
    assert [one.speaker.slug for one in record.speakers(q="zakhar")] == ["maria-zakharova"]
    assert [one.speaker.slug for one in record.speakers(q="JOSEPH r")] == ["joe-biden"]
    assert record.speakers(q="%") == record.speakers(q="_") == []
    assert {one.speaker.kind for one in record.speakers(kind="organization")} == {"organization"}


def test_speakers_are_paged_by_slug(record: Record) -> None:
    record.load_bundle()
    everyone = [one.speaker.slug for one in record.speakers(limit=1000)]
    first = record.speakers(limit=4)
    assert everyone == sorted(everyone)
    assert [one.speaker.slug for one in record.speakers(after=first[-1].speaker.slug, limit=1000)] == everyone[4:]


def test_how_much_a_speaker_said_when(record: Record) -> None:
    ingest(record, words(1), said="2026-03-04")
    ingest(record, words(2), said="2026-03")
    ingest(record, words(3), published_at=PublishedAt("2026-05-01", "stated"))
    ingest(record, words(4))
    [ada] = record.speakers()
    assert (ada.quotes, ada.first, ada.last) == (4, "2026-03", "2026-05-01")
    assert record.speaker_timeline("ada-morland") == [("2026-03", 2), ("2026-05", 1)]


def test_the_register_is_the_records_and_follows_it(record: Record) -> None:
    assert record.register().get("ada-morland") is None
    ingest(record, FERRY)
    entry = record.register().get("ada-morland")
    assert entry == record.speaker("ada-morland")
    assert record.register() is record.register()


# ------------------------------------------------------------------------------------------------ threads


def test_threads_share_one_record(record: Record) -> None:
    made = [read(words(number)) for number in range(12)]

    def work(number: int) -> int:
        article, quotations = made[number]
        record.ingest(article, quotations, extractor_version="1")
        return sum(len(record.quotes_of(summary.article.id)) for summary in record.articles(limit=100))

    with ThreadPoolExecutor(4) as pool:
        seen = list(pool.map(work, range(12)))
    assert min(seen) >= 1
    assert record.counts() == Counts(12, 12, 1)
