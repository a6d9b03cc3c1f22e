"""The facts of an article that is read again: what is known is never lost to a reading that found less."""

from __future__ import annotations

from dataclasses import replace

from corpus.model import Article
from corpus.provenance import missing_links


def merged_facts(before: Article, read: Article) -> Article:
    """What `read` says, and where it says nothing, what was known `before`; under the id and version of `before`.

    Of the same text the first day of retrieval stays; another text was retrieved anew."""
    same_text = before.sha256 == read.sha256
    merged = replace(
        read,
        id=before.id,
        version=before.version,
        title=read.title or before.title,
        byline=read.byline or before.byline,
        publisher=read.publisher or before.publisher,
        url=read.url or before.url,
        published_at=read.published_at if read.published_at.edtf else before.published_at,
        retrieved_at=(before.retrieved_at or read.retrieved_at) if same_text else read.retrieved_at,
        lang=read.lang or before.lang,
        relation=read.relation if read.relation != "unknown" else before.relation,
        original=read.original or before.original,
        provenance=read.provenance or before.provenance,
    )
    still = missing_links(merged)
    links = tuple(link for link in read.missing_links or before.missing_links if link in still)
    return replace(merged, missing_links=links)


def may_be_one(before: Article, read: Article) -> bool:
    """Whether articles of one text may be one article: an address is told of one of them at most, and not that they
    were published by two. The same text at two addresses is two articles."""
    one_address = before.url is None or read.url is None
    return one_address and (not before.publisher or not read.publisher or before.publisher == read.publisher)


def bundled_facts(before: Article, read: Article) -> Article:
    """The reviewed facts of a bundled article, with the text, and what no page prints of itself from the reading."""
    return replace(
        before, text=read.text, url=before.url or read.url, retrieved_at=before.retrieved_at or read.retrieved_at
    )
