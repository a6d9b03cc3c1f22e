"""Our types to JSON and back, as the database keeps them. Fields that a later version adds are ignored on reading."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

import msgspec

from corpus.errors import RecordUnavailable
from corpus.model import Article, Quote, Speaker

Noun = TypeVar("Noun", Article, Quote, Speaker)

QUOTE = msgspec.json.Decoder(Quote)
ARTICLE = msgspec.json.Decoder(Article)
SPEAKER = msgspec.json.Decoder(Speaker)


def packed(record: Quote | Speaker) -> str:
    return msgspec.json.encode(record).decode()


def packed_article(article: Article) -> str:
    """The article without its text, which has a column of its own."""
    return msgspec.json.encode(replace(article, text=None)).decode()


def quote_of(row: Any) -> Quote:
    return unpacked(QUOTE, row.record)


def speaker_of(row: Any) -> Speaker:
    return unpacked(SPEAKER, row.record)


def article_of(row: Any, *, text: str | None = None) -> Article:
    return replace(unpacked(ARTICLE, row.record), text=text)


def unpacked(decoder: msgspec.json.Decoder[Noun], record: str) -> Noun:
    """Raises RecordUnavailable if somebody else's hand was in it."""
    try:
        return decoder.decode(record)
    except msgspec.DecodeError as error:
        raise RecordUnavailable(f"record: cannot be read: {error}; run `onrecord doctor`") from error
