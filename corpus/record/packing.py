"""Our types to JSON and back, as the database keeps them. Fields that a later version adds are ignored on reading."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from corpus.model import Article, Quote, Speaker

QUOTE = msgspec.json.Decoder(Quote)
ARTICLE = msgspec.json.Decoder(Article)
SPEAKER = msgspec.json.Decoder(Speaker)


def packed(record: Quote | Speaker) -> str:
    return msgspec.json.encode(record).decode()


def packed_article(article: Article) -> str:
    """The article without its text, which has a column of its own."""
    return msgspec.json.encode(replace(article, text=None)).decode()


def quote_of(row: Any) -> Quote:
    return QUOTE.decode(row.record)


def speaker_of(row: Any) -> Speaker:
    return SPEAKER.decode(row.record)


def article_of(row: Any, *, text: str | None = None) -> Article:
    return replace(ARTICLE.decode(row.record), text=text)
