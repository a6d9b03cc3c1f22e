"""gunicorn's settings are settings that gunicorn has, and say what ours say."""

from __future__ import annotations

import gc
import os
import runpy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask, request, request_finished
from gunicorn.config import Config
from werkzeug import Response


@pytest.fixture
def settings(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", "")  # put back afterwards: the file sets it
    for name, value in {
        "ONRECORD_HOME": str(tmp_path),
        "HOST": "127.0.0.1",
        "PORT": "8123",
        "WEB_CONCURRENCY": "3",
    }.items():
        monkeypatch.setenv(name, value)
    found = runpy.run_path(str(root / "service" / "gunicorn_conf.py"))
    return {name: value for name, value in found.items() if name in Config().settings}


def test_gunicorn_takes_every_setting(settings: dict[str, Any]) -> None:
    config = Config()
    for name, value in settings.items():
        config.set(name, value)
    assert config.address == [("127.0.0.1", 8123)]
    assert (config.workers, config.limit_request_line, config.preload_app) == (3, 0, False)
    assert config.settings["accesslog"].get() is None
    assert config.settings["control_socket_disable"].get() is True


def test_every_run_counts_in_a_folder_of_its_own_that_is_not_on_the_disk_of_the_record(
    root: Path, settings: dict[str, Any], tmp_path: Path
) -> None:
    first = Path(os.environ["PROMETHEUS_MULTIPROC_DIR"])
    runpy.run_path(str(root / "service" / "gunicorn_conf.py"))
    second = Path(os.environ["PROMETHEUS_MULTIPROC_DIR"])
    assert first != second
    assert first.is_dir() and second.is_dir()
    assert list(tmp_path.iterdir()) == []


def test_a_worker_has_answered_before_its_first_request(settings: dict[str, Any], app: Flask) -> None:
    asked = list[str]()

    def note(_: Flask, response: Response) -> None:
        asked.append(request.path)

    with request_finished.connected_to(note, app):
        start(settings, app)
    assert "/v1/quotes" in asked


def test_what_is_loaded_is_not_looked_through_for_garbage(settings: dict[str, Any], app: Flask) -> None:
    before = gc.get_threshold()
    loaded, threshold = start(settings, app)
    assert loaded > 10_000
    assert threshold > before


def start(settings: dict[str, Any], app: Flask) -> tuple[int, tuple[int, int, int]]:
    """Let a worker start here, and put the collector of garbage back: how many objects it left out, and when it would
    have looked."""
    before = gc.get_threshold()
    try:
        settings["post_worker_init"](SimpleNamespace(wsgi=app))
        return gc.get_freeze_count(), gc.get_threshold()
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
