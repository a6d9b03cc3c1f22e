"""One state of the index, opened: its segments, and how many are using it."""

from __future__ import annotations

import threading
from copy import copy
from datetime import date
from functools import cached_property
from pathlib import Path

from index import generations as disk
from index.contract import IndexState
from index.engines import NewerPayload, Part, Reading
from index.preferring import Preferences
from index.states import state_of


class Snapshot:
    """A state as it was when it was opened, whatever builders do. Closed when its last user lets go."""

    def __init__(self, reading: Reading, folder: Path, manifest: disk.Manifest, problem: str | None) -> None:
        self.reading, self.manifest = reading, manifest
        self.sizes = [(str(folder / name), facts.size) for name, facts in manifest.files.items()]
        self.state: IndexState = state_of(manifest, problem)
        self._lessened: tuple[tuple[object, ...], Snapshot] | None = None
        self._users = 1
        self._counting = threading.Lock()

    @cached_property
    def published(self) -> tuple[date, date] | None:
        """The first and the last day on which a quote's article may have been published; None if no day is known."""
        ends = [end for part in self.reading.parts if (end := part.published())]
        return (min(first for first, _ in ends), max(last for _, last in ends)) if ends else None

    @cached_property
    def preferences(self) -> Preferences:
        """Whose words go first in answers from this state."""
        return Preferences(self.reading)

    def without(self, quote_ids: frozenset[str], newer: NewerPayload | None) -> Snapshot:
        """The same, with these quotes as if they were not there and with newer payloads of others. The last one is
        kept; it is open as long as this is."""
        asked = (quote_ids, newer)
        if self._lessened is None or self._lessened[0] != asked:
            lessened = copy(self)
            lessened.reading = self.reading.without(quote_ids, newer)
            self._lessened = asked, lessened
        return self._lessened[1]

    def acquire(self) -> None:
        with self._counting:
            self._users += 1

    def release(self) -> None:
        with self._counting:
            self._users -= 1
            last = self._users == 0
        if last:
            self.reading.close()


class Opener:
    """Opens states of one directory, keeping the segments that one shares with the state before. Not thread-safe."""

    def __init__(self) -> None:
        self._parts: tuple[Part, ...] = ()

    def open(self, folder: Path, manifest: disk.Manifest, problem: str | None) -> Snapshot:
        """Raises Damaged (sizes) or DamagedFiles (content) for a generation that is not what was written."""
        disk.check_sizes(folder, manifest)
        reading = Reading(folder, manifest.files, self._parts)
        self._parts = reading.parts
        return Snapshot(reading, folder, manifest, problem)
