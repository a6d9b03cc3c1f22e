"""A real Chromium before a real server that serves the bundled quotes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright

from corpus import migrate
from corpus.model import Quote
from service import create_app
from service.archive import Archive
from service.config import Config
from tests.browser.embedded import Embedded, keep
from tests.browser.hosts import Host, host, running
from tests.browser.pages import filled

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. Without it these tests skip, or fail where ONRECORD_REQUIRE_BROWSER=1 asks for it."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        reason = "needs chromium, which is not installed"
        if os.environ.get("ONRECORD_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture(scope="session")
def app(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application over a record that holds the bundle, and its index."""
    config = Config.from_environment({"ONRECORD_HOME": str(tmp_path_factory.mktemp("home"))})
    with Archive(config) as archive:
        migrate(archive.record)
        archive.record.load_bundle()
        archive.synchronise()
    made = create_app(config)
    yield made
    made.extensions["archive"].close()


@pytest.fixture(scope="session")
def site(app: Flask) -> Iterator[str]:
    """The address of the running service."""
    with running(app) as address:
        yield address


@pytest.fixture(scope="session")
def embedded(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Embedded]]:
    """The address of a service of its own for what is embedded elsewhere, and the quotes in it."""
    config = Config.from_environment({"ONRECORD_HOME": str(tmp_path_factory.mktemp("embedded"))})
    with Archive(config) as archive:
        migrate(archive.record)
        quotes = keep(archive.record)
        archive.synchronise()
    made = create_app(config)
    with running(made) as address:
        yield address, quotes
    made.extensions["archive"].close()


@pytest.fixture(scope="session")
def pictured(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """The address of a service of its own, and the path of each sort of page by its name."""
    config = Config.from_environment({"ONRECORD_HOME": str(tmp_path_factory.mktemp("pictured"))})
    with Archive(config) as archive:
        paths = filled(archive)
    made = create_app(config)
    with running(made) as address:
        yield address, paths
    made.extensions["archive"].close()


@pytest.fixture(scope="session")
def elsewhere() -> Iterator[Host]:
    """A site of another origin."""
    with host() as made:
        yield made


@pytest.fixture(scope="session")
def quotes(app: Flask) -> list[Quote]:
    """Every quote of the bundle, as the record keeps it."""
    record = app.extensions["archive"].record
    return [quote for summary in record.articles(limit=100) for quote in record.quotes_of(summary.article.id)]


@pytest.fixture(scope="session")
def pick(quotes: list[Quote]) -> Callable[[Callable[[Quote], bool]], Quote]:
    """The first quote of the bundle that is as asked."""
    return lambda wanted: next(quote for quote in quotes if wanted(quote))


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A fresh tab at the site. A message of the console, which is where broken policies show, fails the test."""
    context = browser.new_context(base_url=site)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    yield tab
    context.close()
    assert not [text for text in complaints if "the server responded with a status of 4" not in text]
