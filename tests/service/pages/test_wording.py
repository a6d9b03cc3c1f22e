"""Badges, speakers in sentences, and the words that must stand before an indirect quote."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from corpus.model import (
    ArticleRelation,
    AttributedSpeaker,
    ChannelType,
    Cue,
    Fidelity,
    Quote,
    QuoteState,
    Resolution,
    SpeakerKind,
)
from index.contract import ATTRIBUTIONS
from service.pages import wording
from service.schemas import SearchParameters
from tests.service.pages import invented


@pytest.mark.parametrize(
    ("quote", "badges"),
    [
        (invented.DIRECT, ("Direct",)),
        (invented.PARTIAL, ("Partial",)),
        (invented.INDIRECT, ("Paraphrase",)),
        (invented.ANONYMOUS, ("Partial", "Anonymous", "Republished copy")),
        (invented.JOINT, ("Direct", "Joint")),
        (invented.AMBIGUOUS, ("Direct", "Speaker ambiguous")),
        (invented.UNKNOWN, ("Direct", "Speaker unknown")),
        (invented.TRANSLATED, ("Direct", "Back-translated")),
        (invented.CORRECTED, ("Direct", "Corrected")),
        (replace(invented.DIRECT, fidelity="translated"), ("Direct", "Translated")),
        (replace(invented.DIRECT, state="disputed"), ("Direct", "Disputed")),
    ],
)
def test_badges(quote: Quote, badges: tuple[str, ...]) -> None:
    assert wording.badges(quote) == badges


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        (invented.DIRECT, "Ana Ruiz"),
        (invented.JOINT, "Ana Ruiz and Otto Lind"),
        (invented.INDIRECT, "The Port Authority"),
        (invented.ANONYMOUS, "a second engineer"),
        (invented.AMBIGUOUS, "either Ana Ruiz or Otto Lind"),
        (invented.UNKNOWN, "a speaker not identified"),
    ],
)
def test_who(quote: Quote, words: str) -> None:
    assert wording.who(quote) == words


@pytest.mark.parametrize(
    ("cue", "words", "clause"),
    [
        ("denied", "the cables had been inspected", "Ana Ruiz denied that"),
        ("said", "that the cables hold", "Ana Ruiz said"),
        ("vowed", "to mend the cables", "Ana Ruiz vowed"),
        ("asked", "whether the cables hold", "Ana Ruiz asked"),
        ("According to", "the cables hold", "According to Ana Ruiz,"),
        ("adding", "the cables hold", "Ana Ruiz, adding that"),
        ("called  for", "new cables", "Ana Ruiz called for"),
        (None, "the cables hold", "Ana Ruiz, in the article’s words:"),
    ],
)
def test_an_indirect_quote_is_led_by_the_cue_as_printed(cue: str | None, words: str, clause: str) -> None:
    quote = invented.quote(words, type="indirect", cue=Cue(cue, 0, len(cue)) if cue else None)
    assert wording.reporting_clause(quote) == clause


def test_a_pronoun_is_replaced_by_the_name() -> None:
    speaker = AttributedSpeaker("Port Authority", "organization", mention_as_printed="it", resolution="pronoun")
    assert wording.speaker_words(speaker) == "Port Authority"


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (wording.KINDS, get_args(SpeakerKind)),
        (wording.RELATIONS, get_args(ArticleRelation)),
        (wording.RESOLUTIONS, get_args(Resolution)),
        (wording.STATES, get_args(QuoteState)),
        (wording.VALUES["fidelity"], get_args(Fidelity)),
        (wording.VALUES["channel"], get_args(ChannelType)),
        (wording.VALUES["attribution"], ATTRIBUTIONS),
    ],
)
def test_every_value_of_the_record_has_words(words: dict[str, str], values: tuple[str, ...]) -> None:
    assert set(words) == set(values)


def test_every_parameter_on_the_page_is_one_of_the_search() -> None:
    assert set(wording.PARAMETERS) - {"page"} <= set(SearchParameters().fields)
