"""What is read: an article, when it was published, and whose hands it came through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DateBasis = Literal["stated", "inferred_from_weekday", "inferred_from_publication", "inferred_from_content", "unknown"]
ArticleRelation = Literal["original", "republication", "syndication", "translation", "rewrite", "unknown"]
ProvenanceKind = Literal["said", "told", "reported", "republished", "translated"]


@dataclass(frozen=True, slots=True)
class PublishedAt:
    """When an article was published: an EDTF (ISO 8601-2:2019) string and how it is known."""

    edtf: str | None = None
    basis: DateBasis = "unknown"


@dataclass(frozen=True, slots=True)
class Original:
    """The publication that an article was copied, syndicated or translated from."""

    publisher: str | None = None
    url: str | None = None
    lang: str | None = None
    basis: str | None = None
    """The words of the article that show it ("Source link")."""


@dataclass(frozen=True, slots=True)
class ProvenanceStep:
    """One hand that words went through, with the words of the article that show it; where they stand in its text
    (`start`, `end`: code points) if it is kept and they do."""

    step: ProvenanceKind
    actor: str | None = None
    evidence_text: str | None = None
    url: str | None = None
    date: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A published document as read. `text` never changes after ingest; it is null for bundled articles, whose text is
    not ours to carry: `sha256` (of the UTF-8 text) and `length` (code points) then stand for it."""

    id: str
    sha256: str
    length: int
    text: str | None = None
    version: int = 1
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    published_at: PublishedAt = PublishedAt()
    retrieved_at: str | None = None
    lang: str | None = None
    relation: ArticleRelation = "unknown"
    original: Original | None = None
    provenance: tuple[ProvenanceStep, ...] = ()
    missing_links: tuple[str, ...] = ()
