from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.engines.native.rows import Rows, entries_in, is_among, member_mask, rising

DOCUMENTS = 400


def as_rows(numbers: set[int]) -> Rows:
    return np.array(sorted(numbers), dtype=np.int32)


numbers = st.integers(0, DOCUMENTS - 1)
few = st.sets(numbers, max_size=3)
many = st.integers(0, 2**DOCUMENTS - 1).map(lambda bits: {n for n in range(DOCUMENTS) if bits >> n & 1})


@given(few | many, (few | many).filter(bool))
def test_rows_are_found_among_others_however_many_there_are(some: set[int], others: set[int]) -> None:
    assert is_among(as_rows(some), as_rows(others)).tolist() == [number in others for number in sorted(some)]
    shared = as_rows(some & others)
    assert as_rows(others)[entries_in(shared, as_rows(others))].tolist() == shared.tolist()


@given(st.lists(numbers, max_size=60))
def test_rows_in_any_order_rise_each_once(some: list[int]) -> None:
    rows = np.array(some, dtype=np.int32)
    assert rising(rows, DOCUMENTS).tolist() == sorted(set(some))
    assert np.flatnonzero(member_mask(rows, DOCUMENTS)).tolist() == sorted(set(some))
