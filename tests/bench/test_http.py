"""What bench.http asks, and how it reads what wrk says."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bench.http.__main__ import _shares
from bench.http.asking import addresses
from bench.http.costing import TURNS, cost
from bench.http.loading import Load, load
from bench.search.generating import quotes


def test_no_address_is_asked_twice() -> None:
    asked = addresses(list(quotes(300)), 40)
    assert len(asked) == len(set(asked)) == 12 * 40
    assert all(address.startswith("/v1/quotes?limit=10") for address in asked)


def test_what_wrk_says_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = 'Running 2s test\n{"requests": 300, "seconds": 2.0, "failed": 1, "p50_ms": 4.0, "p99_ms": 9.0}'
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0, said))
    found = load("http://127.0.0.1:1", tmp_path / "addresses.txt", 2)
    assert found == Load(300, 2.0, 1, 4.0, 9.0)
    assert found.per_second == 150


def test_shares_are_of_the_bare_view_in_the_same_turn() -> None:
    def turns(*requests: int) -> list[Load]:
        return [Load(number, 1.0, 0, 1.0, 1.0) for number in requests]

    found = _shares({"bare": turns(100, 10, 200), "mixed": turns(50, 1, 100), "repeated": turns(100, 9, 160)})
    assert found == {"mixed": 0.5, "repeated": 0.9}


def test_no_turn_is_answered_from_what_was_kept() -> None:
    bases = []

    def ask(_: FlaskClient, base: str) -> int:
        bases.append(base)
        return 200

    assert cost(Flask(__name__).test_client(), ask).status == 200
    assert len(bases) == len(set(bases)) == TURNS
