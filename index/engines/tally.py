"""How often something happened in this process, for whoever adds it up."""

from __future__ import annotations

import threading


class Tally:
    """Counts from several threads. `taken` gives what was counted since it was last asked."""

    def __init__(self) -> None:
        self._count = 0
        self._counting = threading.Lock()

    def add(self) -> None:
        with self._counting:
            self._count += 1

    def taken(self) -> int:
        if not self._count:  # as nearly always
            return 0
        with self._counting:
            count, self._count = self._count, 0
            return count


left_to_whoosh = Tally()
"""Searches for which no plan could be made."""

given_up = Tally()
"""Searches that would have cost more than they may."""
