"""The engine over arrays against stock Whoosh: the same documents, the same scores, whatever is written and asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args
from unittest import mock

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.model import QuotationType
from index import Entry, building, open_index
from index.analysis import analyse, fold
from index.contract import Match
from index.dates import Days
from index.engines import Reading
from index.query.syntax import (
    Beginning,
    Both,
    Dated,
    Either,
    Everything,
    Node,
    OfType,
    Similar,
    TextField,
    Without,
    Words,
)
from tests.index.invented import ADA, BORIS, COUNCIL, Invented, entry, gone

VOCABULARY = (
    "harbour", "harbours", "harbor", "the", "The", "tide", "tides", "tidal", "us", "US", "U.S.", "e-mail", "email",
    "re-open", "quay's", "don't", "5,000", "été", "Überfahrt", "日本", "Quill", "Marsh", "boat", "boats", "a",
)  # fmt: skip
FIRST_DAY, LAST_DAY = date(2019, 1, 1).toordinal(), date(2020, 12, 31).toordinal()
FIELDS: tuple[TextField | None, ...] = (None, None, None, "speaker", "publisher")

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
    return Words(tuple(analyse(text)), text, 0, field, quoted=True, slop=slop)


leaves: st.SearchStrategy[Node] = st.one_of(
    st.tuples(words, st.just(0), st.sampled_from(FIELDS)).map(_word_node),
    st.tuples(st.lists(words, min_size=2, max_size=4).map(" ".join), st.integers(0, 4), st.sampled_from(FIELDS)).map(
        _word_node
    ),
    st.builds(Beginning, words.map(lambda w: fold(w)[:3]), st.just(""), st.just(0), st.sampled_from(FIELDS)),
    st.builds(Similar, words.map(fold), st.integers(1, 2), st.just(""), st.just(0), st.sampled_from(FIELDS)),
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
    return parts.map(Both) | parts.map(Either)


positive = st.recursive(leaves, _compounds, max_leaves=5)
trees = st.recursive(positive | positive.map(Without), _compounds, max_leaves=4)
"""No negation within a negation: with deleted documents about, Whoosh answers that wrongly."""


@contextmanager
def written(first: list[Entry], later: list[Entry], batch: int) -> Iterator[Reading]:
    """An index of these entries in segments of at most `batch` documents, later merged as Whoosh sees fit."""
    with TemporaryDirectory() as folder:
        directory = Path(folder) / "index"
        with mock.patch.multiple(building, BULK_BATCH=batch, UPDATE_BATCH=batch):
            building.build(directory, first, sequence=len(first))
            building.update(directory, later, sequence=len(first) + len(later))
        index = open_index(directory)
        try:
            yield index.use(lambda snapshot: snapshot.reading)
        finally:
            index.close()


def check(reading: Reading, tree: Node, match: Match) -> None:
    """Of what Whoosh finds, the live documents count: next to a negation it also finds deleted ones."""
    expected, expected_scores = reading.find_with_whoosh(tree, match, scored=True)
    live = np.concatenate([np.zeros(0, dtype=bool), *(segment.live for segment in reading.segments())])[expected]
    found, scores = reading.find(tree, match, scored=True)
    assert found.tolist() == expected[live].tolist()
    assert expected_scores is not None
    assert scores is not None
    np.testing.assert_allclose(scores, expected_scores[live], rtol=0, atol=1e-9)
    assert reading.find(tree, match, scored=False)[0].tolist() == found.tolist()
    assert reading.left_to_whoosh == 0


EXAMPLES = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}
cases = {
    "history": histories(),
    "batch": st.integers(2, 20),
    "asked": st.lists(st.tuples(trees, st.sampled_from(get_args(Match))), min_size=1, max_size=15),
}


@settings(max_examples=15, **EXAMPLES)
@given(**cases)
def test_finds_and_scores_as_whoosh_does(history, batch, asked) -> None:  # type: ignore[no-untyped-def]
    with written(*history, batch) as reading:
        for tree, match in asked:
            check(reading, tree, match)


@pytest.mark.slow
@settings(max_examples=300, **EXAMPLES)
@given(**cases)
def test_finds_and_scores_as_whoosh_does_at_length(history, batch, asked) -> None:  # type: ignore[no-untyped-def]
    with written(*history, batch) as reading:
        for tree, match in asked:
            check(reading, tree, match)


@settings(max_examples=5, **EXAMPLES)
@given(**cases)
def test_what_is_negated_twice_is_found(history, batch, asked) -> None:  # type: ignore[no-untyped-def]
    with written(*history, batch) as reading:
        for tree, match in asked:
            found, _ = reading.find(tree, match, scored=False)
            assert reading.find(Without(Without(tree)), match, scored=False)[0].tolist() == found.tolist()
