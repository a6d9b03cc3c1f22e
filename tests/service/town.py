"""A town whose papers report one utterance in several wordings. The articles are invented."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient

from corpus import Record, extract_quotes, read_article
from corpus.model import Quote
from service import create_app
from service.archive import Archive

KITES = "Nobody flies a kite over the gasworks again while I am mayor of this town, not even my own grandchildren."
ARTICLES = {
    "gazette": f'"{KITES}" said Petra Holm.\n\nThe fire on Sunday burned for nine hours, the brigade said.\n',
    "courier": '"Nobody flies a kite over the gasworks again while I am mayor," said Petra Holm.\n\nShe was ill.\n',
    "echo": f'"{KITES.replace("not even", "even")}" said Petra Holm.\n\nHer party meets on Friday to choose.\n',
}


def keep(record: Record, name: str, text: str) -> None:
    article = read_article(text, url=f"https://{name}.example/kites", publisher=name, published="2031-05-06", lang="en")
    record.ingest(article, extract_quotes(article), extractor_version="1")


class Town:
    """A service over an archive, and the quotes of its articles by their publisher."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.app = create_app(archive.config)
        self.client: FlaskClient = self.app.test_client()

    def quote(self, name: str) -> Quote:
        [article] = [one.article.id for one in self.archive.record.articles(publisher=name)]
        return self.archive.record.quotes_of(article)[0]

    def cluster(self, suffix: str = "") -> Any:
        membership = self.quote("gazette").cluster or self.quote("courier").cluster
        assert membership is not None
        return self.client.get(f"/v1/clusters/{membership.id}{suffix}")

    def withdraw(self, name: str) -> None:
        self.archive.record.withdraw(self.quote(name).id, reason_class="privacy", reason="asked for", by="An Editor")
        self.archive.synchronise()
