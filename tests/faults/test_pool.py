"""Processes that read articles for `ingest --jobs` end with it, even if it is killed."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest


def runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc, which is not here")
def test_nobody_waits_for_work_of_a_process_that_was_killed(root: Path) -> None:
    command = [sys.executable, "-m", "tests.faults.reading_forever"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as ingest:
        assert ingest.stdout is not None
        pool = [int(ingest.stdout.readline()) for _ in range(2)]
        assert all(map(runs, pool))
        ingest.kill()
    last = time.monotonic() + 60
    while any(map(runs, pool)) and time.monotonic() < last:
        time.sleep(0.05)
    assert not any(map(runs, pool))
