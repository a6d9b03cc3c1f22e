"""Each run of the service counts in a folder of its own; those of runs that were killed do not pile up."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from service import counting
from service.counting import folder_of_this_run

RUN = """
import os, sys, time
from pathlib import Path
from service import counting
counting.MEMORY = Path(sys.argv[1])
folder = counting.folder_of_this_run()
if os.fork() == 0:  # a worker
    print(folder, flush=True)
    sys.stdin.read()  # until the test lets it go
    os._exit(0)
time.sleep(60)
"""


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(counting, "MEMORY", tmp_path)
    return tmp_path


def test_only_who_runs_it_can_look_in(memory: Path) -> None:
    folder = folder_of_this_run()
    assert folder.parent == memory
    assert folder.stat().st_mode & 0o777 == 0o700


def test_another_run_leaves_it_alone(memory: Path) -> None:
    assert {folder_of_this_run(), folder_of_this_run()} == set(memory.iterdir())


def test_one_that_another_run_took_for_abandoned_is_not_used(memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    late, lock = iter([True]), counting._locked

    def locked(folder: Path, *, wait: bool = False) -> int | None:
        held = lock(folder, wait=wait)
        if next(late, False):
            folder.rmdir()
        return held

    monkeypatch.setattr(counting, "_locked", locked)
    assert folder_of_this_run().is_dir()


def test_a_disk_without_locks_will_do(memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr("fcntl.flock", refuse)
    assert {folder_of_this_run(), folder_of_this_run()} == set(memory.iterdir())


def test_what_only_looks_like_one_is_left_alone(memory: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (memory / f"{counting.PREFIX}link").symlink_to(elsewhere)
    (memory / f"{counting.PREFIX}file").write_text("somebody's")
    (memory / "onrecord-backup").mkdir()
    folder_of_this_run()
    assert elsewhere.is_dir()
    assert len(list(memory.iterdir())) == 4


def test_what_a_killed_run_left_is_taken_away_once_its_workers_have_ended(root: Path, memory: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", RUN, str(memory)], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as run:
        assert run.stdin and run.stdout
        left = Path(run.stdout.readline().strip())
        (left / "counter_1.db").write_bytes(b"7")
        run.kill()
        run.wait()
        folder_of_this_run()
        assert left.is_dir(), "its worker still counts there"
        run.stdin.close()
        run.stdout.read()  # until the worker has ended
    folder_of_this_run()
    assert not left.exists()
