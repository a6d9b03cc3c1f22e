"""What the record has on each quotation of a draft, in words that a copy editor takes in at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from corpus.citation.rendering import render
from corpus.model import Quotation, Span
from service.pages import wording
from service.pages.cards import Card
from service.pages.differing import Sides, difference, nearby
from service.pages.wording import Telling
from service.verifying import Claim, Judged, Run, Verdict, told_of

SIDES = Sides(recorded="only in the record", claimed="only in the draft")


@dataclass(frozen=True, slots=True)
class Compared:
    """A quote of the record beside words of a draft. `difference` is there only where the wording is another;
    `word_for_word`: its words need not be shown once more."""

    card: Card
    citation: Markup
    difference: Markup | None
    word_for_word: bool
    told: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One quotation of a draft: its words, whom the draft names, what holds of it, and the quotes most like it, the
    nearest first."""

    words: str
    by: str | None
    telling: Telling
    notes: tuple[str, ...]
    compared: tuple[Compared, ...]


def finding(words: str, claim: Claim, verdict: Verdict) -> Finding:
    """`words` as they are shown: in quotation marks where the draft has them in such."""
    return Finding(
        words=words,
        by=wording.listed(list(claim.speakers)) or None,
        telling=wording.VERDICTS[verdict.match],
        notes=tuple(_notes(verdict)),
        compared=tuple(_compared(one) for one in verdict.matches),
    )


def words_of_draft(quotation: Quotation) -> str:
    """A quotation as its draft has it: a paraphrase stands in no marks."""
    if quotation.type == "indirect":
        return quotation.text
    return " … ".join(f"“{segment.text}”" for segment in quotation.segments)


def _notes(verdict: Verdict) -> Iterator[str]:
    """What else is known of the claim: of who said it, and when."""
    if verdict.match == "not_in_this_corpus":
        return
    said_already = verdict.match == "speaker_mismatch" and verdict.speaker == "other"
    if not said_already and (note := wording.SPEAKER_MATCHES[verdict.speaker]):
        yield note
    if note := wording.DATE_MATCHES[verdict.date]:
        yield note
    yield from told_of(verdict.matches[0].brackets)


def _compared(judged: Judged) -> Compared:
    altered = judged.text == "altered"
    return Compared(
        card=Card.of(judged.quote, _in_common(judged.diff) if judged.text == "excerpt" else ()),
        citation=Markup(render(judged.quote, format="html")),
        difference=difference(nearby(judged.diff), SIDES) if altered else None,
        word_for_word=judged.match == "exact",
        told=wording.VERDICTS[judged.match].heading,
    )


def _in_common(runs: Iterable[Run]) -> Iterator[Span]:
    """Where in the quote's text the words stand that both have."""
    start = 0
    for run in runs:
        end = start + len(run.recorded)
        if run.change in ("same", "punctuation") and start < end:
            yield Span(start, end)
        start = end
