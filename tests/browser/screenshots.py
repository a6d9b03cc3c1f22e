"""Pictures of every page in docs/screenshots: light, dark, and on a phone. `make screenshots` takes them anew.

They show the bundled quotes and the invented articles of the tests.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from service import create_app
from service.archive import Archive
from service.config import Config
from tests.browser.conftest import QUIET
from tests.browser.hosts import running
from tests.browser.pages import filled, opened

FOLDER = Path("docs/screenshots")
PICTURED = ("home", "search", "quote", "speaker", "article", "cluster", "compare", "report", "docs")
COLOURS = 64
"""Of a picture: text and paper need few, and the files stay small."""


@dataclass(frozen=True, slots=True)
class View:
    name: str
    scheme: Literal["light", "dark"]
    width: int
    height: int


VIEWS = (View("light", "light", 1180, 960), View("dark", "dark", 1180, 960), View("phone", "light", 320, 720))


def take(folder: Path) -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("needs chromium, which is not installed")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        config = replace(Config.from_environment({"ONRECORD_HOME": home}), log_level="error")
        with Archive(config) as archive:
            paths = filled(archive)
        app = create_app(config)
        with sync_playwright() as playwright, running(app) as site:
            browser = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
            for view in VIEWS:
                take_all(browser, site, paths, view, folder)
            browser.close()
        app.extensions["archive"].close()


def take_all(browser: Browser, site: str, paths: dict[str, str], view: View, folder: Path) -> None:
    viewport = {"width": view.width, "height": view.height}
    context = browser.new_context(base_url=site, color_scheme=view.scheme, viewport=viewport)  # type: ignore[arg-type]
    page = context.new_page()
    for name in opened(page, {name: paths[name] for name in PICTURED}):
        keep(page.screenshot(), folder / f"{name}-{view.name}.png")
    context.close()


def keep(picture: bytes, path: Path) -> None:
    few = Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


if __name__ == "__main__":
    take(FOLDER)
