from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.engines import Between, Budget, Scope

days = st.tuples(st.integers(1, 30), st.integers(0, 5)).map(lambda begun: (begun[0], sum(begun)))


@given(st.lists(days, min_size=1, max_size=40), st.integers(1, 30), st.integers(1, 30), st.data())
def test_documents_are_in_a_range_of_days_however_many_are_asked_for(
    dated: list[tuple[int, int]], first: int, last: int, data: st.DataObject
) -> None:
    begun, over = np.array(dated, dtype=np.int32).T
    plan = Between(Scope(len(dated), None, Budget()), (begun, over), first, last)
    overlapping = [row for row, (day, end) in enumerate(dated) if day <= last and end >= first]
    asked = sorted(data.draw(st.sets(st.sampled_from(range(len(dated))))))
    assert plan.rows.tolist() == overlapping
    assert plan.has(np.array(asked, dtype=np.int32)).tolist() == [row in overlapping for row in asked]
