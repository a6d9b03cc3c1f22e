"""The three articles that the project began with: every quotation found, at its place, with its speaker.

The articles and their gold data live beside the project and are not part of it; without them these tests skip.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corpus.extraction import extract_quotes
from corpus.model import Quotation

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not beside the project (../shared)")


def read_lines(name: str) -> list[dict[str, Any]]:
    path = SEEDS / name
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


@cache
def found_in(doc: str) -> tuple[Quotation, ...]:
    with (SEEDS / doc).open(encoding="utf-8", newline="") as file:
        return tuple(extract_quotes(file.read()))


def spans_without_marks(gold: dict[str, Any]) -> list[tuple[int, int]]:
    edge = 0 if gold["type"] == "indirect" else 1
    return [(segment["start"] + edge, segment["end"] - edge) for segment in gold["segments"]]


def name_of(gold: dict[str, Any]) -> str:
    return f"{gold['doc'][:3]}:{gold['segments'][0]['start']}"


@pytest.mark.parametrize("gold", read_lines("gold.jsonl"), ids=name_of)
def test_every_gold_quotation_is_found_with_its_speakers(gold: dict[str, Any]) -> None:
    spans = spans_without_marks(gold)
    found = [one for one in found_in(gold["doc"]) if [(span.start, span.end) for span in one.spans] == spans]
    assert len(found) == 1
    assert [speaker.name for speaker in found[0].speakers] == gold["speakers"]
    assert found[0].type == gold["type"]
    assert {speaker.kind for speaker in found[0].speakers} == {gold["speaker_kind"]}


@pytest.mark.parametrize(
    "gold", read_lines("not-quotations.jsonl"), ids=lambda gold: f"{gold['doc'][:3]}:{gold['start']}"
)
def test_what_only_looks_like_a_quotation_has_no_speaker(gold: dict[str, Any]) -> None:
    overlapping = [
        one
        for one in found_in(gold["doc"])
        if any(span.start < gold["end"] and gold["start"] < span.end for span in one.spans)
    ]
    assert not any(one.speakers or one.mention for one in overlapping)


def test_two_anonymous_officials_are_kept_apart() -> None:
    golds = [gold for gold in read_lines("gold.jsonl") if gold["speaker_kind"] == "anonymous"]
    names = {gold["speakers"][0] for gold in golds}
    assert len(names) == len(golds)
