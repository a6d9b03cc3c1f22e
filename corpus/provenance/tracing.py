"""Where an article comes from, as far as its own text shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from corpus.model import Article, ArticleRelation, Original, ProvenanceStep
from corpus.provenance.notes import notes
from corpus.provenance.signs import SIGNS, Sign

COPIES: frozenset[ArticleRelation] = frozenset({"republication", "syndication", "translation", "rewrite"})


def trace(article: Article) -> Article:
    """`article` with `relation`, `original`, `provenance` and `missing_links` filled in from its text.

    What is known already stays. Without a sign nothing is claimed: the relation stays ``unknown``. Missing links name
    what a copy does not tell of its original: ``original_publisher``, ``original_url``.
    """
    signs = found(article)
    sign = signs[0] if signs else None
    relation = article.relation if article.relation != "unknown" or sign is None else sign.relation
    original = article.original or (original_of(signs) if sign else None)
    if relation not in COPIES:
        return replace(article, relation=relation)
    return replace(
        article,
        relation=relation,
        original=original,
        provenance=article.provenance or steps(article, relation, original, sign),
        missing_links=article.missing_links or missing(original),
    )


def found(article: Article) -> list[Sign]:
    """The signs that the article has, if it is not known already whose copy it is; the one that counts first."""
    if article.text is None or (article.relation != "unknown" and article.original):
        return []
    lines = notes(article.text)
    return [sign for looks in SIGNS for sign in looks(article, lines)]


def original_of(signs: Iterable[Sign]) -> Original | None:
    """What the signs tell together of the original, of each part the first that tells it."""
    told = [(sign, sign.original) for sign in signs if sign.original]
    if not told:
        return None
    publisher = next((one.publisher for _, one in told if one.publisher), None)
    url = next((one.url for _, one in told if one.url), None)
    return Original(publisher, url, next((one.lang for _, one in told if one.lang), None), basis=told[0][0].evidence)


def missing(original: Original | None) -> tuple[str, ...]:
    links = (
        ("original_publisher", original and original.publisher),
        ("original_url", original and original.url),
    )
    return tuple(name for name, known in links if not known)


def steps(
    article: Article, relation: ArticleRelation, original: Original | None, sign: Sign | None
) -> tuple[ProvenanceStep, ...]:
    """The hands an article went through, the first reporter's first."""
    evidence = sign.evidence if sign else (original.basis if original else None)
    start = sign.start if sign else None
    end = None if start is None or evidence is None else start + len(evidence)
    reported = ProvenanceStep(
        "reported",
        actor=original.publisher if original else None,
        url=original.url if original else None,
        evidence_text=evidence,
        start=start,
        end=end,
    )
    again = ProvenanceStep(
        "translated" if relation == "translation" else "republished",
        actor=(sign.translator if sign else None) or article.publisher,
        url=article.url,
        date=article.published_at.edtf,
        evidence_text=evidence,
        start=start,
        end=end,
    )
    return reported, again
