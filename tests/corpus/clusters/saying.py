"""Quotes with nothing but what clustering looks at. Nobody ever said them."""

from __future__ import annotations

from dataclasses import replace

from corpus.clusters import Utterance, utterance_of
from corpus.model import AttributedSpeaker, Channel, Fidelity, PublishedAt, Quote, SaidAt
from tests.corpus.record.invented import quotation
from tests.corpus.record.kept import kept


def said(
    words: str,
    *,
    article: str = "a_one",
    who: str | None = "oona-sedge",
    day: str | None = "2031-03-04",
    said: str | None = None,
    at: str | None = None,
    fidelity: Fidelity = "verbatim_as_published",
) -> Quote:
    made = kept(quotation(f"Oona Sedge said: {words}", 17, "Oona Sedge", "said", words, "direct"))
    cited = replace(made.citation.article, id=article, published_at=PublishedAt(day, "stated"))
    speaker = AttributedSpeaker("Oona Sedge", "person", who)
    return replace(
        made,
        citation=replace(made.citation, article=cited),
        speakers=(speaker,),
        said_at=SaidAt(said, "day", "stated", "that day") if said else SaidAt(),
        channel=Channel(event=at),
        fidelity=fidelity,
        lang="en",
    )


def utterance(words: str, **facts: str | None) -> Utterance:
    return utterance_of(said(words, **facts))  # type: ignore[arg-type]
