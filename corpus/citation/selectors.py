"""Selectors of the W3C Web Annotation Data Model: by words (4.2.4, TextQuote) and by position (4.2.5, TextPosition)."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.errors import InvalidQuote
from corpus.model import Article, Segment, Selector

CONTEXT = 32
"""Code points kept on each side of the words."""


def selectors(article: Article, segments: Sequence[Segment]) -> tuple[Selector, ...]:
    """One selector for each segment; offsets in code points of the article's text.

    Raises `InvalidQuote` if there is no segment, the article's text is not at hand, or a segment's words do not stand
    where it says.
    """
    if article.text is None:
        raise InvalidQuote("its text is not at hand, so nothing in it can be cited", where=article.id)
    if not segments:
        raise InvalidQuote("a quotation needs at least one segment", where=article.id)
    return tuple(selector(article.text, article.sha256, segment) for segment in segments)


def selector(text: str, sha256: str, segment: Segment) -> Selector:
    start, end = segment.start, segment.end
    if not 0 <= start < end <= len(text) or text[start:end] != segment.text:
        raise InvalidQuote(f"the words at {start}-{end} are not those of the segment", where=f"{start}-{end}")
    return Selector(
        exact=segment.text,
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
        sha256=sha256,
    )
