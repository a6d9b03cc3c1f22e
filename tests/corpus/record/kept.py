"""Quotes as they are kept, of quotations whose article does not matter."""

from __future__ import annotations

from corpus.model import Citation, CitedArticle, Quotation, Quote, Selector

SHA256 = "0" * 64


def kept(quotation: Quotation, **changed: object) -> Quote:
    selectors = tuple(Selector(one.text, "", "", one.start, one.end, SHA256) for one in quotation.segments)
    fields: dict[str, object] = {
        "id": "q_aaaaaaaaaaaaa",
        "revision": 1,
        "state": "active",
        "type": quotation.type,
        "text": quotation.text,
        "segments": quotation.segments,
        "citation": Citation(CitedArticle("a_aaaaaaaaaaaaa"), selectors[0], selectors),
        "cue": quotation.cue,
        "attribution": quotation.attribution,
        "speakers": quotation.speakers,
        "fidelity": "verbatim_as_published",
        "quotable_verbatim": True,
    }
    return Quote(**(fields | changed))  # type: ignore[arg-type]
