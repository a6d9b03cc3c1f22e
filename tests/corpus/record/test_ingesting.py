"""The identity of articles and quotes: what stays, what is added, what is withdrawn, and what a person has settled."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.errors import InvalidQuote
from corpus.model import Quote, Review, Segment
from corpus.record import Ingested, Record
from tests.corpus.record.invented import FERRY, FERRY_CORRECTED, read, shifted

ADDRESS = "https://westport.example/ferry"


def ingest(record: Record, marked: str, *, version: str = "1", **facts: object) -> Ingested:
    article, quotations = read(marked, **facts)  # type: ignore[arg-type]
    return record.ingest(article, quotations, extractor_version=version)


def by_words(record: Record, done: Ingested) -> dict[str, Quote]:
    return {quote.text: quote for quote in record.quotes_of(done.article_id)}


def vouch(record: Record, quote: Quote, **changed: object) -> Quote:
    return record.revise(
        quote.id, kind="corrected", reason="asked", by="An Editor", change=lambda q: replace(q, **changed)
    )


def test_a_new_article(record: Record) -> None:
    done = ingest(record, FERRY, publisher="Westport Courier")
    assert (done.outcome, done.version, done.added, done.quotes) == ("new", 1, 3, 3)
    quotes = record.quotes_of(done.article_id)
    assert [quote.revision for quote in quotes] == [1, 1, 1]
    assert {quote.citation.article.publisher for quote in quotes} == {"Westport Courier"}
    assert {(quote.review.method, quote.review.extractor_version) for quote in quotes} == {("rule", "1")}


def test_the_same_again_changes_nothing(record: Record) -> None:
    first = ingest(record, FERRY)
    before = list(record.changes())
    again = ingest(record, FERRY)
    assert (again.outcome, again.added, again.kept, again.withdrawn) == ("unchanged", 0, 3, 0)
    assert again.article_id == first.article_id
    assert list(record.changes()) == before


def test_words_found_twice_are_one_quote(record: Record) -> None:
    article, quotations = read(FERRY)
    done = record.ingest(article, [*quotations, *quotations], extractor_version="1")
    assert done.added == 3


def test_new_text_at_the_same_address_is_a_new_version(record: Record) -> None:
    old = by_words(record, ingest(record, FERRY, url=ADDRESS))
    done = ingest(record, FERRY_CORRECTED, url=ADDRESS)
    new = by_words(record, done)
    ferry = "The ferry will sail again before the winter."
    assert (done.outcome, done.version, done.added, done.kept) == ("new_version", 2, 1, 1)
    assert new[ferry].id == old[ferry].id
    assert (new[ferry].revision, new[ferry].citation.article.version) == (2, 2)
    assert new[ferry].segments[0].start > old[ferry].segments[0].start


def test_words_gone_from_a_new_version_stand_against_the_old_one(record: Record) -> None:
    old = by_words(record, ingest(record, FERRY, url=ADDRESS))
    new = by_words(record, ingest(record, FERRY_CORRECTED, url=ADDRESS))
    gone = "Nobody has looked at the second engine yet."
    assert new[gone] == old[gone]
    assert new[gone].citation.article.version == 1


def test_words_that_come_back_are_the_same_quote(record: Record) -> None:
    first = by_words(record, ingest(record, FERRY, url=ADDRESS))
    ingest(record, FERRY_CORRECTED, url=ADDRESS)
    third = ingest(record, FERRY, url=ADDRESS)
    last = by_words(record, third)
    assert (third.outcome, third.version, third.added) == ("new_version", 3, 0)
    assert {text: quote.id for text, quote in first.items()}.items() <= {t: q.id for t, q in last.items()}.items()


def test_other_words_at_the_same_place_are_another_quote(record: Record) -> None:
    one = ingest(record, "“{Ada Morland|said|We sail on Monday.}”", url=ADDRESS)
    two = ingest(record, "“{Ada Morland|said|We sail on Sunday.}”", url=ADDRESS)
    assert (two.outcome, two.added) == ("new_version", 1)
    assert len({quote.id for quote in record.quotes_of(one.article_id)}) == 2


@pytest.mark.parametrize(
    ("by_start", "by_end", "same"),
    [(0, 0, True), (4, 0, True), (0, -8, True), (12, 0, False), (0, -20, False)],
)
def test_a_later_extractor_keeps_the_id_of_most_of_the_same_words(
    record: Record, by_start: int, by_end: int, same: bool
) -> None:
    article, quotations = read(FERRY)
    first = record.ingest(article, quotations, extractor_version="1")
    before = record.quotes_of(first.article_id)[0]
    moved = [shifted(quotations[0], article.text or "", by_start, by_end), *quotations[1:]]
    done = record.ingest(article, moved, extractor_version="2")
    assert (record.quote(before.id).state == "active") is same
    assert (done.added, done.withdrawn) == ((0, 0) if same else (1, 1))
    assert record.quote(before.id).revision == (1 if (by_start, by_end) == (0, 0) else 2)


def test_what_a_later_extractor_no_longer_finds_is_withdrawn_with_its_reason(record: Record) -> None:
    article, quotations = read(FERRY)
    gone = record.quotes_of(record.ingest(article, quotations, extractor_version="1").article_id)[2]
    done = record.ingest(article, quotations[:2], extractor_version="2")
    assert (done.outcome, done.withdrawn, done.quotes) == ("revised", 1, 2)
    assert record.quote(gone.id).state == "withdrawn"
    assert "extractor 2" in (record.revisions(gone.id)[-1].reason or "")
    back = record.ingest(article, quotations, extractor_version="3")
    assert (back.added, record.quote(gone.id).state) == (0, "active")


def test_what_a_person_vouched_for_is_neither_overwritten_nor_withdrawn(record: Record) -> None:
    article, quotations = read(FERRY)
    quote = record.quotes_of(record.ingest(article, quotations, extractor_version="1").article_id)[0]
    reviewed = vouch(record, quote, addressee="the council")
    changed = replace(quotations[0], addressee="reporters")
    record.ingest(article, [changed, *quotations[1:]], extractor_version="2")
    assert record.quote(quote.id) == reviewed
    record.ingest(article, quotations[1:], extractor_version="3")
    assert record.quote(quote.id) == reviewed


def test_what_a_person_withdrew_is_not_found_again(record: Record) -> None:
    article, quotations = read(FERRY)
    quote = record.quotes_of(record.ingest(article, quotations, extractor_version="1").article_id)[0]
    record.revise(
        quote.id, kind="withdrawn", reason="wrong", by="An Editor", change=lambda q: replace(q, state="withdrawn")
    )
    done = record.ingest(article, quotations, extractor_version="2")
    assert (done.added, record.quote(quote.id).state) == (0, "withdrawn")


@pytest.mark.parametrize("found", [True, False])
def test_a_reviewed_quote_moves_to_a_new_version_with_its_words(record: Record, found: bool) -> None:
    done = ingest(record, FERRY, url=ADDRESS)
    reviewed = vouch(record, record.quotes_of(done.article_id)[0], addressee="the council")
    article, quotations = read(FERRY_CORRECTED, url=ADDRESS)
    record.ingest(article, quotations if found else quotations[1:], extractor_version="1")
    moved = record.quote(reviewed.id)
    assert (moved.citation.article.version, moved.addressee, moved.review) == (2, "the council", reviewed.review)


def test_facts_given_later_reach_the_citations(record: Record) -> None:
    ingest(record, FERRY)
    done = ingest(record, FERRY, publisher="Westport Courier")
    assert (done.outcome, done.added, done.withdrawn) == ("revised", 0, 0)
    quotes = record.quotes_of(done.article_id)
    assert {(quote.revision, quote.citation.article.publisher) for quote in quotes} == {(2, "Westport Courier")}


def test_a_fact_given_later_is_no_missing_link(record: Record) -> None:
    article, quotations = read(FERRY)
    record.ingest(replace(article, missing_links=("publisher", "published_at")), quotations, extractor_version="1")
    told = ingest(record, FERRY, publisher="Westport Courier").article_id
    assert record.article(told).missing_links == ("published_at",)
    assert {quote.missing_links for quote in record.quotes_of(told)} == {("published_at",)}


def test_facts_left_out_later_are_not_forgotten(record: Record) -> None:
    ingest(record, FERRY, publisher="Westport Courier", retrieved_at="2026-03-04T08:00:00Z")
    assert ingest(record, FERRY, retrieved_at="2026-03-05T08:00:00Z").outcome == "unchanged"


def test_quotations_of_another_text_are_refused_and_nothing_is_kept(record: Record) -> None:
    article, quotations = read(FERRY)
    wrong = replace(quotations[1], segments=(Segment("not there", 3, 12, 0, "direct"),))
    with pytest.raises(InvalidQuote):
        record.ingest(article, [quotations[0], wrong], extractor_version="1")
    assert (record.counts().articles, record.counts().speakers, record.sequence()) == (0, 0, 0)


@pytest.mark.parametrize("text", [None, "another text", "\ud800"])
def test_an_article_without_its_text_is_refused(record: Record, text: str | None) -> None:
    article, _ = read(FERRY)
    with pytest.raises(InvalidQuote, match="text"):
        record.ingest(replace(article, text=text), [], extractor_version="1")


def test_revise_is_a_person_and_keeps_what_was(record: Record) -> None:
    quote = record.quotes_of(ingest(record, FERRY).article_id)[0]
    vouch(record, quote, state="corrected")
    history = record.revisions(quote.id)
    assert [(one.revision, one.kind, one.by) for one in history] == [
        (1, "added", "extractor 1"),
        (2, "corrected", "An Editor"),
    ]
    assert history[0].record == quote
    assert history[1].record.review == Review("human", "An Editor", history[1].at, "1")
    assert [(one.revision, one.reason) for one in history[1].record.corrections] == [(2, "asked")]


# ------------------------------------------------------------------------------------------------ facts told later

ADDRESS = "https://echo.example/ferry"


def test_an_address_told_later_completes_the_article(record: Record) -> None:
    first = record.ingest(*read(FERRY), extractor_version="1")
    before = {quote.id for quote in record.quotes_of(first.article_id)}
    told = record.ingest(*read(FERRY, url=ADDRESS, publisher="Westport Echo"), extractor_version="1")
    assert (told.outcome, told.article_id, told.added) == ("revised", first.article_id, 0)
    kept = record.article(first.article_id)
    assert (kept.url, kept.publisher) == (ADDRESS, "Westport Echo")
    assert {quote.id for quote in record.quotes_of(first.article_id)} == before
    assert record.counts().articles == 1
    for again in (read(FERRY), read(FERRY, url=ADDRESS)):
        assert record.ingest(*again, extractor_version="1").outcome == "unchanged"


def test_a_reading_without_the_address_finds_the_article(record: Record) -> None:
    first = record.ingest(*read(FERRY, url=ADDRESS), extractor_version="1")
    again = record.ingest(*read(FERRY), extractor_version="1")
    assert (again.outcome, again.article_id) == ("unchanged", first.article_id)
    assert record.article(first.article_id).url == ADDRESS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"url": ADDRESS}, {"url": "https://post.example/ferry"}),
        ({"publisher": "Westport Echo"}, {"publisher": "Holm Post", "url": ADDRESS}),
        ({"publisher": "Holm Post", "url": ADDRESS}, {"publisher": "Westport Echo"}),
    ],
)
def test_one_text_in_two_places_is_two_articles(record: Record, one: dict[str, str], other: dict[str, str]) -> None:
    for facts in (one, other):
        assert record.ingest(*read(FERRY, **facts), extractor_version="1").outcome == "new"  # type: ignore[arg-type]
    assert record.counts().articles == 2


def test_where_two_articles_may_be_meant_none_is(record: Record) -> None:
    for url in (ADDRESS, "https://post.example/ferry"):
        record.ingest(*read(FERRY, url=url), extractor_version="1")
    assert record.ingest(*read(FERRY), extractor_version="1").outcome == "new"
