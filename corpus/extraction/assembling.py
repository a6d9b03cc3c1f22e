"""Drafts to quotations: spans, types and offsets as the record keeps them, and the speakers that the mentions name."""

from __future__ import annotations

import re

from corpus.extraction.confidence import trust
from corpus.extraction.dating import anchor_date, circumstances
from corpus.extraction.resolution import attribution_of
from corpus.extraction.state import Draft, State
from corpus.extraction.turns import TurnResolver
from corpus.model import Confidence, Cue, LeadIn, Mention, Quotation, QuotationType, Segment, Span

SENTENCE_ENDS = frozenset(".,!?…;—–-")
OPENING, CLOSING = "'‘‚\"“„«‹", "'’\"”»›“"
HASHTAGS = re.compile(r"(?:\s+#\w+)+\Z")
SPAN_CONFIDENCE = {"direct": 0.99, "partial": 0.97, "indirect": 0.8}


def assemble(state: State) -> None:
    """Make the quotations of all drafts, in text order."""
    resolver = TurnResolver(state)
    for draft in told_once(state.drafts):
        state.quotations.append(quotation(state, draft, resolver))


def told_once(drafts: list[Draft]) -> list[Draft]:
    """The drafts in text order, the same words once: by the last cue that reports them, which is the nearest
    ("Lee said on Monday, *warning* that the lake would close")."""
    by_words: dict[tuple[Span, ...], Draft] = {}
    for draft in sorted(drafts, key=lambda draft: (draft.spans[0], cue_index(draft))):
        by_words[tuple(draft.spans)] = draft
    return list(by_words.values())


def cue_index(draft: Draft) -> int:
    """The number of the cue's first token; -1 without a cue."""
    return draft.finding.cue[0] if draft.finding and draft.finding.cue else -1


def quotation(state: State, draft: Draft, resolver: TurnResolver) -> Quotation:
    """One draft with its speakers."""
    finding = draft.finding
    resolved = resolver.resolve_draft(draft)
    segments = segments_of(state, draft)
    kind: QuotationType = "partial" if any(one.type == "partial" for one in segments) else segments[0].type
    cue, mention = cue_of(state, draft), mention_of(state, draft)
    sentence = state.sentences[state.sentence_at(cue.start if cue else segments[0].start)]
    published_at = anchor_date(state.article) if state.article else None
    around = circumstances(state.text, sentence, cue, mention, draft.spans, published_at)
    return Quotation(
        type=kind,
        segments=segments,
        cue=cue,
        mention=mention,
        attribution=attribution_of(resolved, finding.rule if finding else None),
        speakers=resolved.speakers,
        lead_in=lead_in(state, segments[0]),
        addressee=around.addressee,
        channel=around.channel,
        said_at=around.dated.said_at,
        confidence=Confidence(
            span=SPAN_CONFIDENCE[kind],
            speaker=round(finding.confidence * trust(resolved.speakers), 3) if finding and resolved.speakers else None,
            type=0.95,
            date=around.dated.sureness,
        ),
    )


def segments_of(state: State, draft: Draft) -> tuple[Segment, ...]:
    """The segments of a draft; one that goes on in lower case after its attribution is as whole as the one before."""
    segments: list[Segment] = []
    for span in draft.spans:
        kind = draft.type if draft.type == "indirect" else type_of(state, span)
        if kind == "partial" and segments and segments[-1].type == "direct" and segments[-1].text.endswith(","):
            kind = "direct"
        segments.append(Segment(span.of(state.printed), span.start, span.end, state.paragraph_at(span.start), kind))
    return tuple(segments)


def type_of(state: State, span: Span) -> QuotationType:
    """Whether quoted words are a whole sentence: they begin like one, and end like one, or in a comma before a cue, or
    with the line that they stand on alone or behind a colon. A heading in capitals is none."""
    text = state.text
    printed = text[span.start : span.end]
    words = (HASHTAGS.sub("", printed) if "#" in printed else printed).rstrip(CLOSING)
    number = len(words.split())
    begins = next((letter for letter in words if letter.isalnum()), "a")
    if not (begins.isupper() or begins.isdigit()) or number < 2:
        return "partial"
    after = text[span.end : span.end + 3].strip(CLOSING + " ")[:1]
    ends = words[-1] in SENTENCE_ENDS or after in {".", ",", "!", "?", ";"}
    whole = ends or (number > 2 and not words.isupper() and stands_alone(text, span))
    return "direct" if whole else "partial"


def stands_alone(text: str, span: Span) -> bool:
    """Whether the words fill their line, or the rest of it after a colon."""
    line = text.rfind("\n", 0, span.start) + 1
    stop = text.find("\n", span.end)
    before = text[max(line, span.start - 8) : span.start].strip(OPENING + " \u00a0")
    after = text[span.end : min(span.end + 8, len(text) if stop < 0 else stop)].strip(CLOSING + " \u00a0")
    return before[-1:] in {"", ":"} and not after


def mention_of(state: State, draft: Draft) -> Mention | None:
    if draft.finding is None or draft.finding.mention is None:
        return None
    span = state.tokens.span(*draft.finding.mention)
    return Mention(span.of(state.printed), span.start, span.end)


def cue_of(state: State, draft: Draft) -> Cue | None:
    finding = draft.finding
    if finding is None or finding.cue is None:
        return None
    span = state.tokens.span(*finding.cue)
    stance = finding.frame.word.stance if finding.frame else "asserts"
    return Cue(span.of(state.printed), span.start, span.end, stance)


def lead_in(state: State, segment: Segment) -> LeadIn | None:
    """The words of its sentence before a fragment, if the fragment stands in the middle of a clause that they begin."""
    if segment.type != "partial":
        return None
    sentence = state.sentences[state.sentence_at(segment.start)]
    words = state.text[sentence.start : segment.start].rstrip(" \u00a0\"'“‘«„`")
    return LeadIn(words.strip(), "as_printed") if words.strip() else None
