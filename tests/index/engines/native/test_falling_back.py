from __future__ import annotations

import pytest

from index import SearchRequest, search
from index.engines import left_to_whoosh
from index.engines.native.planning import Planner, UnknownNode
from tests.index.conftest import MakeIndex
from tests.index.invented import numbers


def test_what_no_plan_can_be_made_for_is_left_to_whoosh_and_counted(
    make_index: MakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unplanned(*_: object) -> None:
        raise UnknownNode("something new")

    index = make_index("the harbour is closed", "the harbour is open")
    monkeypatch.setattr(Planner, "plan", unplanned)
    assert numbers(hit.id for hit in search(index, SearchRequest(q="harbour -open")).hits) == [1]
    assert left_to_whoosh.taken() == 1
