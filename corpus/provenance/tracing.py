"""Where an article comes from, as far as its own text shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.model import Article, ArticleRelation, Original, ProvenanceStep
from corpus.provenance.notes import notes
from corpus.provenance.signs import SIGNS, Sign

COPIES: frozenset[ArticleRelation] = frozenset({"republication", "syndication", "translation", "rewrite"})


def trace(article: Article) -> Article:
    """`article` with `relation`, `original`, `provenance` and `missing_links` filled in from its text.

    What is known already stays. Without a sign nothing is claimed: the relation stays ``unknown``.
    """
    signs = found(article)
    sign = signs[0] if signs else None
    relation = article.relation if article.relation != "unknown" or sign is None else sign.relation
    original = article.original or (original_of(signs) if sign else None)
    if relation not in COPIES:
        traced = replace(article, relation=relation)
    else:
        way = article.provenance or steps(article, relation, original, signs)
        traced = replace(article, relation=relation, original=original, provenance=way)
    return replace(traced, missing_links=article.missing_links or missing_links(traced))


def missing_links(article: Article) -> tuple[str, ...]:
    """What an article does not tell of the way its words came: of the original if it is a copy (``original_publisher``,
    ``original_url``), and of itself (``publisher``, ``published_at``)."""
    original = article.original or Original()
    told = (
        ("original_publisher", original.publisher or article.relation not in COPIES),
        ("original_url", original.url or article.relation not in COPIES),
        ("publisher", article.publisher),
        ("published_at", article.published_at.edtf),
    )
    return tuple(name for name, known in told if not known)


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


def steps(
    article: Article, relation: ArticleRelation, original: Original | None, signs: Sequence[Sign]
) -> tuple[ProvenanceStep, ...]:
    """The hands an article went through, the first reporter's first."""
    first = next((sign for sign in signs if sign.original), signs[0] if signs else None)
    last = next((sign for sign in signs if sign.by), signs[0] if signs else None)
    basis = original.basis if original else None
    reported = ProvenanceStep(
        "reported",
        actor=original.publisher if original else None,
        url=original.url if original else None,
        date=first.day if first and not first.by else None,
    )
    again = ProvenanceStep(
        "translated" if relation == "translation" else "republished",
        actor=(last.by if last else None) or article.publisher,
        url=article.url,
        date=(last.day if last and last.by else None) or article.published_at.edtf,
    )
    return shown_by(reported, first, basis), shown_by(again, last, basis)


def shown_by(step: ProvenanceStep, sign: Sign | None, basis: str | None) -> ProvenanceStep:
    """`step` with the words that show it: the sign's and where they stand, or else those of the original's `basis`."""
    if sign is None:
        return replace(step, evidence_text=basis)
    end = None if sign.start is None else sign.start + len(sign.evidence)
    return replace(step, evidence_text=sign.evidence, start=sign.start, end=end)
