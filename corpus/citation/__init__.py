"""Where it is written: selectors that find the words again, links that land on them, and (`rendering`, slower to
import) citations to print."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.citation.fragments import text_fragment_url
from corpus.citation.selectors import CONTEXT, selectors
from corpus.model import Article, Citation, CitedArticle, DeepLink, Segment

__all__ = ["CONTEXT", "cite", "text_fragment_url"]


def cite(article: Article, segments: Sequence[Segment]) -> Citation:
    """The citation of a quotation's `segments` in `article`, whose text is at hand: at least one, in text order.

    The deep link is never checked here: its state is ``unchecked``, or ``unavailable`` where the article has no URL.
    """
    found = selectors(article, segments)
    link = (
        DeepLink(text_fragment_url(article.url, found, text=article.text), "unchecked") if article.url else DeepLink()
    )
    return Citation(article=cited(article), selector=found[0], selectors=found, deep_link=link)


def cited(article: Article) -> CitedArticle:
    """What a citation says of `article`: its facts, and none of its words."""
    return CitedArticle(
        id=article.id,
        title=article.title,
        byline=article.byline,
        publisher=article.publisher,
        url=article.url,
        published_at=article.published_at,
        retrieved_at=article.retrieved_at,
        lang=article.lang,
        relation=article.relation,
        original=article.original,
        version=article.version,
    )
