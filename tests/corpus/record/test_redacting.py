"""Withdrawn words, and the name beside them, stand nowhere around their neighbours, whatever is read again."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest

from corpus.model import Quote
from corpus.record import Record
from tests.corpus.record.invented import read

ADDRESS = "https://gazette.example/quay"
QUAY = """The quay is shut

“{Ada Morland|said|The stones have moved by a foot.}” She heads the harbour office.
“{Nora Vance|said|My brother drank away the money.}” So “{Tom Okafor|said|It was never his money.}” at last.
“{Bo Lindqvist|said|We open in the spring.}” Nobody clapped.
"""
LATER = QUAY.replace("The quay is shut", "The quay is shut (corrected)").replace("Nobody clapped", "They clapped")
SECRETS = ("brother", "drank", "Vance")


def ingest(record: Record, marked: str = QUAY, version: str = "1") -> list[Quote]:
    article, quotations = read(marked, url=ADDRESS)
    return record.quotes_of(record.ingest(article, quotations, extractor_version=version).article_id)


@pytest.fixture
def left(record: Record) -> list[Quote]:
    """What is shown of the article once Nora Vance's words are withdrawn."""
    nora = ingest(record)[1]
    assert all(secret in served(record.quotes_of(nora.citation.article.id)) for secret in SECRETS)
    record.withdraw(nora.id, reason_class="privacy", reason="her brother asked", by="An Editor")
    return record.quotes_of(nora.citation.article.id)


def served(quotes: list[Quote]) -> str:
    return msgspec.json.encode(quotes).decode()


def test_neither_words_nor_name_are_left_around_the_others(left: list[Quote]) -> None:
    assert not [secret for secret in SECRETS if secret in served(left)]


def test_what_is_further_off_is_still_there(left: list[Quote]) -> None:
    ada, tom, bo = left
    assert ada.context and ada.context.before.startswith("The quay is shut")
    assert "heads the harbour office" in ada.context.after
    assert tom.context and (tom.context.before, tom.citation.selector.prefix) == ("", "")
    assert bo.context and "Nobody clapped" in bo.context.after


def test_what_was_merged_into_it_goes_too(record: Record) -> None:
    copied = "{Bo Lindqvist|said|We heard it.}\n{Nora Vance|said|My brother drank away the money.}\n"
    first, copy = ingest(record)[1], ingest_elsewhere(record, copied)
    record.merge(copy[1].id, first.id, reason="the same", by="An Editor")
    record.withdraw(first.id, reason_class="privacy", reason="her brother asked", by="An Editor")
    left = record.quotes_of(copy[1].citation.article.id)
    assert len(left) == 1
    assert not [secret for secret in SECRETS if secret in served(left)]


def ingest_elsewhere(record: Record, marked: str) -> list[Quote]:
    article, quotations = read(marked, url="https://blog.example/quay")
    return record.quotes_of(record.ingest(article, quotations, extractor_version="1").article_id)


def test_it_is_no_correction_of_the_others(record: Record, left: list[Quote]) -> None:
    assert [quote.corrections for quote in left] == [(), (), ()]
    assert {record.revisions(quote.id)[-1].kind for quote in left} == {"redacted"}


@pytest.mark.parametrize(("marked", "version"), [(QUAY, "1"), (QUAY, "2"), (LATER, "1"), (LATER, "2")])
def test_reading_again_brings_nothing_back(record: Record, left: list[Quote], marked: str, version: str) -> None:
    again = ingest(record, marked, version)
    assert len(again) == 3
    assert not [secret for secret in SECRETS if secret in served(again)]


def test_a_later_extractor_leaves_what_it_finds_the_same(record: Record, left: list[Quote]) -> None:
    ingest(record, QUAY, "2")
    assert [quote.revision for quote in record.quotes_of(left[0].citation.article.id)] == [2, 2, 2]


def test_what_an_extractor_no_longer_finds_is_no_secret(record: Record) -> None:
    first = ingest(record)
    article, quotations = read(QUAY, url=ADDRESS)
    record.ingest(article, [quotations[0], *quotations[2:]], extractor_version="2")
    assert record.quote(first[1].id).corrections[-1].reason_class == "no_longer_found"
    assert "brother" in served(record.quotes_of(first[0].citation.article.id))


def test_the_bundle_loaded_again_brings_nothing_back(record: Record) -> None:
    record.load_bundle()
    quotes = [quote for article in record.articles() for quote in record.quotes_of(article.article.id)]
    by_place = sorted(quotes, key=lambda quote: (quote.citation.article.id, quote.segments[0].start))
    gone = next(
        one
        for one, after in pairwise(by_place)
        if one.citation.article.id == after.citation.article.id and one.text[-20:] in after.citation.selector.prefix
    )
    ending = gone.text[-20:]
    record.withdraw(gone.id, reason_class="legal", reason="x", by="An Editor")
    record.load_bundle()
    kept = record.quotes_of(gone.citation.article.id)
    assert gone.id not in {quote.id for quote in kept}
    assert ending not in "".join(one.prefix + one.suffix for quote in kept for one in quote.citation.selectors)
