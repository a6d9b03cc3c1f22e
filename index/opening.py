"""The handle of the index: one opened state a process, exchanged for a newer one when the disk has it.

Every use looks at CURRENT, the manifest and the files' sizes first: a few `stat` calls. When the current generation is
damaged, the one before it is served and `state.problem` says why.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from corpus.errors import IndexUnavailable
from index import generations as disk
from index.contract import IndexState
from index.engines import DamagedFiles
from index.snapshot import Opener, Snapshot
from index.verifying import altered_files

T = TypeVar("T")

_TRIES = 20
"""How often a state is looked for that a builder replaces at that very moment."""


class Index:
    """A directory of generations, as the one to search. Safe to share between threads; a forked process opens anew."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._distrusted: dict[str, str] = {}
        self._verified: set[str] = set()
        self._exchanges = 0
        self._current = str(directory / disk.CURRENT)
        self._named: tuple[object, str | None] = (None, None)
        """CURRENT as it was last seen, and the manifest of the generation that it named."""
        self._snapshot: Snapshot | None
        self._seen: object
        self._forget()
        self._newest().release()

    @property
    def state(self) -> IndexState:
        """The state that the next search would be answered from. Raises IndexUnavailable."""
        return self.use(lambda snapshot: snapshot.state)

    def look(self) -> object:
        """A value that stays equal as long as the state does, for the price of two `stat` calls."""
        return self._look(), self._exchanges, len(self._distrusted)

    def use(self, work: Callable[[Snapshot], T]) -> T:
        """What `work` makes of the newest whole state, which stays open meanwhile.

        Where the engine fails to read a state and its files are not as they were written, it is never opened again:
        the work is done on the generation before it. Raises IndexUnavailable if there is none.
        """
        while True:
            snapshot = self._newest()
            try:
                return work(snapshot)
            except DamagedFiles:
                if not self._found_damaged(snapshot, frozenset()):
                    raise  # every byte is right: the fault is in the code, and another state would not help
            finally:
                snapshot.release()

    def verify(self) -> bool:
        """Whether every byte of the state that is served is as it was written; if not, it is never opened again.

        Each file is read once a process. Runs in the background whenever a state is opened.
        """
        return not self.use(lambda snapshot: self._found_damaged(snapshot, frozenset(self._verified)))

    def close(self) -> None:
        """Let go of the files; a later use opens them again."""
        with self._lock:
            if self._snapshot is not None and self._process == os.getpid():
                self._snapshot.release()
            self._snapshot = None
            self._seen = None

    # -------------------------------------------------------------------------------------------- exchange

    def _forget(self) -> None:
        self._process = os.getpid()
        self._lock = threading.RLock()
        self._opener = Opener()
        self._snapshot = None
        self._seen = None

    def _newest(self) -> Snapshot:
        if self._process != os.getpid():  # the parent's files and locks are not ours: leave them alone
            self._forget()
        with self._lock:
            if self._snapshot is None or self._seen is None or self._seen != self._look() or not self._is_whole():
                self._exchange()
            assert self._snapshot is not None, "an exchange leaves a snapshot or raises"
            self._snapshot.acquire()
            return self._snapshot

    def _look(self) -> object:
        """What changes when a builder is done: the inodes and times of CURRENT and of the current manifest."""
        current, (seen, manifest) = _identity(self._current), self._named
        if current is None or current != seen:
            names = disk.read_current(self.directory)
            manifest = str(self.directory / names[0] / disk.MANIFEST) if names else None
            self._named = current, manifest
        return current, manifest and _identity(manifest)

    def _is_whole(self) -> bool:
        assert self._snapshot is not None, "only asked of an open one"
        try:
            return all(_facts(path).st_size == size for path, size in self._snapshot.sizes)
        except OSError:
            return False

    def _exchange(self) -> None:
        """Open the newest whole state and let go of the one before."""
        if self._snapshot is not None:
            self._snapshot.release()
            self._snapshot = None
        self._exchanges += 1
        disk.check_private(self.directory)
        for _ in range(_TRIES):
            self._seen = self._look()
            names = disk.read_current(self.directory)
            problems: list[str] = []
            for name in names:
                try:
                    self._snapshot = self._opened(name, problems)
                except (disk.Damaged, DamagedFiles) as damage:
                    problems.append(f"{name} cannot be used: {damage}")
                    if self._look() != self._seen:
                        break  # not damage, a builder at work: look again
                else:
                    self._verify_in_background(self._snapshot)
                    return
            else:
                break
        raise IndexUnavailable(
            "; ".join(problems) or "there is no index yet: run `onrecord init`", where=str(self.directory)
        )

    def _opened(self, name: str, problems: list[str]) -> Snapshot:
        folder = self.directory / name
        manifest = disk.read_manifest(folder)
        if reason := self._distrusted.get(manifest.digest):
            raise disk.Damaged(reason)
        problem = f"{'; '.join(problems)}; {name} is served instead" if problems else None
        return self._opener.open(folder, manifest, problem)

    # -------------------------------------------------------------------------------------------- damage

    def _found_damaged(self, snapshot: Snapshot, verified: frozenset[str]) -> bool:
        """Read the files of a state whose hashes are not `verified`; never open the state again if they are wrong."""
        manifest = snapshot.manifest
        unread = {name: facts for name, facts in manifest.files.items() if facts.sha256 not in verified}
        try:
            altered = altered_files(self.directory / manifest.generation, unread)
        except OSError:  # gone, because a builder has replaced it: the next use sees that
            return False
        with self._lock:
            self._verified |= {facts.sha256 for name, facts in unread.items() if name not in altered}
            if altered:
                self._distrusted[manifest.digest] = f"the content of {', '.join(altered)} has changed"
                self._seen = None
        return bool(altered)

    def _verify_in_background(self, snapshot: Snapshot) -> None:
        def verify() -> None:
            try:
                self._found_damaged(snapshot, frozenset(self._verified))
            finally:
                snapshot.release()

        snapshot.acquire()
        threading.Thread(target=verify, name="index verification", daemon=True).start()


def _facts(path: str) -> os.stat_result:
    return os.stat(path)  # noqa: PTH116 (in half the time of Path.stat: every search asks for that of every file)


def _identity(path: str) -> tuple[int, int, int] | None:
    try:
        facts = _facts(path)
    except OSError:
        return None
    return facts.st_ino, facts.st_mtime_ns, facts.st_size


def open_index(directory: Path) -> Index:
    """The index in a directory, ready for searching. Raises IndexUnavailable if no whole generation is there."""
    return Index(directory)
