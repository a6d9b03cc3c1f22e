"""The office that a speaker held when they said something: from the register, told with a quote and kept with none, so
that it is right as soon as the register is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from corpus.model import AttributedSpeaker, Quote, Speaker
from corpus.record.days import earliest, latest
from corpus.speakers import role_at


def with_offices(quote: Quote, entries: Mapping[str, Speaker]) -> Quote:
    """The quote with `role_then` of each speaker who is in `entries`, by slug."""
    edtf = quote.said_at.edtf or quote.citation.article.published_at.edtf
    if not edtf or not any(one.slug and one.slug in entries for one in quote.speakers):
        return quote
    return replace(quote, speakers=tuple(with_office(one, entries.get(one.slug or ""), edtf) for one in quote.speakers))


def with_office(speaker: AttributedSpeaker, entry: Speaker | None, edtf: str) -> AttributedSpeaker:
    """A vague date tells an office only if it was held on its first day and on its last."""
    first, last = earliest(edtf), latest(edtf)
    if entry is None or first is None or last is None:
        return speaker
    role = role_at(entry, first)
    return replace(speaker, role_then=role.title) if role and role == role_at(entry, last) else speaker
