"""How true the wording of a quotation can be, and whether it may stand between quotation marks in print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.model import Article, Fidelity, ProvenanceStep, Quotation, Speaker

IN_ANY_LANGUAGE = frozenset({"social_post", "document"})
"""Channels in which many write in a language that is not their own."""
SAYS_SO_ITSELF: dict[Fidelity, str] = {
    "paraphrase": "indirect",
    "translated": "translated",
    "back_translated": "back_translated",
    "unknown": "wording_unknown",
}


def fidelity(
    article: Article, quotation: Quotation, speakers: Sequence[Speaker]
) -> tuple[Fidelity, str | None, bool, tuple[str, ...], tuple[ProvenanceStep, ...]]:
    """How true the wording is; the language it was said in, if known; whether it is quotable verbatim; why not, in
    short machine words; and through whose hands it came.

    `speakers` are the register's entries of those who said it, as far as it has them: their `lang` decides whether the
    words are a translation. Where it is not known and the article is not a translation, words in quotation marks are
    taken to be as published.
    """
    spoken = spoken_language(speakers)
    kind = wording(article, quotation, spoken)
    why_not = tuple(blockers(article, quotation, kind))
    return kind, spoken, not why_not, why_not, tuple(steps(article, quotation))


def spoken_language(speakers: Sequence[Speaker]) -> str | None:
    """The one language that all speakers whose language is known have for their own."""
    languages = {speaker.lang for speaker in speakers if speaker.lang}
    return languages.pop() if len(languages) == 1 else None


def wording(article: Article, quotation: Quotation, spoken: str | None) -> Fidelity:
    if quotation.type == "indirect":
        return "paraphrase"
    same = same_language(spoken, article.lang)
    if article.relation == "translation":
        return "back_translated" if same else "translated"
    if same is False:
        return "unknown" if quotation.channel.type in IN_ANY_LANGUAGE else "translated"
    if article.relation == "rewrite" or article.lang is None:
        return "unknown"
    return "verbatim_as_published"


def same_language(one: str | None, other: str | None) -> bool | None:
    """Whether two BCP 47 tags are of one language; None if either is not known."""
    if not one or not other:
        return None
    return one.partition("-")[0].lower() == other.partition("-")[0].lower()


def blockers(article: Article, quotation: Quotation, kind: Fidelity) -> Iterator[str]:
    if kind in SAYS_SO_ITSELF:
        yield SAYS_SO_ITSELF[kind]
    if quotation.type == "partial" and quotation.lead_in is None:
        yield "partial_needs_lead_in"
    if quotation.attribution.status == "ambiguous":
        yield "ambiguous_speaker"
    if quotation.attribution.status == "unknown":
        yield "unknown_speaker"
    if {"original_publisher", "original_url"} <= set(article.missing_links):
        yield "original_not_named"


def steps(article: Article, quotation: Quotation) -> Iterator[ProvenanceStep]:
    """Said, told, and then the article's own way."""
    mention, cue = quotation.mention, quotation.cue
    if quotation.speakers:
        yield ProvenanceStep(
            "said",
            actor=" and ".join(speaker.name for speaker in quotation.speakers),
            evidence_text=mention.text if mention else None,
            date=quotation.said_at.edtf,
        )
    if quotation.addressee:
        told = f"{cue.text} {quotation.addressee}" if cue else None
        yield ProvenanceStep("told", actor=quotation.addressee, evidence_text=told, date=quotation.said_at.edtf)
    if article.provenance:
        yield from article.provenance
    else:
        yield ProvenanceStep("reported", actor=article.publisher, url=article.url, date=article.published_at.edtf)
