"""Bins of confidence, on answers made up for it. Drawing needs matplotlib, a tool of development."""

from __future__ import annotations

import pytest

pytest.importorskip("matplotlib")

from bench.reliability import bins, gap


def test_answers_are_binned_by_confidence() -> None:
    found = bins([(0.9, True), (0.92, False), (0.55, True), (1.0, True)])

    assert [(one.low, one.answers, one.right) for one in found] == [(0.5, 1, 1.0), (0.9, 2, 0.5), (0.95, 1, 1.0)]


def test_the_gap_is_weighted_by_answers() -> None:
    assert gap(bins([(0.6, True)] * 6 + [(0.6, False)] * 4)) == pytest.approx(0.0)
    assert gap(bins([(0.9, True), (0.9, False)] * 5)) == pytest.approx(0.4)
