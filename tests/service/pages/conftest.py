"""The application over invented quotes of every sort: a real index, and a shelf that stands for the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import TypeVar

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import StrictUndefined

from corpus.errors import NotInRecord
from corpus.model import Article, CitedArticle, Quote, Role, Speaker
from corpus.record import Change, Counts, SpeakerSummary
from service import create_app
from service.archive import Archive
from service.config import Config
from tests.service.pages import invented

Kept = TypeVar("Kept")
BODY = "The whole body of the article, which no page may show."
RUIZ = Speaker(
    "ana-ruiz",
    "Ana Ruiz",
    "person",
    ("A. Ruiz", "Mayor Ruiz"),
    (Role("mayor", "Port Ellery", "2019", "2023-05"), Role("minister of harbours", None, "2023-06")),
)
WITHDRAWN = invented.quote(
    "Words that are gone.",
    id="q_withdrawn0000",
    state="withdrawn",
    corrections=(invented.Correction(2, "2024-05-06T00:00:00Z", "withdrawn"),),
)
MERGED = invented.quote("Words told twice.", id="q_merged0000000", state="merged", merged_into=invented.DIRECT.id)


@dataclass(frozen=True)
class Shelf:
    """What the pages ask of `corpus.record.Record`, over quotes in memory."""

    quotes: tuple[Quote, ...] = (*invented.EVERY_SORT, WITHDRAWN, MERGED)

    def quote(self, quote_id: str) -> Quote:
        return only([quote for quote in self.quotes if quote.id == quote_id])

    def quotes_of(self, article_id: str) -> list[Quote]:
        return [quote for quote in invented.EVERY_SORT if quote.citation.article.id == article_id]

    def article(self, article_id: str) -> Article:
        cited = only([one for one in (invented.ARTICLE, invented.COPY) if one.id == article_id])
        return whole(cited)

    def related_articles(self, article_id: str) -> list[Article]:
        return [whole(one) for one in (invented.ARTICLE, invented.COPY) if one.id != article_id]

    def speaker(self, slug: str) -> Speaker:
        return only([RUIZ] if slug == RUIZ.slug else [])

    def speakers(self, *, q: str | None = None, limit: int = 20) -> list[SpeakerSummary]:
        return [SpeakerSummary(RUIZ, 5, None, None)] if q and q.casefold() in RUIZ.name.casefold() else []

    def counts(self) -> Counts:
        return Counts(2, len(invented.EVERY_SORT), 3)

    def look(self) -> object:
        return len(self.quotes)

    def sequence(self) -> int:
        return len(self.quotes)

    def changes(self, after: int = 0) -> Iterator[Change]:
        for seq, quote in enumerate(self.quotes[after:], after + 1):
            yield Change(seq, quote, (RUIZ,) if invented.RUIZ in quote.speakers else ())

    def close(self) -> None:
        """Nothing is open."""


def only(kept: list[Kept]) -> Kept:
    if not kept:
        raise NotInRecord("nothing of that name is kept")
    return kept[0]


def whole(cited: CitedArticle) -> Article:
    facts = {field.name: getattr(cited, field.name) for field in fields(cited)}
    return Article(sha256=invented.SHA256, length=len(BODY), text=BODY, **facts)


class ShelfArchive(Archive):
    record = Shelf()  # type: ignore[assignment]


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    config = Config.from_environment({"ONRECORD_HOME": str(tmp_path_factory.mktemp("home"))})
    made = create_app(config)
    made.jinja_env.undefined = StrictUndefined
    made.extensions["archive"] = archive = ShelfArchive(config)
    archive.synchronise()
    yield made
    archive.index.close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
