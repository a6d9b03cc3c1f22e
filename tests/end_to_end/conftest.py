"""A running onrecord as an operator starts it: `onrecord init`, then gunicorn, in a folder of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

STARTS_WITHIN = 60.0
"""Seconds; generous, for a busy machine. Nothing is measured with it."""


@dataclass(frozen=True)
class Running:
    """The address of a running service, its data directory, and its command line."""

    url: str
    home: Path
    environment: dict[str, str]
    root: Path

    def get(self, path: str, **parameters: object) -> requests.Response:
        return requests.get(self.url + path, params=parameters, timeout=30)  # type: ignore[arg-type]

    def onrecord(self, *arguments: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "service", *arguments],
            cwd=self.root,
            env=self.environment,
            input=given,
            text=True,
            capture_output=True,
            check=False,
        )


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def start(root: Path) -> Iterator[Callable[..., Running]]:
    """Start a service over a data directory, with settings; all are stopped at the end."""
    started: list[subprocess.Popen[bytes]] = []

    def start_in(home: Path, **settings: str) -> Running:
        port = free_port()
        environment = {k: v for k, v in os.environ.items() if not k.startswith("ONRECORD_")}
        environment |= {"ONRECORD_HOME": str(home), "HOST": "127.0.0.1", "PORT": str(port), "WEB_CONCURRENCY": "2"}
        environment |= settings
        running = Running(f"http://127.0.0.1:{port}", home, environment, root)
        assert running.onrecord("init").returncode == 0
        log = (home.parent / f"{home.name}.log").open("wb")
        server = subprocess.Popen([sys.executable, "-m", "service", "serve"], cwd=root, env=environment, stderr=log)
        started.append(server)
        await_ready(running, server, Path(log.name))
        return running

    yield start_in
    for server in started:
        server.terminate()
    for server in started:
        assert server.wait(timeout=30) == 0


def await_ready(running: Running, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        try:
            if running.get("/readyz").status_code == 200:
                return
        except requests.ConnectionError:
            assert server.poll() is None, log.read_text()
        time.sleep(0.1)
    pytest.fail(f"not ready within {STARTS_WITHIN} s: {log.read_text()}")


@pytest.fixture(scope="session")
def service(start: Callable[..., Running], tmp_path_factory: pytest.TempPathFactory) -> Running:
    """One service with the bundled quotes, shared by the tests that only read."""
    return start(tmp_path_factory.mktemp("bundled") / "var")


@pytest.fixture
def own_service(start: Callable[..., Running], tmp_path: Path) -> Running:
    """A service of the test's own, to change as it likes."""
    return start(tmp_path / "var")
