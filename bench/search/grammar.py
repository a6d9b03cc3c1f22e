"""Searches as the language and the API allow them, drawn by hypothesis from given words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from hypothesis import strategies as st

from corpus.model import QuotationType
from index import SearchRequest
from index.contract import FACETS, MAX_LIMIT, Group, Match, Republished, Sort
from index.query.limits import MAX_SLOP

LONGEST = 512
"""Characters of a query that the API takes."""
_LEAVES = 64

Text = st.SearchStrategy[str]


def queries(words: Sequence[str]) -> Text:
    """Queries of a few clauses up to the longest ones, mostly such as are understood."""
    return st.recursive(_clauses(st.sampled_from(words)), _compounds, max_leaves=_LEAVES).map(lambda q: q[:LONGEST])


def requests(words: Sequence[str]) -> st.SearchStrategy[SearchRequest]:
    """Queries with whatever else is asked for."""
    return st.builds(
        SearchRequest,
        q=queries(words),
        match=st.sampled_from(get_args(Match)),
        republished=st.sampled_from(get_args(Republished)),
        min_confidence=st.none() | st.just(0.5),
        group=st.sampled_from(get_args(Group)),
        sort=st.none() | st.sampled_from(get_args(Sort)),
        limit=st.sampled_from([1, MAX_LIMIT]),
        page=st.none() | st.sampled_from([1, 10, 1000]),
        facets=st.lists(st.sampled_from(FACETS), unique=True).map(tuple),
    )


def _clauses(word: Text) -> Text:
    start = st.builds(lambda word, length: word[:length], word, st.integers(1, 4))
    phrase = st.lists(word, min_size=2, max_size=8).map(" ".join)
    year = st.integers(2010, 2026).map(str)
    return st.one_of(
        word,
        start.map("{}*".format),
        st.builds("{}*{}*{}".format, start, start, start),
        st.builds("{}?{}".format, start, start),
        st.builds("{}~{}".format, word, st.integers(1, 2)),
        phrase.map('"{}"'.format),
        st.builds('"{}"~{}'.format, phrase, st.integers(0, MAX_SLOP)),
        st.builds("{}-{}".format, word, word),
        st.builds("{}:{}".format, st.sampled_from(["speaker", "publisher", "text"]), word),
        st.builds("{}:[{} TO {}]".format, st.sampled_from(["said", "published"]), year, year),
        st.builds("said:{}".format, year),
        st.sampled_from(get_args(QuotationType)).map("type:{}".format),
    )


def _compounds(part: Text) -> Text:
    several = st.lists(part, min_size=2, max_size=12)
    return st.one_of(
        several.map(" ".join),
        several.map(" OR ".join).map("({})".format),
        several.map(" AND ".join).map("({})".format),
        part.map("-({})".format),
        st.builds("({})^{}".format, part, st.sampled_from([0.1, 2, 9])),
    )
