"""A worker lets others go first at the door, the longer the more connections it holds."""

from __future__ import annotations

import socket
import time
from types import SimpleNamespace
from typing import Any

import pytest

from service.worker import Worker


@pytest.mark.parametrize(("held", "milliseconds"), [(0, 0.0), (3, 0.3), (40, 1.0)])
def test_a_worker_steps_back_for_others(held: int, milliseconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    waited = list[float]()
    monkeypatch.setattr(time, "sleep", waited.append)
    with socket.create_server(("127.0.0.1", 0)) as door, socket.create_connection(door.getsockname()):
        worker, taken = a_worker(held)
        worker.accept(door)
    assert waited == [pytest.approx(milliseconds / 1000)]
    assert len(taken) == 1
    taken[0].close()


def test_what_another_has_taken_meanwhile_is_not_waited_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.setblocking(False)
        worker, taken = a_worker(held=1)
        worker.accept(door)
    assert (taken, worker.nr_conns) == ([], 1)


def a_worker(held: int) -> tuple[Any, list[Any]]:
    """A worker that holds so many connections, and the list that it puts those in which it takes."""
    worker, taken = Worker.__new__(Worker), list[Any]()
    worker.cfg, worker.nr_conns, worker.enqueue_req = SimpleNamespace(keepalive=5), held, taken.append
    return worker, taken
