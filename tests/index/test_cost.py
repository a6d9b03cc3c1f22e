"""No search costs more than it may, whatever it asks for. Steps are counted, not timed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import get_args
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.search.grammar import queries
from bench.search.hostile import HOSTILE
from corpus.errors import InvalidRequest, QuerySyntaxError
from index import Index, SearchRequest, build, open_index, search, searching
from index.contract import Match
from index.engines.native import budget
from index.engines.native.budget import Budget, TooCostly
from tests.index.conftest import MakeIndex
from tests.index.invented import Invented, entries

QUOTES = 200
MOST_READ = 1_000
"""Postings a quote that the costliest query may read: those of its clauses in three fields, some more than once."""
MOST_STEPS = 2_000


class Counting(Budget):
    """Counts what is spent, and never ends."""

    def __init__(self) -> None:
        super().__init__(3600)
        self.steps = self.postings = 0

    def spend(self, postings: int = 0) -> None:
        self.steps += 1
        self.postings += postings


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    directory: Path = tmp_path_factory.mktemp("cost") / "index"
    text = "the tide of that harbour is a banana in it and was to be 日本語"
    build(
        directory, entries(*(Invented(f"{text} b{number}", said="2019") for number in range(QUOTES))), sequence=QUOTES
    )
    opened = open_index(directory)
    yield opened
    opened.close()


@contextmanager
def counted() -> Iterator[Counting]:
    counting = Counting()
    with mock.patch.object(searching, "Budget", lambda: counting):
        yield counting


def check(index: Index, q: str, match: Match) -> None:
    with counted() as counting:
        try:
            search(index, SearchRequest(q, match=match, facets=("speaker",)))
        except QuerySyntaxError:
            assert counting.steps == 0
    assert counting.postings <= MOST_READ * QUOTES
    assert counting.steps <= MOST_STEPS


@pytest.mark.parametrize("q", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("match", ["stemmed", "fuzzy"])
def test_hostile_queries_are_refused_or_read_little(index: Index, q: str, match: Match) -> None:
    check(index, q, match)


clauses = st.sampled_from(
    ["the", "banana", "ba*", "b1~1", '"the tide"', '"is that"~9', "said:2019", "-", "(", ")", " OR ", " AND ",
     "speaker:", "type:direct", "^9", "b1?0", "ba*a", "~2", '"', "*", "[2000 TO 2020]", "日本", "\\", "/", ":"]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(clauses, max_size=60).map(" ".join), st.sampled_from(get_args(Match)))
def test_no_query_reads_much(index: Index, q: str, match: Match) -> None:
    check(index, q, match)


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(queries(["the", "banana", "tide", "harbour", "日本語"]), st.sampled_from(get_args(Match)))
def test_no_query_of_the_grammar_reads_much(index: Index, q: str, match: Match) -> None:
    check(index, q, match)


# ------------------------------------------------------------------------------------------------ the end of a budget


def test_the_clock_is_looked_at_once_enough_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[float] = []

    def clock() -> float:
        looks.append(len(looks) * 0.15)
        return looks[-1]

    monkeypatch.setattr(budget, "thread_time", clock)
    spent = Budget(0.2)
    spent.spend(10)
    assert not looks
    spent.spend(budget.MEASURED_EVERY)
    spent.spend(budget.MEASURED_EVERY)
    with pytest.raises(TooCostly):
        spent.spend(budget.MEASURED_EVERY)


def test_steps_that_read_nothing_count(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter(range(100))
    monkeypatch.setattr(budget, "thread_time", lambda: next(times))
    spent = Budget(0.2)
    with pytest.raises(TooCostly):
        for _ in range(3 * budget.MEASURED_EVERY // budget.STEP):
            spent.spend()


@pytest.mark.parametrize("q", ["tide -harbour", '"old tide"', "ti* OR harbour", "tide~1", "-tide"])
def test_a_search_that_costs_too_much_is_refused_by_name(make_index: MakeIndex, q: str) -> None:
    index = make_index("the old tide", "the harbour tide")
    with (
        mock.patch.object(budget, "MEASURED_EVERY", 1),
        mock.patch.object(searching, "Budget", lambda: Budget(-1)),
        pytest.raises(InvalidRequest, match="cost too much") as refused,
    ):
        search(index, SearchRequest(q))
    assert refused.value.where == "q"
