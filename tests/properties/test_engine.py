"""The engine over arrays against stock Whoosh: the same documents, the same scores, whatever is written and asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.search.stock import StockIndex
from corpus.model import QuotationType
from index import Entry, Index, SearchRequest, building, open_index
from index.analysis import analyse, fold
from index.contract import WordForms
from index.dates import Days
from index.documents import document, is_gone
from index.engines import Budget, Plan, left_to_whoosh
from index.engines.native import neighbours
from index.engines.native import rows as rows_of_a_segment
from index.engines.native import words as words_of_a_segment
from index.engines.native.plans import phrases
from index.likeness import words_like
from index.query import Parsed, loosened
from index.query.syntax import (
    Beginning,
    Boosted,
    Both,
    Dated,
    Either,
    Everything,
    Node,
    OfType,
    Preferring,
    Shaped,
    Similar,
    TextField,
    Without,
    Words,
    looked_for,
)
from index.searching import answer
from index.snapshot import Snapshot
from tests.index.invented import ADA, BORIS, COUNCIL, Invented, entry, gone

VOCABULARY = (
    "harbour", "harbours", "harbor", "the", "The", "tide", "tides", "tidal", "us", "US", "U.S.", "e-mail", "email",
    "re-open", "quay's", "don't", "5,000", "été", "Überfahrt", "日本", "Quill", "Marsh", "boat", "boats", "a",
)  # fmt: skip
SHAPES = ("har*r", "harb?r", "ti?e", "ti*", "t?d*s", "re*n", "ub*t", "qu?ll", "日?", "no*thing")
NAMES = ("quill", "ada quill", "omarsh", "harbour council", "nobody")
FIRST_DAY, LAST_DAY = date(2019, 1, 1).toordinal(), date(2020, 12, 31).toordinal()
FIELDS: tuple[TextField | None, ...] = (None, None, None, "text", "speaker", "publisher")

words = st.sampled_from(VOCABULARY)
texts = st.lists(words, min_size=1, max_size=12).map(" ".join)
long_texts = st.tuples(words, st.integers(250, 300), texts).map(lambda made: " ".join([made[0]] * made[1]) + made[2])
days = st.dates(date(2019, 1, 1), date(2020, 12, 31)).map(str) | st.sampled_from(["2019", "2020-06", None])
quotes = st.builds(
    Invented,
    text=st.lists(texts, min_size=1, max_size=3).map(tuple) | texts | long_texts,
    speakers=st.lists(st.sampled_from([ADA, BORIS, COUNCIL]), max_size=2, unique=True).map(tuple),
    said=days,
    published=days,
    publisher=st.sampled_from(["The Tidewater Gazette", "Harbour Post", None]),
    title=st.none() | texts,
    type=st.sampled_from(get_args(QuotationType)),
)


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Entry], list[Entry]]:
    """What is built, and the changes after it: new quotes, new versions and withdrawals of old ones."""
    first = [entry(number, number, quote) for number, quote in enumerate(draw(st.lists(quotes, max_size=12)), 1)]
    changes = draw(st.lists(st.tuples(st.integers(1, 16), st.none() | quotes), max_size=8))
    later = [
        gone(seq, number) if quote is None else entry(seq, number, quote)
        for seq, (number, quote) in enumerate(changes, len(first) + 1)
    ]
    return first, later


def _word_node(made: tuple[str, int, TextField | None]) -> Node:
    text, slop, field = made
    return Words(tuple(analyse(text)), text, 0, field, quoted=" " in text, slop=slop)


leaves: st.SearchStrategy[Node] = st.one_of(
    st.tuples(words, st.just(0), st.sampled_from(FIELDS)).map(_word_node),
    st.tuples(st.lists(words, min_size=2, max_size=4).map(" ".join), st.integers(0, 4), st.sampled_from(FIELDS)).map(
        _word_node
    ),
    st.builds(Beginning, words.map(lambda w: fold(w)[:3]), st.just(""), st.just(0), st.sampled_from(FIELDS)),
    st.builds(Similar, words.map(fold), st.integers(1, 2), st.just(""), st.just(0), st.sampled_from(FIELDS)),
    st.builds(Shaped, st.sampled_from(SHAPES), st.just(""), st.just(0), st.sampled_from(FIELDS)),
    st.builds(OfType, st.sampled_from(get_args(QuotationType)), st.just(0)),
    st.builds(
        Dated,
        st.sampled_from(["said", "published"]),
        st.tuples(st.integers(FIRST_DAY, LAST_DAY), st.integers(0, 400)).map(lambda d: Days(d[0], d[0] + d[1])),
        st.just(""),
        st.just(0),
    ),
    st.just(Everything()),
)


def _compounds(part: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    parts = st.lists(part, min_size=1, max_size=4).map(tuple)
    boosted = st.builds(Boosted, part, st.sampled_from([0.01, 0.5, 2.0, 100.0]))
    loose = part.map(lambda tree: loosened(tree, ""))
    return parts.map(Both) | parts.map(Either) | boosted | loose


def _with_names(part: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    names = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True).map(tuple)
    return _compounds(part) | st.builds(Preferring, part, names)


positive = st.recursive(leaves, _with_names, max_leaves=5)
trees = st.recursive(positive | positive.map(Without), _with_names, max_leaves=4)
"""No negation within a negation: with deleted documents about, Whoosh answers that wrongly."""


@contextmanager
def written(first: list[Entry], later: list[Entry], batch: int) -> Iterator[tuple[Index, StockIndex]]:
    """The same quotes in an index of ours, built in bulk, and in one of Whoosh as it comes; then changed by commits of
    at most `batch` quotes, merged as Whoosh sees fit."""
    with TemporaryDirectory() as folder:
        directory, stock = Path(folder) / "index", StockIndex(Path(folder) / "stock")
        building.build(directory, first, sequence=len(first))
        stock.apply(map(document, first))
        with mock.patch.object(building, "UPDATE_BATCH", batch):
            building.update(directory, later, sequence=len(first) + len(later))
        for start in range(0, len(later), batch):
            last = {change.quote.id: change for change in later[start : start + batch]}
            taken = [quote_id for quote_id, change in last.items() if is_gone(change)]
            stock.apply([document(change) for change in last.values() if not is_gone(change)], taken)
        index = open_index(directory)
        try:
            yield index, stock
        finally:
            index.close()


@contextmanager
def few_are(number: int) -> Iterator[None]:
    with (
        mock.patch.object(phrases, "_FEW_OCCURRENCES", number),
        mock.patch.object(neighbours, "_FEW", number),
        mock.patch.object(words_of_a_segment, "_FEW_DOCUMENTS", number),
        mock.patch.object(rows_of_a_segment, "SPARSE", number),
    ):
        yield


def scores_in(snapshot: Snapshot, plans: list[Plan]) -> dict[str, float]:
    parts = zip(snapshot.reading.parts, plans, strict=True)
    return {
        part.columns.id_of(row): score
        for part, plan in parts
        for row, score in zip(plan.rows.tolist(), plan.scores(plan.rows).tolist(), strict=True)
    }


def check(index: Index, stock: StockIndex, tree: Node, match: WordForms) -> None:
    snapshot = index.use(lambda snapshot: snapshot)
    reading, expected = snapshot.reading, stock.scores(tree, match)
    assert scores_in(snapshot, reading.plans(tree, match, Budget(60))) == pytest.approx(expected, abs=1e-9)
    assert left_to_whoosh.taken() == 0
    assert scores_in(snapshot, reading.plans_of_whoosh(tree, match, Budget(60))) == pytest.approx(expected, abs=1e-9)
    request = SearchRequest(match=match, sort="relevance", limit=100, facets=("type",), highlight=False)
    answered = answer(snapshot, request, Parsed(tree))
    assert answered.total == len(expected)
    hits = {hit.id: hit.score for hit in answered.hits}
    if next(looked_for(tree), None):
        assert hits == pytest.approx(expected, abs=1e-9)
    rows = [
        (part, row) for part in reading.parts for row in range(part.documents) if part.live is None or part.live[row]
    ]
    facts = {part.columns.id_of(row): part.facts(row) for part, row in rows}
    published = {quote_id: facts[quote_id].published_second for quote_id in hits}
    assert list(hits) == sorted(hits, key=lambda i: (-(hits[i] or 0), *_newest_first(published[i]), i))
    counted = Counter(facts[quote_id].values["type"][0].value for quote_id in expected)
    assert {facet.value: facet.count for facet in answered.facets["type"]} == counted


def _newest_first(published: int | None) -> tuple[bool, int]:
    return published is None, -(published or 0)


EXAMPLES = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}
ways = st.sampled_from([0, 1, 16])
"""How many documents are few, to be looked at one by one: in these small corpora all ways are to be gone."""
cases = {
    "few": ways,
    "history": histories(),
    "batch": st.integers(2, 20),
    "asked": st.lists(st.tuples(trees, st.sampled_from(get_args(WordForms))), min_size=1, max_size=15),
}


@settings(max_examples=15, **EXAMPLES)
@given(**cases)
def test_finds_and_scores_as_whoosh_does(few, history, batch, asked) -> None:  # type: ignore[no-untyped-def]
    with few_are(few), written(*history, batch) as (index, stock):
        for tree, match in asked:
            check(index, stock, tree, match)


@pytest.mark.slow
@settings(max_examples=300, **EXAMPLES)
@given(**cases)
def test_finds_and_scores_as_whoosh_does_at_length(few, history, batch, asked) -> None:  # type: ignore[no-untyped-def]
    with few_are(few), written(*history, batch) as (index, stock):
        for tree, match in asked:
            check(index, stock, tree, match)


@settings(max_examples=8, **EXAMPLES)
@given(history=cases["history"], batch=cases["batch"])
def test_likes_are_found_and_scored_as_whoosh_does(history, batch) -> None:  # type: ignore[no-untyped-def]
    with written(*history, batch) as (index, stock):
        reading = index.use(lambda snapshot: snapshot).reading
        for quote_id in stock.scores(Everything(), "stemmed"):
            check(index, stock, words_like(reading, quote_id), "stemmed")


@settings(max_examples=5, **EXAMPLES)
@given(**cases)
def test_what_is_negated_twice_is_found(few, history, batch, asked) -> None:  # type: ignore[no-untyped-def]
    with few_are(few), written(*history, batch) as (index, _):
        snapshot = index.use(lambda snapshot: snapshot)
        for tree, match in asked:
            twice = snapshot.reading.plans(Without(Without(tree)), match, Budget(60))
            once = snapshot.reading.plans(tree, match, Budget(60))
            assert scores_in(snapshot, twice).keys() == scores_in(snapshot, once).keys()
