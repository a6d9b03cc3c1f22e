"""Articles, as the record answers for them. The newest version speaks for an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from corpus.errors import NotInRecord
from corpus.model import Article, Quote
from corpus.record.answers import SHOWN, ArticleSummary, StoredArticle
from corpus.record.packing import article_of, quote_of
from corpus.record.schema import ARTICLES, QUOTES

LATER = ARTICLES.alias("later")


@dataclass(frozen=True, slots=True)
class Kept:
    """A version of an article with what only the record knows of it."""

    article: Article
    bundled: bool
    extractor_version: str | None


def kept(row: Any) -> Kept:
    return Kept(article_of(row, text=row.text), row.bundled, row.extractor_version)


def is_newest() -> ColumnElement[bool]:
    later = select(LATER.c.version).where(LATER.c.id == ARTICLES.c.id, LATER.c.version > ARTICLES.c.version)
    return ~later.exists()


def newest_where(connection: Connection, *conditions: ColumnElement[bool]) -> Kept | None:
    """The first article by id whose newest version meets the conditions."""
    row = connection.execute(select(ARTICLES).where(is_newest(), *conditions).order_by(ARTICLES.c.id)).first()
    return kept(row) if row else None


def newest_of_text(connection: Connection, sha256: str) -> list[Kept]:
    """The articles whose newest version has this text, by id."""
    rows = connection.execute(select(ARTICLES).where(is_newest(), ARTICLES.c.sha256 == sha256).order_by(ARTICLES.c.id))
    return [kept(row) for row in rows]


def version_of(connection: Connection, article_id: str, version: int) -> Kept | None:
    this = (ARTICLES.c.id == article_id) & (ARTICLES.c.version == version)
    row = connection.execute(select(ARTICLES).where(this)).first()
    return kept(row) if row else None


def article(connection: Connection, article_id: str) -> Article:
    """The newest version, with its text if the record has it. Raises NotInRecord."""
    found = newest_where(connection, ARTICLES.c.id == article_id)
    if found is None:
        raise NotInRecord("no article of this id is in the record", where=article_id)
    return found.article


def quotes_of(connection: Connection, article_id: str) -> list[Quote]:
    """The quotes of an article that are shown, in text order; those that only stand in older versions come last."""
    shown = select(QUOTES.c.record).where(QUOTES.c.article_id == article_id, QUOTES.c.state.in_(SHOWN))
    ordered = shown.order_by(QUOTES.c.article_version.desc(), QUOTES.c.start, QUOTES.c.id)
    return [quote_of(row) for row in connection.execute(ordered)]


def all_quotes_of(connection: Connection, article_id: str, version: int | None = None) -> list[Quote]:
    """The quotes of an article in any state, in text order; of one version or of all."""
    every = select(QUOTES.c.record).where(QUOTES.c.article_id == article_id)
    if version is not None:
        every = every.where(QUOTES.c.article_version == version)
    return [quote_of(row) for row in connection.execute(every.order_by(QUOTES.c.start, QUOTES.c.id))]


def summaries(connection: Connection, *, after: str | None, limit: int, publisher: str | None) -> list[ArticleSummary]:
    """Articles by id, without their text, with the number of their quotes that are shown."""
    number = (
        select(func.count())
        .where(QUOTES.c.article_id == ARTICLES.c.id, QUOTES.c.state.in_(SHOWN))
        .scalar_subquery()
        .label("quotes")
    )
    page: Select[Any] = select(ARTICLES.c.record, number).where(is_newest()).order_by(ARTICLES.c.id).limit(limit)
    if after is not None:
        page = page.where(ARTICLES.c.id > after)
    if publisher is not None:
        page = page.where(ARTICLES.c.publisher == publisher)
    return [ArticleSummary(article_of(row), row.quotes) for row in connection.execute(page)]


def stored(connection: Connection, *, after: str | None, limit: int) -> list[StoredArticle]:
    """Articles by id, and which extractor read them last."""
    has_text = ARTICLES.c.text.is_not(None).label("has_text")
    page = select(ARTICLES.c.id, has_text, ARTICLES.c.extractor_version).where(is_newest())
    if after is not None:
        page = page.where(ARTICLES.c.id > after)
    return [StoredArticle(*row) for row in connection.execute(page.order_by(ARTICLES.c.id).limit(limit))]


def related(connection: Connection, article_id: str) -> list[Article]:
    """Copies of an article, what it was copied from, and other copies of that, without their texts; by id.

    Two articles are related if they have the same text, name the same original, or one names the other's address.
    Raises NotInRecord.
    """
    this = article(connection, article_id)
    addresses = [address for address in (this.url, this.original.url if this.original else None) if address]
    same = or_(ARTICLES.c.sha256 == this.sha256, ARTICLES.c.url.in_(addresses), ARTICLES.c.original_url.in_(addresses))
    others = select(ARTICLES.c.record).where(is_newest(), same, ARTICLES.c.id != article_id).order_by(ARTICLES.c.id)
    return [article_of(row) for row in connection.execute(others)]
