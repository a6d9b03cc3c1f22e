"""The pages of docs/screenshots, a cluster and a checked draft among them: for everybody, on a phone, and small."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from service import create_app
from service.archive import Archive
from service.config import Config
from tests.browser.hosts import running
from tests.browser.screenshots import check, filled
from tests.browser.test_reach import PHONE, SCHEMES, WCAG, Scheme

pytestmark = pytest.mark.browser

MOST = 30 * 1024


@pytest.fixture(scope="module")
def pictured(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """The address of a service, and the path of each page by its name."""
    config = Config.from_environment({"ONRECORD_HOME": str(tmp_path_factory.mktemp("pictured"))})
    with Archive(config) as archive:
        paths = filled(archive)
    app = create_app(config)
    with running(app) as site:
        yield site, paths
    app.extensions["archive"].close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_page_is_for_everybody(browser: Browser, pictured: tuple[str, dict[str, str]], scheme: Scheme) -> None:
    site, paths = pictured
    context = browser.new_context(base_url=site, color_scheme=scheme, viewport={"width": PHONE, "height": 720})
    page, found = context.new_page(), {}
    for name, path in paths.items():
        answer = page.goto(path)
        assert answer is not None
        assert len(answer.body()) <= MOST, name
        if name == "check":
            check(page)
        violations = Axe().run(page, options=WCAG).response["violations"]
        width = page.evaluate("document.documentElement.scrollWidth")
        found[name] = (width, [(one["id"], [node["html"] for node in one["nodes"]]) for one in violations])
    context.close()
    assert found == dict.fromkeys(paths, (PHONE, []))
