"""One style sheet, one script: what they are made of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from service.pages.assets import ASSETS, STATIC

TEMPLATES = "".join(path.read_text(encoding="utf-8") for path in Path("service/templates").rglob("*.html"))
IN_CODE = {"holds", "differs", "absent", "direct", "partial", "indirect"}
"""Classes that templates take from closed sets of the code."""


def test_the_style_sheet_is_small() -> None:
    assert len(ASSETS["onrecord.css"].content) <= 25 * 1024


def test_the_script_is_small() -> None:
    assert len(ASSETS["onrecord.js"].content) <= 15 * 1024
    assert len(ASSETS["embed.js"].content) <= 15 * 1024


@pytest.mark.parametrize("name", ["onrecord.css", "embed.css"])
def test_a_style_sheet_has_no_class_that_no_template_has(name: str) -> None:
    in_use = TEMPLATES + ASSETS["onrecord.js"].content.decode()
    selectors = re.sub(r"\{[^{}]*\}|/\*.*?\*/", "", ASSETS[name].content.decode(), flags=re.DOTALL)
    styled = set(re.findall(r"\.([a-z][a-z-]*)", selectors))
    assert styled
    assert {one for one in styled - IN_CODE if not re.search(rf"[\"' ]{one}[\"' ]", in_use)} == set()


def test_every_style_file_is_served() -> None:
    assert {f"styles/{path.name}" for path in (STATIC / "styles").iterdir()} == set(ASSETS["onrecord.css"].files)


def test_no_asset_fetches_anything_from_elsewhere() -> None:
    for asset in ASSETS.values():
        assert not re.findall(rb"@import|url\(|(?:src|href)=[\"']?https?:", asset.content)
