from __future__ import annotations

from unittest import mock

import pytest

from index import SearchRequest, search
from index.engines.native import residence
from index.engines.native.segment import Segment
from tests.index.conftest import MakeIndex


@pytest.mark.parametrize(("mapped", "times"), [(residence.MOST_MAPPED + 1, 2), (residence.MOST_MAPPED, 0)])
def test_pages_are_let_go_of_now_and_then_once_they_are_many(make_index: MakeIndex, mapped: int, times: int) -> None:
    index = make_index("the old tide", "the harbour tide")
    with (
        mock.patch.object(residence, "_mapped", lambda: mapped),
        mock.patch.object(Segment, "let_go", autospec=True, side_effect=Segment.let_go) as let_go,
    ):
        totals = {search(index, SearchRequest("tide")).total for _ in range(2 * residence.LOOKED_EVERY)}
    assert let_go.call_count == times
    assert totals == {2}


def test_how_much_is_mapped_is_what_the_system_tells() -> None:
    assert residence._mapped() == 0 or residence._mapped() > 1 << 20
