"""Articles in: bytes or characters become an `Article` whose text never changes."""

from __future__ import annotations

import re
from pathlib import PurePath

from corpus.errors import UnreadableArticle
from corpus.model import Article, PublishedAt
from corpus.provenance import trace
from corpus.reading.decoding import checked, decode
from corpus.reading.given import copied_from, given_lang, given_moment, given_url, given_words, stated
from corpus.reading.identity import article_id, canonical_url, text_sha256
from corpus.reading.page import Page
from corpus.reading.plain import read_plain

__all__ = ["MAX_BYTES", "article_id", "canonical_url", "read_article", "text_sha256"]

MAX_BYTES = 5_000_000
HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
HTML_BEGINNING = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main)\b",
    re.IGNORECASE | re.DOTALL,
)
CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def read_article(
    data: bytes | str,
    *,
    name: str | None = None,
    media_type: str | None = None,
    url: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    byline: str | None = None,
    published: str | None = None,
    lang: str | None = None,
    retrieved_at: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Article:
    """The article that `data` is: HTML by its media type, its name or its first characters, else plain text.

    What is given of it by name (`url`, `title`, …; `published` in EDTF) goes before what the page says. `name` is what
    messages call it. Raises `UnreadableArticle`: too large, empty, binary, in no sure encoding, HTML without an
    article, or given facts that cannot be true of one.
    """
    where = name or "article"
    if len(data) > max_bytes or (isinstance(data, str) and len(data.encode("utf-8", "replace")) > max_bytes):
        raise UnreadableArticle(f"is larger than the limit of {max_bytes:,} bytes", where=where)
    page = read_page(data, name, media_type or "", where)
    address = given_url(url, where) or (canonical_url(page.url) if page.url else None)
    original = copied_from(address, page.url)
    digest = text_sha256(page.text)
    return trace(
        Article(
            id=article_id(digest, address),
            sha256=digest,
            length=len(page.text),
            text=page.text,
            title=given_words(title, "title", where) or page.title,
            byline=given_words(byline, "byline", where) or page.byline,
            publisher=given_words(publisher, "publisher", where) or page.publisher,
            url=address,
            published_at=stated(published or page.published, where) if published or page.published else filed(page),
            retrieved_at=given_moment(retrieved_at, where),
            lang=given_lang(lang, where) or page.lang,
            relation="syndication" if original else "unknown",
            original=original,
        )
    )


def filed(page: Page) -> PublishedAt:
    """The day of the dateline, from which that of publication is inferred; nothing if there is none."""
    return PublishedAt(page.filed, "inferred_from_content") if page.filed else PublishedAt()


def read_page(data: bytes | str, name: str | None, media_type: str, where: str) -> Page:
    kind = media_type.partition(";")[0].strip().lower()
    named_html = kind in HTML_TYPES or (not kind and PurePath(name or "").suffix.lower() in HTML_SUFFIXES)
    if isinstance(data, str):
        text = checked(data, where)
    else:
        charset = CHARSET.search(media_type)
        text = decode(data, where=where, declared=charset[1] if charset else None, is_html=named_html or not kind)
    if not named_html and (kind == "text/plain" or not HTML_BEGINNING.match(text)):
        return read_plain(text)
    from corpus.reading.html import read_html  # noqa: PLC0415 (0.3 s, which plain text need not wait for)

    page = read_html(text, where=where)
    checked(page.text, where)
    return page
