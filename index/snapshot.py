"""One state of the index, opened: files, columns, and how many are using it."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

from index import generations as disk
from index.building import state_of
from index.columns import DIMENSIONS, Columns, Vocabulary, columns_of, joined
from index.contract import IndexState
from index.engines import Reading, SegmentRows


class Snapshot:
    """A state as it was when it was opened, whatever builders do. Closed when its last user lets go."""

    def __init__(
        self, reading: Reading, columns: Columns, folder: Path, manifest: disk.Manifest, problem: str | None
    ) -> None:
        self.reading, self.columns, self.manifest = reading, columns, manifest
        self.sizes = [(folder / name, facts.size) for name, facts in manifest.files.items()]
        self.state: IndexState = state_of(manifest, problem)
        self._users = 1
        self._counting = threading.Lock()

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
    """Opens states of one directory, keeping the columns of segments that several of them share. Not thread-safe."""

    def __init__(self) -> None:
        self._segments: dict[str, Columns] = {}
        self._vocabularies = {name: Vocabulary() for name in DIMENSIONS}

    def open(self, folder: Path, manifest: disk.Manifest, problem: str | None) -> Snapshot:
        """Raises Damaged (sizes) or DamagedFiles (content) for a generation that is not what was written."""
        disk.check_sizes(folder, manifest)
        reading = Reading(folder, manifest.files)
        try:
            columns = self._columns(reading.segments())
        except BaseException:
            reading.close()
            raise
        return Snapshot(reading, columns, folder, manifest, problem)

    def _columns(self, segments: list[SegmentRows]) -> Columns:
        known = self._segments
        self._segments = {
            rows.id: known.get(rows.id) or columns_of(rows.facts(), rows.live, self._vocabularies) for rows in segments
        }
        parts = [replace(self._segments[rows.id], live=rows.live) for rows in segments]
        return joined(parts, self._vocabularies)
