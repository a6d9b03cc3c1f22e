from __future__ import annotations

import pytest

from index import open_index, update
from index.engines.whoosh.merging import MOST_SEGMENTS, _how_many
from tests.index.conftest import MakeIndex
from tests.index.invented import Invented, entry

SIZES = [
    ([1, 1, 1, 1, 1, 1, 1], 7),
    ([1, 1, 1, 1, 1, 1, 10_000], 6),
    ([1, 1, 5, 8, 40, 1_000], 2),
    ([1, 1, 4, 8, 40, 1_000], 4),
    ([3, 90, 1_000, 20_000], 2),
]


@pytest.mark.parametrize(("sizes", "merged"), SIZES)
def test_the_smallest_are_merged_with_those_not_much_larger(sizes: list[int], merged: int) -> None:
    assert _how_many(sizes) == merged


def test_segments_stay_few_and_a_large_one_stays_as_it_is(make_index: MakeIndex) -> None:
    index = make_index(*["the old tide"] * 400)
    for number in range(401, 421):
        update(index.directory, [entry(number, number, Invented("the new tide"))], sequence=number)
    parts = open_index(index.directory).use(lambda snapshot: snapshot.reading.parts)
    assert len(parts) <= MOST_SEGMENTS + 1
    assert sum(part.documents for part in parts) == 420
    assert max(part.documents for part in parts) == 400
