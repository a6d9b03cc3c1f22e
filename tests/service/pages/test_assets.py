"""One style sheet, one script: what they are made of."""

from __future__ import annotations

import hashlib
import re

from service.pages.assets import ASSETS, STATIC


def test_the_vendored_style_sheet_is_the_one_that_was_noted() -> None:
    noted = re.search(r"`pico\.classless\.min\.css`.*`([0-9a-f]{64})`", STATIC.joinpath("vendor/README.md").read_text())
    assert noted
    assert hashlib.sha256(STATIC.joinpath("vendor/pico.classless.min.css").read_bytes()).hexdigest() == noted[1]


def test_the_script_is_small() -> None:
    assert len(ASSETS["onrecord.js"].content) <= 15 * 1024
    assert len(ASSETS["embed.js"].content) <= 15 * 1024


def test_no_asset_fetches_anything_from_elsewhere() -> None:
    ours = STATIC.joinpath("onrecord.css").read_text()
    assert not re.search(r"@import|url\(", ours)
    for asset in ASSETS.values():
        assert not re.findall(rb"(?:src|href)=[\"']?https?:", asset.content)


def test_every_image_of_the_vendored_style_sheet_is_switched_off() -> None:
    """They are data: images, which the Content-Security-Policy does not load."""
    vendored = STATIC.joinpath("vendor/pico.classless.min.css").read_text()
    ours = STATIC.joinpath("onrecord.css").read_text()
    images = set(re.findall(r"(--pico-icon-[a-z]+):\s*url", vendored))
    assert images
    assert all(f"{image}: none" in ours for image in images)
    assert len(re.findall(r"url\(", vendored)) == len(re.findall(r"--pico-icon-[a-z]+:\s*url\(", vendored))
