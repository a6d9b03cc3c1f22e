"""Articles as bibliographies have them, in three styles: the table of tests/fixtures/citations/references.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from corpus.citation.rendering import STYLES, render
from corpus.model import Original, PublishedAt
from tests.corpus.citation.test_references import WORDS, of

TABLE = Path(__file__).parents[2] / "fixtures" / "citations" / "references.toml"
CASES: list[dict[str, Any]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]


def facts_of(case: dict[str, Any]) -> dict[str, object]:
    """The facts of a case; what is empty is not printed."""
    facts = {name: value or None for name, value in case.get("facts", {}).items()}
    if "published" in facts:
        edtf, basis = facts.pop("published")
        facts["published_at"] = PublishedAt(edtf or None, basis)
    if "original" in facts:
        facts["original"] = Original(*(told or None for told in facts["original"]))
    return facts


@pytest.mark.parametrize("style", STYLES[1:])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_an_article_in_a_bibliography(case: dict[str, Any], style: str) -> None:
    assert render(of(**facts_of(case)), style) == WORDS + case[style]


def test_there_are_enough_cases() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES) >= 40
