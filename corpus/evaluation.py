"""Quotations in the format in which predictions are scored against gold data, and printed by ``onrecord extract``.

One object an article: ``{"doc", "quotes": [{"segments": [[start, end], …], "text", "type", "speaker", "cue",
"speakers"}]}``. Offsets count code points. `speaker` is the mention as printed; `speakers` are the resolved people.
The format calls `mixed` what the record calls `partial`. To the protocol, words within words belong to the region
around them: a quotation within another is listed with that one, under `quotes`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Any

from corpus.model import AttributedSpeaker, Cue, Mention, Quotation

NESTED = "nested"
"""The rule that finds words within words."""
TYPE_NAMES = {"direct": "direct", "partial": "mixed", "indirect": "indirect"}


def prediction(doc: str, quotations: Iterable[Quotation]) -> dict[str, Any]:
    """What was found in the article named `doc` (its file name without ``.txt``)."""
    every = list(quotations)
    whole = outermost(every)
    starts = sorted((segment.start, number) for number, one in enumerate(whole) for segment in one.segments)
    quotes = [predicted_quote(one) for one in whole]
    for nested in (one for one in every if one.attribution.rule == NESTED):
        _, outer = starts[bisect_right(starts, (nested.segments[0].start, len(whole))) - 1]
        quotes[outer].setdefault("quotes", []).append(predicted_quote(nested))
    return {"doc": doc.removesuffix(".txt"), "quotes": quotes}


def outermost(quotations: Iterable[Quotation]) -> list[Quotation]:
    """Those that stand within no other."""
    return [one for one in quotations if one.attribution.rule != NESTED]


def predicted_quote(quotation: Quotation) -> dict[str, Any]:
    """One quotation: spans, printed mention and cue, and the speakers they stand for."""
    return {
        "segments": [[segment.start, segment.end] for segment in quotation.segments],
        "text": quotation.text,
        "type": TYPE_NAMES[quotation.type],
        "speaker": printed(quotation.mention),
        "cue": printed(quotation.cue),
        "speakers": [named(speaker) for speaker in quotation.speakers],
    }


def printed(part: Mention | Cue | None) -> dict[str, Any] | None:
    return {"start": part.start, "end": part.end, "text": part.text} if part else None


def named(speaker: AttributedSpeaker) -> dict[str, Any]:
    return {"name": speaker.name, "slug": speaker.slug, "kind": speaker.kind, "resolution": speaker.resolution}
