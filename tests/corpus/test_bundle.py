"""The quotes that come with the project: what they may hold, and that their words stand where they say."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from corpus.extraction import EXTRACTOR_VERSION, extract_quotes
from corpus.model import Quote, Span
from corpus.reading import article_id, read_article
from corpus.record import Record
from corpus.record.bundle import BundledArticle, BundledQuote, read_bundle
from corpus.record.identity import quote_id
from corpus.speakers import Register

BUNDLE = list(read_bundle())
EVERY = [(article, quote) for article in BUNDLE for quote in article.quotes]
IDS = [quote.id for _, quote in EVERY]
INDIRECT_WORDS = 30
SELECTOR_CONTEXT = 32


@pytest.fixture
def record(empty_record: Path, tmp_path: Path) -> Iterator[Record]:
    with Record.open(shutil.copy(empty_record, tmp_path / "record.db")) as opened:
        opened.load_bundle()
        yield opened
        assert list(opened.problems()) == []


@pytest.fixture(scope="session")
def seeds(shared: Path) -> dict[str, str]:
    """The texts of the bundled articles, by their ids, where they are at hand."""
    texts = [path.read_bytes() for path in sorted((shared / "seeds").glob("*.txt"))]
    return {read_article(text).id: text.decode() for text in texts}


def test_it_holds_three_articles_and_every_id_once() -> None:
    assert len(BUNDLE) == 3
    assert len(set(IDS)) == len(IDS) == 23


def test_files_hold_no_key_that_is_not_read() -> None:
    folder = files("corpus").joinpath("data", "quotes")
    for file in folder.iterdir():
        keys = set(tomllib.loads(file.read_text(encoding="utf-8")))
        assert keys == set(BundledArticle.__dataclass_fields__) & keys | {"article", "quotes"}
        for quote in tomllib.loads(file.read_text(encoding="utf-8"))["quotes"]:
            assert set(quote) <= set(BundledQuote.__dataclass_fields__)


@pytest.mark.parametrize("bundled", BUNDLE, ids=lambda one: one.article.id)
def test_an_article_is_facts_without_text(bundled: BundledArticle) -> None:
    assert bundled.article.text is None
    assert bundled.article.id == article_id(bundled.article.sha256, bundled.article.url)


@pytest.mark.parametrize(("bundled", "quote"), EVERY, ids=IDS)
def test_nothing_of_the_article_but_the_words_and_32_characters_a_side(
    bundled: BundledArticle, quote: BundledQuote
) -> None:
    for segment in quote.segments:
        assert max(len(segment.prefix), len(segment.suffix)) <= SELECTOR_CONTEXT
        assert quote.type != "indirect" or len(segment.text.split()) <= INDIRECT_WORDS
    assert quote.lead_in is None or quote.lead_in.basis == "editor_note"
    assert quote.id == quote_id(bundled.article.id, 1, [Span(one.start, one.end) for one in quote.segments])


@pytest.mark.parametrize(("_bundled", "quote"), EVERY, ids=IDS)
def test_everybody_named_is_in_the_register(_bundled: BundledArticle, quote: BundledQuote) -> None:
    for speaker in quote.speakers:
        entry = Register.bundled().get(speaker.slug or "")
        assert (entry is None) == (speaker.kind == "anonymous")
        assert entry is None or (entry.name, entry.kind, entry.qid) == (speaker.name, speaker.kind, speaker.qid)


def test_a_fragment_never_stands_without_its_lead_in() -> None:
    assert {quote.id for _, quote in EVERY if quote.type == "partial" and quote.lead_in is None} == set()


def test_loading_keeps_every_quote_as_a_person_reviewed_it(record: Record) -> None:
    assert record.counts().quotes == len(IDS)
    quote = record.quote(IDS[0])
    assert (quote.review.method, quote.review.by, quote.context) == ("human", "onrecord editors", None)


def test_loading_again_changes_nothing(record: Record) -> None:
    before = list(record.changes())
    assert record.load_bundle().changed == 0
    assert list(record.changes()) == before


def test_loading_again_leaves_what_somebody_corrected_here(record: Record) -> None:
    reviewed = record.revise(IDS[0], kind="corrected", reason="asked", by="An Editor", change=lambda quote: quote)
    record.load_bundle()
    assert record.quote(IDS[0]) == reviewed


@pytest.mark.parametrize(("bundled", "quote"), EVERY, ids=IDS)
def test_its_words_stand_in_the_article(bundled: BundledArticle, quote: BundledQuote, seeds: dict[str, str]) -> None:
    text = seeds[bundled.article.id]
    assert len(text) == bundled.article.length
    for segment in quote.segments:
        assert text[segment.start : segment.end] == segment.text
        assert text[: segment.start].endswith(segment.prefix)
        assert text[segment.end :].startswith(segment.suffix)
    assert quote.cue is not None
    assert text[quote.cue.start : quote.cue.end] == quote.cue.text


def test_every_word_that_is_said_to_be_printed_is_printed(seeds: dict[str, str]) -> None:
    for bundled, quote in EVERY:
        printed = [quote.said_at.text_as_printed, quote.channel.venue, quote.channel.event, quote.addressee]
        printed += [step.evidence_text for step in (*quote.provenance, *bundled.article.provenance)]
        for speaker in quote.speakers:
            terms = speaker.anonymous.terms_as_printed if speaker.anonymous else None
            printed += [speaker.mention_as_printed, speaker.role_as_printed, terms]
        missing = [words for words in printed if words and words not in seeds[bundled.article.id]]
        assert missing == [], quote.id


def test_the_text_of_a_bundled_article_attaches_to_it(record: Record, seeds: dict[str, str]) -> None:
    for number, (known_as, text) in enumerate(seeds.items()):
        before = {quote.id: quote for quote in record.quotes_of(known_as)}
        address = f"https://copies.example/{number}"  # under which it would be another article, but for its text
        article = read_article(text, url=address)
        done = record.ingest(article, extract_quotes(article), extractor_version=EXTRACTOR_VERSION)
        assert (done.article_id, done.outcome, done.withdrawn) == (known_as, "attached", 0)
        after = {quote.id: quote for quote in record.quotes_of(known_as)}
        assert before.keys() <= after.keys()
        assert all(same_review(before[known], after[known]) for known in before)
        assert all(after[known].context is not None for known in before)
        again = record.ingest(article, extract_quotes(article), extractor_version=EXTRACTOR_VERSION)
        assert (again.article_id, again.outcome) == (known_as, "unchanged")
    assert record.load_bundle().changed == 0


def test_a_text_ingested_before_the_bundle_is_known_by_it(
    empty_record: Path, tmp_path: Path, seeds: dict[str, str]
) -> None:
    with Record.open(shutil.copy(empty_record, tmp_path / "early.db")) as record:
        for text in seeds.values():
            article = read_article(text)
            record.ingest(article, extract_quotes(article), extractor_version=EXTRACTOR_VERSION)
        assert record.load_bundle().changed == len(IDS)
        reviewed = [change.quote for change in record.changes() if change.quote.review.method == "human"]
        assert len(reviewed) == len(IDS)
        assert record.counts().articles == len(BUNDLE)
        assert list(record.problems()) == []


def same_review(before: Quote, after: Quote) -> bool:
    return (before.segments, before.speakers, before.review) == (after.segments, after.speakers, after.review)
