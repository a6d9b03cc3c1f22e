"""How much processor time one search may cost, whatever it asks for."""

from __future__ import annotations

from time import thread_time

MOST_SECONDS = 0.2
"""Processor time after which a search is given up. The step that is being taken then is finished first; the answer to
that must still come within a quarter of a second."""


class TooCostly(Exception):
    """A search that would cost more than it may."""


class Budget:
    """What one search may still cost. Plans ask before every step that reads through postings."""

    def __init__(self, seconds: float = MOST_SECONDS) -> None:
        self._until = thread_time() + seconds

    def check(self) -> None:
        """Raises TooCostly once the time is over. To be asked by the thread that made the budget."""
        if thread_time() > self._until:
            raise TooCostly
