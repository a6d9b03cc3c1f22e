"""Floors only rise."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import floors


@pytest.fixture(autouse=True)
def own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floors, "PATH", tmp_path / "floors.toml")


def test_a_floor_is_lifted_and_never_lowered() -> None:
    floors.raise_floors({"dev": {"joint": 90.128, "strict": 97.0}})
    floors.raise_floors({"dev": {"joint": 91.0, "strict": 96.0}})

    assert floors.floors() == {"dev": {"joint": 91.0, "strict": 97.0}}


def test_what_falls_below_is_named_with_both_figures() -> None:
    floors.raise_floors({"dev": {"joint": 90.0}, "train": {"joint": 80.0}})

    assert floors.below({"dev": {"joint": 89.5}}) == ["dev.joint: 89.50, floor 90.00"]
