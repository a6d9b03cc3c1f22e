"""A quote tells the office that its speaker held when it was said, whatever they are now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.model import Quote, Role, SaidAt, Speaker
from corpus.record import Amendment, Record
from corpus.record.amending import dated
from corpus.record.offices import with_offices
from tests.corpus.record.invented import FERRY, read

MAYOR = Role("Mayor of Holm", since="2019-05-01", until="2022-05-01")
MINISTER = Role("Minister of Harbours", since="2022-05-01")
ADA = Speaker("ada-morland", "Ada Morland", "person", roles=(MAYOR, MINISTER))


@pytest.fixture
def quote(record: Record) -> Quote:
    article, quotations = read(FERRY, url="https://gazette.example/ferry")
    done = record.ingest(article, quotations, extractor_version="1")
    return record.quotes_of(done.article_id)[0]


@pytest.mark.parametrize(
    ("edtf", "office"),
    [
        ("2021-03-04", "Mayor of Holm"),
        ("2023-03-04", "Minister of Harbours"),
        ("2021", "Mayor of Holm"),
        ("2020-21", "Mayor of Holm"),
        ("2022", None),
        ("2021-12/2022-06", None),
        ("2018-01-01", None),
    ],
)
def test_the_office_of_that_day(quote: Quote, edtf: str, office: str | None) -> None:
    said = replace(quote, said_at=SaidAt(edtf, "day"))
    assert with_offices(said, {"ada-morland": ADA}).speakers[0].role_then == office


def test_undated_words_tell_the_office_of_the_day_of_publication(quote: Quote) -> None:
    article = replace(
        quote.citation.article, published_at=replace(quote.citation.article.published_at, edtf="2021-03-04")
    )
    undated = replace(quote, said_at=SaidAt(), citation=replace(quote.citation, article=article))
    assert with_offices(undated, {"ada-morland": ADA}).speakers[0].role_then == "Mayor of Holm"


def test_it_is_told_wherever_the_quote_is_and_kept_nowhere(record: Record, quote: Quote) -> None:
    record.load_bundle()
    biden, day = record.speaker("joe-biden"), dated("2012-10-11")
    record.correct(quote.id, Amendment(speakers=(biden,), said_at=day), reason="the tape", by="An Editor")
    then = "Vice President of the United States"
    assert record.quote(quote.id).speakers[0].role_then == then
    changed = next(one.quote for one in record.changes() if one.quote.id == quote.id)
    assert changed.speakers[0].role_then == then
    assert record.revisions(quote.id)[-1].record.speakers[0].role_then is None
    assert list(record.problems()) == []
