"""A search that would cost more than it may is given up, and counted. The clock is the test's own."""

from __future__ import annotations

import pytest

from index.engines import Budget, TooCostly, given_up
from index.engines.native import budget


def test_what_is_given_up_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([10.0, 10.1, 10.3])
    monkeypatch.setattr(budget, "thread_time", lambda: next(clock))
    given_up.taken()
    spent = Budget(0.2)
    for _ in range(2):
        spent.spend(budget.MEASURED_EVERY)
    with pytest.raises(TooCostly):
        spent.spend(budget.MEASURED_EVERY)
    assert given_up.taken() == 1
