"""What a page prints of itself: its main text and, where it states them, the facts a citation needs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """An article as it was printed. What is not printed is null; nothing is filled in."""

    text: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    filed: str | None = None
    """The day of its dateline: it was published then, or soon after."""
    lang: str | None = None
