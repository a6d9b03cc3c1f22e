"""Every invariant of the quote record, broken once, and named by its field."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.errors import InvalidQuote
from corpus.model import (
    Anonymous,
    AttributedSpeaker,
    Attribution,
    Citation,
    CitedArticle,
    Confidence,
    Correction,
    Cue,
    Quote,
    Segment,
)
from corpus.record.invariants import broken, check
from tests.corpus.record.invented import read
from tests.corpus.record.kept import kept

ARTICLE, [QUOTATION] = read("“{Ada Morland|said|The ferry will sail.}”")
SOUND = kept(QUOTATION)
SEGMENT = SOUND.segments[0]
UNNAMED = Anonymous("an engineer")
INDIRECT = replace(SEGMENT, type="indirect")
REPUBLISHED = CitedArticle("a_aaaaaaaaaaaaa", relation="republication")


def cited(**changed: object) -> Citation:
    return replace(SOUND.citation, **changed)  # type: ignore[arg-type]


def test_a_sound_quote_breaks_none() -> None:
    assert list(broken(SOUND, ARTICLE.text)) == []


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("id", {"id": "q_short"}),
        ("citation.article.id", {"citation": cited(article=CitedArticle("nonsense"))}),
        ("merged_into", {"state": "merged"}),
        ("merged_into", {"merged_into": "q_bbbbbbbbbbbbb"}),
        ("segments", {"segments": ()}),
        ("text", {"text": "Other words."}),
        ("segments[0]", {"segments": (replace(SEGMENT, end=SEGMENT.end + 1),)}),
        ("segments[0].text", {"segments": (Segment("…!", 0, 2, 0, "direct"),), "text": "…!"}),
        ("segments", {"segments": (SEGMENT, SEGMENT)}),
        ("type", {"type": "partial"}),
        ("type", {"segments": (replace(SEGMENT, type="partial"),)}),
        ("citation.selectors", {"citation": cited(selectors=())}),
        ("citation.selectors[0]", {"citation": cited(selectors=(replace(SOUND.citation.selector, start=0),))}),
        ("citation.selectors[0]", {"citation": cited(selectors=(replace(SOUND.citation.selector, prefix="x" * 33),))}),
        (
            "citation.selectors[0].sha256",
            {"citation": cited(selectors=(replace(SOUND.citation.selector, sha256="?"),))},
        ),
        ("attribution.status", {"attribution": Attribution("unknown")}),
        ("attribution.status", {"speakers": ()}),
        ("attribution.candidates", {"speakers": (), "attribution": Attribution("ambiguous", candidates=("Ada",))}),
        ("cue", {"type": "indirect", "segments": (INDIRECT,), "cue": None, "quotable_verbatim": False}),
        ("speakers[0].name", {"speakers": (AttributedSpeaker(" ", "person"),)}),
        ("speakers[0].anonymous", {"speakers": (AttributedSpeaker("an engineer", "anonymous"),)}),
        ("speakers[0].anonymous", {"speakers": (AttributedSpeaker("Ada Morland", "person", anonymous=UNNAMED),)}),
        ("speakers[0].slug", {"speakers": (AttributedSpeaker("x", "anonymous", slug="x", anonymous=UNNAMED),)}),
        ("speakers[0].slug", {"speakers": (AttributedSpeaker("x", "anonymous", qid="Q1", anonymous=UNNAMED),)}),
        (
            "speakers[0].anonymous.ordinal",
            {"speakers": (AttributedSpeaker("x", "anonymous", anonymous=Anonymous("x", 0)),)},
        ),
        ("quotable_verbatim", {"type": "indirect", "segments": (INDIRECT,)}),
        ("quotable_verbatim", {"fidelity": "translated"}),
        ("quotable_verbatim", {"fidelity": "back_translated"}),
        ("blockers", {"blockers": ("translated",)}),
        ("blockers", {"quotable_verbatim": False}),
        ("missing_links", {"citation": cited(article=REPUBLISHED)}),
        ("revision", {"revision": 0}),
        ("corrections", {"corrections": (Correction(2, "", "corrected"),)}),
        ("confidence.speaker", {"confidence": Confidence(speaker=1.5)}),
    ],
)
def test_a_broken_quote_is_named_by_its_field(field: str, changed: dict[str, object]) -> None:
    quote: Quote = replace(SOUND, **changed)  # type: ignore[arg-type]
    assert field in [message.partition(":")[0] for message in broken(quote, None)]
    with pytest.raises(InvalidQuote, match="q_"):
        check(quote, None)


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("segments[0]", {}),
        ("cue", {"cue": Cue("said", 0, 4)}),
        (
            "citation.selectors[0]",
            {"citation": cited(selectors=(replace(SOUND.citation.selector, prefix="not there"),))},
        ),
    ],
)
def test_words_that_do_not_stand_in_the_text_are_named(field: str, changed: dict[str, object]) -> None:
    text = ARTICLE.text if changed else (ARTICLE.text or "").replace("sail", "fail")
    quote: Quote = replace(SOUND, **changed)  # type: ignore[arg-type]
    assert field in [message.partition(":")[0] for message in broken(quote, text)]
