"""How much processor time one search may cost, whatever it asks for."""

from __future__ import annotations

from time import thread_time

from index.engines.tally import given_up

MOST_SECONDS = 0.2
"""Processor time after which a search is given up. The step that is being taken then is finished first; the answer to
that must still come within a quarter of a second."""
STEP = 1_000
"""What every step costs at least, in postings: as many are read in the time of its calls."""
MEASURED_EVERY = 500_000
"""Postings between two looks at the clock: some milliseconds. To look costs more than most steps."""


class TooCostly(Exception):
    """A search that would cost more than it may."""


class Budget:
    """What one search may still cost. Plans `spend` before every step that reads through postings; to be used by the
    thread that searches."""

    def __init__(self, seconds: float = MOST_SECONDS) -> None:
        self._seconds = seconds
        self._unmeasured = 0
        self._until: float | None = None

    def spend(self, postings: int = 0) -> None:
        """Take a step that reads so many postings. Raises TooCostly once the time is over."""
        if self.is_over(postings):
            given_up.add()
            raise TooCostly

    def look(self) -> None:
        """Look at the clock now; the first look starts it. Raises TooCostly once the time is over."""
        self.spend(MEASURED_EVERY)

    def is_over(self, postings: int = 0) -> bool:
        """Whether the time was over before a step that costs as much as reading so many postings."""
        self._unmeasured += STEP + postings
        if self._unmeasured < MEASURED_EVERY:
            return False
        self._unmeasured = 0
        now = thread_time()
        if self._until is None:
            self._until = now + self._seconds
        return now > self._until

    def leave(self, seconds: float) -> None:
        """Make sure that so much is left for what comes now, whatever was spent before."""
        if self._until is not None:
            self._until = max(self._until, thread_time() + seconds)
