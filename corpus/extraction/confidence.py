"""How sure it is who speaks: as sure as the rule is of the mention, times how often such a mention leads to its person.

A rule knows its confidence; how far each way of following a mention is to be trusted stands in
corpus/data/lexicons/confidence.toml, which `python -m bench.calibrate` measures and writes.
"""

from __future__ import annotations

from corpus.extraction.lexicons import TRUST, TRUST_IN_ALL
from corpus.model import AttributedSpeaker


def way(speaker: AttributedSpeaker) -> str:
    """How a mention was followed to a speaker: people by `Resolution` ("surname", "pronoun"), all others by their kind
    and whether they were named right there ("organization", "organization before")."""
    if speaker.kind == "person":
        return speaker.resolution
    return speaker.kind if speaker.resolution == "explicit" else f"{speaker.kind} before"


def trust(speakers: tuple[AttributedSpeaker, ...]) -> float:
    """How often mentions followed like these lead to the right people, from 0 to 1: that of the least sure of them."""
    return min(TRUST.get(way(one), TRUST_IN_ALL) for one in speakers)
