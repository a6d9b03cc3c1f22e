"""Clusters of whatever is printed in whatever order. The words are nobody's."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import migrate
from corpus.record import Record
from tests.corpus.record.printed import GOATS, LAMP, LAMP_CHANGED, LAMP_CUT, Press

WORDS = [
    LAMP,
    LAMP_CUT,
    LAMP_CHANGED,
    "the broken lamp and the rusty ladder",
    LAMP + " " + GOATS,
    GOATS,
    GOATS.replace("goats", "keepers"),
    "We will see what happens.",
]
PRINTED = st.lists(
    st.tuples(
        st.sampled_from(WORDS),
        st.sampled_from(["Oona Sedge", "Tom Okafor", "an engineer"]),
        st.sampled_from(["2031-03-04", "2031-03-05", "2031-09-01"]),
    ),
    min_size=2,
    max_size=6,
    unique=True,
)
WHO = {"reason": "at random", "by": "a test"}

pytestmark = pytest.mark.slow


def partition(press: Press, quotes: dict[object, str]) -> set[frozenset[object]]:
    """Which of the printed are in one cluster, as pairs."""
    pairs = combinations(quotes, 2)
    return {frozenset((repr(one), repr(two))) for one, two in pairs if press.together(quotes[one], quotes[two])}


def print_all(record: Record, printed: list[tuple[str, str, str]]) -> tuple[Press, dict[object, str]]:
    press = Press(record)
    numbers = sorted(printed)
    ids: dict[object, str] = {}
    for one in printed:
        press.numbers = numbers.index(one)  # the same article, whenever it comes
        words, who, day = one
        ids[one] = press.prints(words, who=who, day=day)
    return press, ids


@settings(max_examples=15, deadline=None)
@given(PRINTED, st.randoms())
def test_the_order_of_the_articles_does_not_matter(printed: list[tuple[str, str, str]], random: object) -> None:
    """None of the words are fragments of two telling words, which may go either way."""
    shuffled = list(printed)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = []
    for number, order in enumerate((printed, shuffled)):
        with TemporaryDirectory() as folder, Record.open(Path(folder) / f"{number}.db") as record:
            migrate(record)
            found.append(partition(*print_all(record, order)))
            assert list(record.problems()) == []
    assert found[0] == found[1]


@settings(max_examples=15, deadline=None)
@given(PRINTED, st.data())
def test_whatever_people_decide_the_clusters_are_sound_and_it_can_be_undone(
    printed: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder, Record.open(Path(folder) / "record.db") as record:
        migrate(record)
        press, ids = print_all(record, printed)
        before = {quote: press.quote(quote).cluster for quote in ids.values()}
        one, two = data.draw(st.permutations(sorted(ids.values())))[:2]
        if press.together(one, two):
            change = record.split_cluster(press.cluster(one) or "", [one], **WHO)
            assert not press.together(one, two)
        else:
            change = record.merge_clusters(one, two, **WHO)
            assert press.together(one, two)
        assert list(record.problems()) == []
        record.undo_cluster_change(change.number, **WHO)
        assert list(record.problems()) == []
        assert {quote: alone(press, quote) for quote in before} == {
            quote: membership if membership and membership.appearances > 1 else None
            for quote, membership in before.items()
        }


def alone(press: Press, quote: str) -> object:
    """What is told of a quote's cluster; nothing of one that holds no other."""
    membership = press.quote(quote).cluster
    return membership if membership and membership.appearances > 1 else None
