"""The gunicorn worker that serves us: gthread, for which a request must have arrived in time, headers and body, and
which leaves connections to those of its fellows who have fewer."""

from __future__ import annotations

import time
from typing import Any

from gunicorn.workers.gthread import ThreadWorker

from service.arrivals import ARRIVALS
from service.config import Config

STEPS_BACK = 0.0001, 0.001
"""Seconds that a worker lets others go first at the door: for each connection that it holds already, and at most."""


class Worker(ThreadWorker):  # type: ignore[misc]
    """gthread by itself would wait for the rest of a request for ever. It calls `handle` in a thread of its pool for
    each request of a connection, and `notify` in the main thread at least once a second."""

    def init_process(self) -> None:
        self.arrival = Config.from_environment().arrival
        super().init_process()

    def handle(self, conn: Any) -> Any:
        client = conn.sock
        ARRIVALS.begin(client, self.arrival)
        again = False
        try:
            again = super().handle(conn)
        finally:
            in_time = ARRIVALS.end(client)
        return in_time and again

    def accept(self, listener: Any) -> None:
        """Take a new connection, if none that holds fewer has taken it meanwhile: by itself, whoever is up first takes
        most of those that come in at once."""
        each, most = STEPS_BACK
        time.sleep(min(self.nr_conns * each, most))
        super().accept(listener)

    def notify(self) -> None:
        super().notify()
        ARRIVALS.cut_off_late()
