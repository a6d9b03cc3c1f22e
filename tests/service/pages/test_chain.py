"""The hands that words went through."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.model import Channel, Original, ProvenanceStep, Quote
from service.pages.chain import chain, saying
from tests.service.pages import invented


@pytest.mark.parametrize(
    ("channel", "addressee", "words"),
    [
        (Channel("told_reporters", "Port Ellery"), "reporters", "said to reporters in Port Ellery"),
        (Channel("told_reporters"), None, "said to reporters"),
        (Channel("told_reporters"), "the Gazette", "said to the Gazette"),
        (Channel("social_post", "X"), None, "posted on X"),
        (Channel("speech", "Oslo", "the harbour fair"), None, "said in a speech in Oslo during the harbour fair"),
        (Channel("unknown", "Oslo", "the visit to Oslo"), None, "said during the visit to Oslo"),
        (Channel("interview"), "the Gazette", "said in an interview to the Gazette"),
        (Channel(), "the Gazette", "said to the Gazette"),
        (Channel(), None, "said"),
    ],
)
def test_saying(channel: Channel, addressee: str | None, words: str) -> None:
    assert saying(channel, addressee) == words


@pytest.mark.parametrize(
    ("quote", "steps"),
    [
        (invented.DIRECT, ["said to reporters in Port Ellery", "published by The Harbour Gazette"]),
        (
            invented.ANONYMOUS,
            ["said", "reported by The Harbour Gazette", "copied by a site that the page does not name"],
        ),
        (invented.quote("Aye.", article=invented.COPY), ["said", "published by an outlet that the page does not name"]),
        (
            invented.quote("Aye.", provenance=(ProvenanceStep("told", "the Gazette"), ProvenanceStep("translated"))),
            ["said to the Gazette", "translated"],
        ),
        (
            invented.quote("Aye.", addressee="the Gazette", provenance=(ProvenanceStep("told", "the Gazette"),)),
            ["said to the Gazette", "published by The Harbour Gazette"],
        ),
        (
            invented.quote(
                "Aye.",
                article=replace(invented.COPY, relation="translation", original=Original(lang="nl")),
                provenance=(
                    ProvenanceStep("translated"),
                    ProvenanceStep("reported"),
                    ProvenanceStep("translated", "Port Post"),
                ),
            ),
            [
                "said",
                "translated",
                "reported by an outlet that the page does not name",
                "translated from Dutch by Port Post",
            ],
        ),
    ],
)
def test_the_chain_reads_from_mouth_to_page(quote: Quote, steps: list[str]) -> None:
    assert [step.words for step in chain(quote)] == steps
