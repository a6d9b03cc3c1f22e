"""One page of each sort, over the bundled quotes and the invented articles of the tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from playwright.sync_api import Page

from corpus import extract_quotes, migrate, read_article
from corpus.extraction import EXTRACTOR_VERSION
from corpus.model import Quote
from corpus.record import Record
from service.archive import Archive
from tests.service.invented import FERRY, keep_articles
from tests.service.town import ARTICLES

DRAFT = FERRY.replace("a disgrace to the town", "a shame for this town").replace("Tobias Renn", "Oona Sedge")


def filled(archive: Archive) -> dict[str, str]:
    """Keep everything that is shown; the path of each page by its name."""
    record = archive.record
    migrate(record)
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
        "report": "/check",
        "docs": "/docs",
        "answers": "/docs/answers",
        "narrowed": "/search?q=the&type=direct&said_from=2020&group=cluster",
        "nothing found": "/search?q=qqqqq&type=direct",
        "not understood": "/search?q=harbour+(bridge",
        "problem": "/nowhere",
        "card": f"/embed/q/{split.id}",
        "card of nothing": "/embed/q/q_aaaaaaaaaaaaa",
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


def opened(page: Page, paths: Mapping[str, str]) -> Iterator[str]:
    """The name of each page, while it is open. That of a report shows a checked draft."""
    for name, path in paths.items():
        page.goto(path)
        if name == "report":
            check(page)
        yield name


def check(page: Page) -> None:
    """Have a draft checked by the page that is open."""
    page.get_by_label("Draft, or a single quote").fill(DRAFT)
    page.get_by_role("button", name="Check").click()
    page.get_by_role("heading", name="quotations:").wait_for()
