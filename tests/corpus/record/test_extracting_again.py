"""A better extractor over articles that are kept: ids stay, people's decisions stay, a trial keeps nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from corpus.errors import InvalidQuote, NotInRecord
from corpus.model import Article, Quotation, Segment
from corpus.record import Ingested, Record
from tests.corpus.record.invented import FERRY, FERRY_CORRECTED, read

ADDRESS = "https://courier.example/ferry"


def kept(record: Record, quotations: Sequence[Quotation] | None = None) -> tuple[Article, list[Quotation]]:
    """An article in the record, read by extractor 1, and the quotations that a good extractor finds."""
    article, found = read(FERRY, url=ADDRESS)
    record.ingest(article, found if quotations is None else quotations, extractor_version="1")
    return article, found


def cut(quotation: Quotation, by: int) -> Quotation:
    """The quotation without its last characters."""
    [segment] = quotation.segments
    text = segment.text[:-by]
    return replace(quotation, segments=(Segment(text, segment.start, segment.start + len(text), 1, "direct"),))


def again(record: Record, article: Article, quotations: Sequence[Quotation], *, trial: bool = False) -> Ingested:
    return record.extract_again(article, quotations, extractor_version="2", trial=trial)


def test_ids_are_kept_and_each_change_is_told(record: Record) -> None:
    article, found = kept(record)
    ids = [quote.id for quote in record.quotes_of(article.id)]
    done = again(record, article, [replace(found[0], addressee="the council"), found[1]])
    assert [quote.id for quote in record.quotes_of(article.id)] == ids[:2]
    assert [(one.kind, one.quote.id) for one in done.altered] == [("extracted", ids[0]), ("withdrawn", ids[2])]
    assert (done.outcome, done.added, done.kept, done.withdrawn) == ("revised", 0, 2, 1)
    assert record.quote(ids[0]).review.extractor_version == "2"
    assert record.quote(ids[1]).revision == 1


def test_a_trial_answers_the_same_and_keeps_nothing(record: Record) -> None:
    article, found = kept(record)
    before = (list(record.changes()), record.sequence(), record.stored_articles(), list(record.register()))
    tried = again(record, article, found[1:], trial=True)
    assert (list(record.changes()), record.sequence(), record.stored_articles(), list(record.register())) == before
    done = again(record, article, found[1:])
    assert [(one.kind, one.quote.id) for one in tried.altered] == [(one.kind, one.quote.id) for one in done.altered]


def test_the_article_notes_who_read_it_last(record: Record) -> None:
    article, found = kept(record)
    again(record, article, found)
    assert [(one.id, one.has_text, one.extractor_version) for one in record.stored_articles()] == [
        (article.id, True, "2")
    ]
    assert record.stored_articles(after=article.id) == []


def test_a_text_that_has_changed_meanwhile_is_left_alone(record: Record) -> None:
    article, found = kept(record)
    newer, quotations = read(FERRY_CORRECTED, url=ADDRESS)
    record.ingest(newer, quotations, extractor_version="2")
    before = list(record.changes())
    done = again(record, article, found)
    assert (done.outcome, done.version, list(record.changes())) == ("unchanged", 2, before)


def test_an_article_that_is_not_kept_is_refused(record: Record) -> None:
    article, found = read(FERRY)
    with pytest.raises(NotInRecord, match=article.id):
        again(record, article, found)


def test_what_does_not_fit_the_text_is_refused_and_the_rest_not_kept(record: Record) -> None:
    article, found = kept(record)
    before = list(record.changes())
    wrong = replace(found[1], segments=(Segment("not there", 3, 12, 0, "direct"),))
    with pytest.raises(InvalidQuote):
        again(record, article, [wrong])
    assert list(record.changes()) == before


@pytest.mark.parametrize("by", [12, 20])
def test_words_that_a_person_withdrew_do_not_come_back_cut_otherwise(record: Record, by: int) -> None:
    article, found = kept(record)
    gone = record.quotes_of(article.id)[0]
    record.withdraw(gone.id, reason_class="privacy", reason="she asked", by="An Editor")
    done = again(record, article, [cut(found[0], by), *found[1:]])
    assert (done.added, done.withdrawn, record.quote(gone.id).state) == (0, 0, "withdrawn")


def test_what_a_person_corrected_is_not_doubled_by_words_cut_otherwise(record: Record) -> None:
    article, found = kept(record)
    quote = record.quotes_of(article.id)[0]
    corrected = record.revise(
        quote.id, kind="corrected", reason="asked", by="An Editor", change=lambda one: replace(one, addressee="us")
    )
    done = again(record, article, [cut(found[0], 15), *found[1:]])
    assert (done.added, record.quote(quote.id)) == (0, corrected)


def test_words_within_those_that_a_person_corrected_are_a_quote_of_their_own(record: Record) -> None:
    article, found = kept(record)
    quote = record.quotes_of(article.id)[0]
    record.revise(
        quote.id, kind="corrected", reason="asked", by="An Editor", change=lambda one: replace(one, addressee="us")
    )
    done = again(record, article, [*found, cut(found[0], 30)])
    assert (done.added, len(record.quotes_of(article.id))) == (1, 4)
