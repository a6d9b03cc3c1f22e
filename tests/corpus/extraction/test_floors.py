"""Extraction never gets worse: the referee's figures on PolNeAR stay at or above tests/fixtures/floors.toml.

The referee and its articles live beside the project; without them these tests skip.
"""

from __future__ import annotations

from dataclasses import asdict

import pytest

from bench import referee
from bench.floors import below

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not referee.present(), reason="the referee is not beside the project (../shared)"),
]


@pytest.mark.parametrize("split", referee.SPLITS)
def test_no_figure_falls_below_its_floor(split: str) -> None:
    assert below({split: asdict(referee.scores(split))}) == []


@pytest.mark.parametrize("split", referee.SPLITS)
def test_every_span_equals_its_text(split: str) -> None:
    for name, article in referee.gold(split).items():
        for quote in referee.extracted(split)[name]:
            assert " … ".join(article.text[start:end] for start, end in quote["segments"]) == quote["text"]
            for part in (quote["speaker"], quote["cue"]):
                assert part is None or article.text[part["start"] : part["end"]] == part["text"]
