"""Quotations in the format in which predictions are scored against gold data, and printed by ``onrecord extract``.

One object an article: ``{"doc", "quotes": [{"segments": [[start, end], …], "text", "type", "speaker", "cue",
"speakers"}]}``. Offsets count code points. `speaker` is the mention as printed; `speakers` are the resolved people.
The format calls `mixed` what the record calls `partial`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from corpus.model import AttributedSpeaker, Cue, Mention, Quotation

TYPE_NAMES = {"direct": "direct", "partial": "mixed", "indirect": "indirect"}


def prediction(doc: str, quotations: Iterable[Quotation]) -> dict[str, Any]:
    """What was found in the article named `doc` (its file name without ``.txt``)."""
    return {"doc": doc.removesuffix(".txt"), "quotes": [predicted_quote(one) for one in quotations]}


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
