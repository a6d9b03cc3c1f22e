"""Where the workers of one run of the service count: a folder of the run's own, gone with it.

The files in it are mapped into memory: on a disk that is full, to count would kill the worker, so they lie in memory
where the system has a folder for that. A run that is killed leaves its folder behind; the next one takes it away, which
it can tell from others by its lock: the system lets go of that with the last process of the run.
"""

from __future__ import annotations

import atexit
import fcntl
import os
import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
PREFIX = "onrecord-counts-"


def folder_of_this_run() -> Path:
    """A new one, which nobody else can look into."""
    place = MEMORY if os.access(MEMORY, os.W_OK) else Path(tempfile.gettempdir())
    for left in place.glob(f"{PREFIX}*"):
        _take_away_abandoned(left)
    while True:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=place))
        _locked(folder, wait=True)
        if folder.exists():  # else another run took it for abandoned
            break
    master = os.getpid()
    atexit.register(lambda: shutil.rmtree(folder, ignore_errors=True) if os.getpid() == master else None)
    return folder


def _take_away_abandoned(folder: Path) -> None:
    if (lock := _locked(folder)) is not None:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def _locked(folder: Path, *, wait: bool = False) -> int | None:
    """A lock on a folder, held until this process and all that it forks have ended or closed it; None where another run
    holds it, the folder is gone or somebody else's, or a disk has no locks."""
    try:
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        os.close(opened)
        return None
    return opened
