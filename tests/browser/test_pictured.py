"""One page of each sort, a cluster and a checked draft among them: for everybody, on a phone, and small."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.pages import opened
from tests.browser.test_reach import PHONE, SCHEMES, WCAG, Scheme

pytestmark = pytest.mark.browser

MOST = 30 * 1024
ALONE = {"runOnly": [rule for rule in WCAG["runOnly"] if rule != "best-practice"]}
"""For cards, which stand in a page that has its own headings."""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_page_is_for_everybody(browser: Browser, pictured: tuple[str, dict[str, str]], scheme: Scheme) -> None:
    site, paths = pictured
    context = browser.new_context(base_url=site, color_scheme=scheme, viewport={"width": PHONE, "height": 720})
    page, found = context.new_page(), {}
    for name in opened(page, paths):
        rules = ALONE if name.startswith("card") else WCAG
        violations = Axe().run(page, options=rules).response["violations"]
        width = page.evaluate("document.documentElement.scrollWidth")
        found[name] = (width, [(one["id"], [node["html"] for node in one["nodes"]]) for one in violations])
    context.close()
    assert found == dict.fromkeys(paths, (PHONE, []))


def test_every_page_is_one_small_document_one_style_sheet_and_one_script(
    browser: Browser, pictured: tuple[str, dict[str, str]]
) -> None:
    site, paths = pictured
    context = browser.new_context(base_url=site)
    page, kinds = context.new_page(), list[str]()
    page.on("request", lambda request: kinds.append(request.resource_type))
    for name, path in paths.items():
        kinds.clear()
        answer = page.goto(path)
        assert answer is not None
        assert len(answer.body()) <= MOST, name
        asked = sorted(kind for kind in kinds if kind != "other")
        assert asked == ["document", *(["script"] if not name.startswith("card") else []), "stylesheet"], name
    context.close()
