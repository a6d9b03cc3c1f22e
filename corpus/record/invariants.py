"""What must be true of every quote: checked when one is written, and again by `onrecord doctor`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import astuple
from itertools import pairwise

from corpus.errors import InvalidQuote
from corpus.model import SEGMENT_JOINT, AttributedSpeaker, Quote, Selector

QUOTE_ID = re.compile(r"q_[a-z2-7]{13}")
ARTICLE_ID = re.compile(r"a_[a-z2-7]{13}")
SHA256 = re.compile(r"[0-9a-f]{64}")
SELECTOR_CONTEXT = 32
NOT_VERBATIM = frozenset({"translated", "back_translated", "paraphrase", "unknown"})


def check(quote: Quote, text: str | None) -> None:
    """Raise InvalidQuote at the first invariant that `quote` breaks; `text` is its article's, if it is at hand."""
    for message in broken(quote, text):
        raise InvalidQuote(message, where=quote.id)


def broken(quote: Quote, text: str | None) -> Iterator[str]:
    """Every invariant that `quote` breaks, in words that name the field."""
    yield from broken_identity(quote)
    yield from broken_words(quote)
    yield from broken_selectors(quote)
    yield from broken_attribution(quote)
    yield from broken_fidelity(quote)
    yield from broken_history(quote)
    if text is not None:
        yield from broken_spans(quote, text)


def broken_identity(quote: Quote) -> Iterator[str]:
    if not QUOTE_ID.fullmatch(quote.id):
        yield f"id: {quote.id!r} is not q_ and 13 base32 characters"
    if not ARTICLE_ID.fullmatch(quote.citation.article.id):
        yield f"citation.article.id: {quote.citation.article.id!r} is not a_ and 13 base32 characters"
    if (quote.state == "merged") != (quote.merged_into is not None):
        yield f"merged_into: is {quote.merged_into} in state {quote.state}"


def broken_words(quote: Quote) -> Iterator[str]:
    if not quote.segments:
        yield "segments: there are none"
        return
    if quote.text != SEGMENT_JOINT.join(segment.text for segment in quote.segments):
        yield "text: is not the segments joined"
    for number, segment in enumerate(quote.segments):
        if segment.end - segment.start != len(segment.text) or segment.start < 0:
            yield f"segments[{number}]: {segment.start}-{segment.end} is not the length of its text"
        if not any(character.isalnum() for character in segment.text):
            yield f"segments[{number}].text: has no words"
    if any(before.end > after.start for before, after in pairwise(quote.segments)):
        yield "segments: overlap or are out of order"
    kinds = {segment.type for segment in quote.segments}
    if quote.type != ("partial" if "partial" in kinds or len(kinds) > 1 else next(iter(kinds))):
        yield f"type: is {quote.type}, its segments are {' and '.join(sorted(kinds))}"


def broken_selectors(quote: Quote) -> Iterator[str]:
    citation = quote.citation
    if len(citation.selectors) != len(quote.segments) or citation.selectors[:1] != (citation.selector,):
        yield "citation.selectors: are not one for each segment, the first of them selector"
    for number, (selector, segment) in enumerate(zip(citation.selectors, quote.segments, strict=False)):
        if (selector.exact, selector.start, selector.end) != (segment.text, segment.start, segment.end):
            yield f"citation.selectors[{number}]: is not where the segment is"
        if not SHA256.fullmatch(selector.sha256) or selector.sha256 != citation.selector.sha256:
            yield f"citation.selectors[{number}].sha256: is not the digest of one text"
        if max(len(selector.prefix), len(selector.suffix)) > SELECTOR_CONTEXT:
            yield f"citation.selectors[{number}]: has more than {SELECTOR_CONTEXT} characters on a side"


def broken_attribution(quote: Quote) -> Iterator[str]:
    attribution = quote.attribution
    if (attribution.status == "resolved") != bool(quote.speakers):
        yield f"attribution.status: is {attribution.status} with {len(quote.speakers)} speakers"
    if attribution.status == "ambiguous" and len(attribution.candidates) < 2:
        yield "attribution.candidates: are fewer than two, though it is ambiguous"
    if quote.type == "indirect" and quote.cue is None:
        yield "cue: an indirect quote has none"
    for number, speaker in enumerate(quote.speakers):
        yield from (f"speakers[{number}].{message}" for message in broken_speaker(speaker))


def broken_speaker(speaker: AttributedSpeaker) -> Iterator[str]:
    if not speaker.name.strip():
        yield "name: is empty"
    if (speaker.kind == "anonymous") != (speaker.anonymous is not None):
        yield f"anonymous: is {'missing' if speaker.anonymous is None else 'given'} for kind {speaker.kind}"
    if speaker.anonymous is not None and (speaker.slug or speaker.qid):
        yield "slug: an anonymous speaker has one, or a Wikidata id"
    if speaker.anonymous is not None and speaker.anonymous.ordinal < 1:
        yield "anonymous.ordinal: is not counted from 1"


def broken_fidelity(quote: Quote) -> Iterator[str]:
    if quote.type == "indirect" and quote.quotable_verbatim:
        yield "quotable_verbatim: an indirect quote may not stand in marks"
    if quote.quotable_verbatim and quote.fidelity in NOT_VERBATIM:
        yield f"quotable_verbatim: its fidelity is {quote.fidelity}"
    if quote.quotable_verbatim == bool(quote.blockers):
        yield f"blockers: {', '.join(quote.blockers) or 'none'}, but quotable_verbatim is {quote.quotable_verbatim}"
    article = quote.citation.article
    if article.relation == "republication" and article.original is None and not quote.missing_links:
        yield "missing_links: a republication names neither its original nor what is missing"


def broken_history(quote: Quote) -> Iterator[str]:
    if quote.revision < 1:
        yield f"revision: is {quote.revision}"
    numbers = [correction.revision for correction in quote.corrections]
    if numbers != sorted(set(numbers)) or (numbers and numbers[-1] > quote.revision):
        yield f"corrections: {numbers} do not rise to revision {quote.revision}"
    for name, probability in zip(("span", "speaker", "type", "date"), astuple(quote.confidence), strict=True):
        if probability is not None and not 0 <= probability <= 1:
            yield f"confidence.{name}: {probability} is no probability"


def broken_spans(quote: Quote, text: str) -> Iterator[str]:
    for number, segment in enumerate(quote.segments):
        if text[segment.start : segment.end] != segment.text:
            yield f"segments[{number}]: its words do not stand at {segment.start}-{segment.end}"
    if quote.cue is not None and text[quote.cue.start : quote.cue.end] != quote.cue.text:
        yield f"cue: {quote.cue.text!r} does not stand at {quote.cue.start}-{quote.cue.end}"
    for number, step in enumerate(quote.provenance):
        if step.start is not None and text[step.start : step.end] != step.evidence_text:
            yield f"provenance[{number}]: {step.evidence_text!r} does not stand at {step.start}-{step.end}"
    for number, selector in enumerate(quote.citation.selectors):
        if not stands(selector, text):
            yield f"citation.selectors[{number}]: its words are not found around {selector.start}-{selector.end}"


def stands(selector: Selector, text: str) -> bool:
    return (
        text[selector.start : selector.end] == selector.exact
        and text.endswith(selector.prefix, 0, selector.start)
        and text.startswith(selector.suffix, selector.end)
    )
