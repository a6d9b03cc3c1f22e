"""Where an article comes from, as far as its own text shows."""

from __future__ import annotations

from dataclasses import replace

from corpus.model import Article, ArticleRelation, Original, ProvenanceStep
from corpus.provenance.signs import SIGNS, Sign, notes

COPIES: frozenset[ArticleRelation] = frozenset({"republication", "syndication", "translation", "rewrite"})


def trace(article: Article) -> Article:
    """`article` with `relation`, `original`, `provenance` and `missing_links` filled in from its text.

    What is known already stays. Without a sign nothing is claimed: the relation stays ``unknown``. Missing links name
    what a copy does not tell of its original: ``original_publisher``, ``original_url``.
    """
    sign = found(article)
    relation = article.relation if article.relation != "unknown" or sign is None else sign.relation
    original = article.original or (sign.original if sign else None)
    if relation not in COPIES:
        return replace(article, relation=relation)
    evidence = sign.evidence if sign else (original.basis if original else None)
    return replace(
        article,
        relation=relation,
        original=original if original and (original.publisher or original.url or original.lang) else None,
        provenance=article.provenance or steps(article, relation, original, evidence),
        missing_links=article.missing_links or missing(original),
    )


def found(article: Article) -> Sign | None:
    """The first sign that the article has, if it is not known already whose copy it is."""
    if article.text is None or (article.relation != "unknown" and article.original):
        return None
    lines = notes(article.text)
    return next((sign for looks in SIGNS if (sign := looks(article, lines))), None)


def missing(original: Original | None) -> tuple[str, ...]:
    links = (
        ("original_publisher", original and original.publisher),
        ("original_url", original and original.url),
    )
    return tuple(name for name, known in links if not known)


def steps(
    article: Article, relation: ArticleRelation, original: Original | None, evidence: str | None
) -> tuple[ProvenanceStep, ...]:
    """The hands an article went through, the first reporter's first."""
    reported = ProvenanceStep(
        "reported",
        actor=original.publisher if original else None,
        url=original.url if original else None,
        evidence_text=evidence,
    )
    again = ProvenanceStep(
        "translated" if relation == "translation" else "republished",
        actor=article.publisher,
        url=article.url,
        date=article.published_at.edtf,
        evidence_text=evidence,
    )
    return reported, again
