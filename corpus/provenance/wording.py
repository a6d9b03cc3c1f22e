"""How true the wording of a quotation can be, and whether it may stand between quotation marks in print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.model import Article, Fidelity, ProvenanceStep, Quotation, Span, Speaker
from corpus.provenance.beside import Beside, language_beside, outlet_beside

IN_ANY_LANGUAGE = frozenset({"social_post", "document"})
"""Channels in which many write in a language that is not their own."""
FAR = 120
"""Code points after a cue within which its addressee ends."""
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

    `speakers` are the register's entries of those who said it, as far as it has them: unless the sentence tells in
    which language they spoke, their `lang` decides whether the words are a translation. Where it is not known and the
    article is not a translation, words in quotation marks are taken to be as published: by this article, of which
    `missing_links` tell if it is a copy that does not name its original.
    """
    interpreted = language_beside(article.text, quotation) if article.text else None
    spoken = (interpreted.told if interpreted else None) or spoken_language(speakers)
    if interpreted and not interpreted.told and same_language(spoken, article.lang):
        spoken = None  # nobody has their own language interpreted into it
    kind = wording(article, quotation, spoken, interpreted)
    why_not = tuple(blockers(quotation, kind))
    return kind, spoken, not why_not, why_not, tuple(steps(article, quotation, interpreted))


def spoken_language(speakers: Sequence[Speaker]) -> str | None:
    """The one language that all speakers whose language is known have for their own."""
    languages = {speaker.lang for speaker in speakers if speaker.lang}
    return languages.pop() if len(languages) == 1 else None


def wording(article: Article, quotation: Quotation, spoken: str | None, interpreted: Beside | None) -> Fidelity:
    if quotation.type == "indirect":
        return "paraphrase"
    same = same_language(spoken, article.lang)
    if article.relation == "translation":
        return "back_translated" if same else "translated"
    if interpreted and not same:
        return "translated"
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


def blockers(quotation: Quotation, kind: Fidelity) -> Iterator[str]:
    if kind in SAYS_SO_ITSELF:
        yield SAYS_SO_ITSELF[kind]
    if quotation.type == "partial" and quotation.lead_in is None:
        yield "partial_needs_lead_in"
    if quotation.attribution.status == "ambiguous":
        yield "ambiguous_speaker"
    if quotation.attribution.status == "unknown":
        yield "unknown_speaker"


def steps(article: Article, quotation: Quotation, interpreted: Beside | None) -> Iterator[ProvenanceStep]:
    """Said, told, put into the article's language, reported by another, and then the article's own way."""
    mention, text = quotation.mention, article.text or ""
    if quotation.speakers:
        yield ProvenanceStep(
            "said",
            actor=" and ".join(speaker.name for speaker in quotation.speakers),
            evidence_text=mention.text if mention else None,
            date=quotation.said_at.edtf,
            start=mention.start if mention else None,
            end=mention.end if mention else None,
        )
    if quotation.addressee:
        said = ProvenanceStep("told", actor=quotation.addressee, date=quotation.said_at.edtf)
        yield shown_by(said, text, told_in(text, quotation))
    if interpreted and not same_language(interpreted.told, article.lang):
        yield shown_by(ProvenanceStep("translated"), text, interpreted.evidence)
    if text and (other := outlet_beside(text, quotation)):
        yield shown_by(ProvenanceStep("reported", actor=other.told), text, other.evidence)
    if article.provenance:
        yield from article.provenance
    else:
        yield ProvenanceStep("reported", actor=article.publisher, url=article.url, date=article.published_at.edtf)


def shown_by(step: ProvenanceStep, text: str, evidence: Span | None) -> ProvenanceStep:
    if evidence is None:
        return step
    return replace(step, evidence_text=evidence.of(text), start=evidence.start, end=evidence.end)


def told_in(text: str, quotation: Quotation) -> Span | None:
    """From the cue to the addressee after it."""
    cue, addressee = quotation.cue, quotation.addressee or ""
    at = text.find(addressee, cue.end, cue.end + FAR) if cue else -1
    return Span(cue.start, at + len(addressee)) if cue and at >= 0 else None
