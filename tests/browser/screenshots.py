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
from playwright.sync_api import Browser, Page, sync_playwright

from corpus import extract_quotes, read_article
from corpus.extraction import EXTRACTOR_VERSION
from corpus.model import Quote
from corpus.record import Record
from service import create_app
from service.archive import Archive
from service.config import Config
from tests.browser.conftest import QUIET
from tests.browser.hosts import running
from tests.service.invented import FERRY, keep_articles
from tests.service.town import ARTICLES

FOLDER = Path("docs/screenshots")
COLOURS = 64
"""Of a picture: text and paper need few, and the files stay small."""
DRAFT = FERRY.replace("a disgrace to the town", "a shame for this town").replace("Tobias Renn", "Oona Sedge")


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


def filled(archive: Archive) -> dict[str, str]:
    """Keep everything that is shown; the path of each page by its name."""
    record = archive.record
    record.migrate()
    record.load_bundle()
    quotes = shown_quotes(record)
    split, cluster = quotes["split"], quotes["clustered"].cluster
    assert cluster is not None
    archive.synchronise()
    return {
        "home": "/",
        "search": "/search?q=the",
        "quote": f"/q/{split.id}",
        "speaker": "/speakers/mira-halloran",
        "article": f"/articles/{split.citation.article.id}",
        "cluster": f"/clusters/{cluster.id}",
        "compare": "/compare?left=Mira+Halloran&right=Tobias+Renn",
        "check": "/check",
        "docs": "/docs",
    }


def shown_quotes(record: Record) -> dict[str, Quote]:
    ferry, _ = keep_articles(record)
    for name, text in ARTICLES.items():
        url = f"https://{name}.example/kites"
        facts = {"title": "No kites over the gasworks", "publisher": f"The {name.title()}", "published": "2024-05-06"}
        article = read_article(text, url=url, lang="en", **facts)
        record.ingest(article, extract_quotes(article), extractor_version=EXTRACTOR_VERSION)
    split = next(quote for quote in record.quotes_of(ferry) if len(quote.segments) > 1)
    return {"split": split, "clustered": record.quotes_of(article.id)[0]}


def take_all(browser: Browser, site: str, paths: dict[str, str], view: View, folder: Path) -> None:
    viewport = {"width": view.width, "height": view.height}
    context = browser.new_context(base_url=site, color_scheme=view.scheme, viewport=viewport)  # type: ignore[arg-type]
    page = context.new_page()
    for name, path in paths.items():
        page.goto(path)
        if name == "check":
            check(page)
        keep(page.screenshot(), folder / f"{name}-{view.name}.png")
    context.close()


def check(page: Page) -> None:
    page.get_by_label("Draft, or a single quote").fill(DRAFT)
    page.get_by_role("button", name="Check").click()
    page.get_by_role("heading", name="quotations:").wait_for()


def keep(picture: bytes, path: Path) -> None:
    few = Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


if __name__ == "__main__":
    take(FOLDER)
