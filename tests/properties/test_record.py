"""Whatever articles come in whatever order, by whatever extractor: the record is sound and forgets nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import migrate
from corpus.model import Quote, Span
from corpus.record import Record
from corpus.record.identity import overlap, same_by_spans
from tests.corpus.record.invented import read
from tests.corpus.record.kept import kept
from tests.corpus.record.test_identity import quotation

SPEAKERS = ("Ada Morland", "Tom Okafor", "an engineer", "a second engineer")
STATEMENTS = (
    "The ferry will sail.",
    "We pay.",
    "Nobody asked us, “ever”.",
    "Zürich – Genève: 3 h…",
    "😀 is what I said.",
)
ADDRESSES = (None, "https://westport.example/1", "https://westport.example/2")

quoted = st.tuples(st.sampled_from(SPEAKERS), st.sampled_from(STATEMENTS)).map(
    lambda one: f"“{{{one[0]}|said|{one[1]}}}”"
)
prose = st.sampled_from(["\n", "A paragraph.\n\n", "So it was learnt. ", "\u2028", "é"])
articles = st.lists(st.one_of(quoted, prose), min_size=1, max_size=8).map("".join)
ingests = st.lists(
    st.tuples(articles, st.sampled_from(ADDRESSES), st.sampled_from(["1", "2"]), st.booleans()), min_size=1, max_size=6
)
spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda one: (one[0], one[0] + one[1])), max_size=8
)


@pytest.mark.slow
@settings(max_examples=40)
@given(ingests)
def test_any_order_of_ingests_leaves_a_sound_record(work: list[tuple[str, str | None, str, bool]]) -> None:
    with TemporaryDirectory() as folder, Record.open(Path(folder) / "record.db") as record:
        migrate(record)
        known: set[str] = set()
        for marked, address, version, whole in work:
            article, quotations = read(marked, url=address)
            found = quotations if whole else quotations[::2]
            done = record.ingest(article, found, extractor_version=version)
            again = record.ingest(article, found, extractor_version=version)
            assert again.outcome == "unchanged"
            assert done.quotes == again.quotes <= len(record.quotes_of(done.article_id))
            now = {change.quote.id for change in record.changes()}
            assert known <= now
            known = now
        assert list(record.problems()) == []
        for change in record.changes():
            history = record.revisions(change.quote.id)
            assert [one.revision for one in history] == list(range(1, change.quote.revision + 1))
            assert without_cluster(history[-1].record) == without_cluster(change.quote)


def without_cluster(quote: Quote) -> Quote:
    """What a revision keeps: in which cluster a quote is follows from all the others, and changes with them."""
    return replace(quote, cluster=None)


@given(spans, spans)
def test_the_same_quotation_is_found_once_and_only_where_it_overlaps(
    stored: list[tuple[int, int]], found: list[tuple[int, int]]
) -> None:
    quotes = [kept(quotation(span), id=f"q_{number}") for number, span in enumerate(stored)]
    same = same_by_spans(quotes, [quotation(span) for span in found])
    assert len({quote.id for quote in same.values()}) == len(same)
    for number, quote in same.items():
        segment = quote.segments[0]
        assert overlap([Span(segment.start, segment.end)], [Span(*found[number])]) >= 0.8
    assert {found[number] for number in same} >= set(stored) & set(found)
