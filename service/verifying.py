"""Claims held against the record: the quotes most like them, what differs word by word, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

import msgspec

from corpus.borrowing import is_borrowed
from corpus.comparing import Comparison, EditKind
from corpus.errors import InvalidRequest
from corpus.inserting import Brackets
from corpus.model import SEGMENT_JOINT, Quotation, Quote
from corpus.verification import (
    SHORTEST_EXCERPT,
    SpeakerMatch,
    TextMatch,
    is_anybodys,
    likeness,
    share_in_common,
    speaker_match,
)
from corpus.words import words_of
from index import Near, Nearest, Searchable
from index.dates import Days, days_of
from service.payloads import quote_of

Match = Literal["not_in_this_corpus", "altered", "speaker_mismatch", "punctuation_only", "excerpt", "exact"]
DateMatch = Literal["not_claimed", "other", "not_known", "compatible"]
Change = Literal[EditKind, "same"]

MOST_MATCHES = 5
LONGEST_CLAIM = 10_000
"""Characters of what a stranger may have compared."""
WORTH_SHOWING = 0.3
"""Share of the shorter's words in common, in order, from which a quote is shown beside a claim it does not bear."""
WORTH_ADDING = 0.7
"""The same, in any order, beside a claim that another quote bears."""
JOINED_ON = "-–—/'’“‘\"(["
"""What a word follows without a space between."""
BEARING: tuple[Match, ...] = ("exact", "punctuation_only", "excerpt")
LIKELIEST: tuple[Match, ...] = (
    "exact", "punctuation_only", "excerpt", "speaker_mismatch", "altered", "not_in_this_corpus",
)  # fmt: skip
"""Which quote bears a claim best: one that has all of its words rather than one of which it is a part."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that somebody is said to have said; `speakers` by name, slug or Wikidata id; `days` when."""

    text: str
    speakers: tuple[str, ...] = ()
    days: Days | None = None


class Run(msgspec.Struct, frozen=True):
    """A stretch of a word diff: what the record has there, and what the claim has."""

    change: Change
    recorded: str
    claimed: str


@dataclass(frozen=True, slots=True)
class Judged:
    """One quote of the record beside a claim."""

    match: Match
    text: TextMatch
    speaker: SpeakerMatch
    date: DateMatch
    similarity: float
    quote: Quote
    payload: bytes
    diff: tuple[Run, ...]
    brackets: Brackets


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the record has on a claim: the quote that bears it best decides; `matches` has it and others, best first."""

    match: Match
    text: TextMatch
    speaker: SpeakerMatch
    date: DateMatch
    matches: tuple[Judged, ...]


def verify(index: Searchable, claim: Claim) -> Verdict:
    """Evidence, not a verdict on truth. Raises InvalidRequest for words that would cost too much to find, and
    IndexUnavailable."""
    return index.use(lambda snapshot: verdict_on(claim, Nearest(snapshot)))


def verify_draft(index: Searchable, quotations: Iterable[Quotation], *, seconds: float = inf) -> list[Verdict]:
    """A verdict on each quotation of a draft, in order, all from one state of the index. Raises InvalidRequest where
    they would cost more processor time than `seconds`, and IndexUnavailable."""
    claims = [claim_of(quotation) for quotation in quotations]
    return index.use(lambda snapshot: verdicts_on(claims, Nearest(snapshot, seconds=seconds)))


def verdicts_on(claims: Sequence[Claim], nearest: Nearest) -> list[Verdict]:
    """Claims that are made twice are looked for once."""
    known: dict[Claim, Verdict] = {}
    for number, claim in enumerate(claims):
        try:
            known[claim] = known.get(claim) or verdict_on(claim, nearest)
        except InvalidRequest as refused:
            message = f"its quotations take too much work for one request: {number} of {len(claims)} were checked; "
            raise InvalidRequest(message + "send it in parts", parameter="text") from refused
    return [known[claim] for claim in claims]


def verdict_on(claim: Claim, nearest: Nearest) -> Verdict:
    found = nearest.to(claim.text, claim.speakers[0] if claim.speakers else None)
    judged = sorted(judge_each(claim, found), key=rank)
    if not judged or judged[0].text == "not_in_this_corpus":
        who: SpeakerMatch = "not_known" if claim.speakers else "not_claimed"
        when: DateMatch = "not_known" if claim.days else "not_claimed"
        return Verdict("not_in_this_corpus", "not_in_this_corpus", who, when, tuple(judged[:MOST_MATCHES]))
    best = judged[0]
    return Verdict(best.match, best.text, best.speaker, best.date, tuple(judged[:MOST_MATCHES]))


def claim_of(quotation: Quotation) -> Claim:
    """What a draft says by one of its quotations: the words, and by whom if it names them."""
    named = (speaker.name for speaker in quotation.speakers if speaker.kind != "anonymous")
    return Claim(quotation.text, tuple(named) if quotation.attribution.status == "resolved" else ())


# ------------------------------------------------------------------------------------------------ one quote


def judge_each(claim: Claim, found: Iterable[Near]) -> Iterator[Judged]:
    """Those of the quotes that are worth showing beside a claim: few, where one of them bears it."""
    shares = [(share_in_common(SEGMENT_JOINT.join(near.segments), claim.text), near) for near in found]
    fewest = WORTH_SHOWING
    for share, near in sorted(shares, key=lambda pair: -pair[0]):
        if share >= fewest and (judged := judge(claim, near)):
            fewest = max(fewest, WORTH_ADDING) if judged.match in BEARING else fewest
            yield judged


def judge(claim: Claim, near: Near) -> Judged | None:
    """How a quote stands to a claim; None if they have too little in common to be shown together."""
    recorded = SEGMENT_JOINT.join(near.segments)
    like = likeness(recorded, claim.text)
    if like.match == "not_in_this_corpus" and like.comparison.contained < WORTH_SHOWING:
        return None
    quote = quote_of(near.payload)
    speaker, text = speaker_match(quote, near.aliases, claim.speakers), like.match
    if speaker == "other" and is_anybodys(claim.text):
        return None
    if text == "excerpt" and speaker in ("same", "possible") and is_borrowed(recorded, like.comparison):
        speaker = "quoted"
    if text in ("excerpt", "altered") and speaker != "same" and len(words_of(claim.text)) < SHORTEST_EXCERPT:
        return None
    return Judged(
        match=overall(text, speaker),
        text=text,
        speaker=speaker,
        date=date_match(quote, claim.days),
        similarity=round(like.comparison.similarity, 3),
        quote=quote,
        payload=near.payload,
        diff=tuple(diff(recorded, claim.text, like.comparison)),
        brackets=like.brackets,
    )


def overall(text: TextMatch, speaker: SpeakerMatch) -> Match:
    """The first that holds of `Match`, in its order."""
    if text in ("not_in_this_corpus", "altered"):
        return text
    return "speaker_mismatch" if speaker in ("other", "quoted") else text


def rank(judged: Judged) -> tuple[int, bool, bool, float]:
    """Likeliest first: by what holds, then by speaker and date, then by how much is the same."""
    other = judged.speaker in ("other", "quoted"), judged.date == "other"
    return LIKELIEST.index(judged.match), *other, -judged.similarity


def date_match(quote: Quote, claimed: Days | None) -> DateMatch:
    """Vague dates are compatible where they overlap. Nothing was said after it was published."""
    if claimed is None:
        return "not_claimed"
    said = days_of(quote.said_at.edtf) if quote.said_at.edtf else None
    if said:
        return "compatible" if said.overlap(claimed) else "other"
    published = days_of(quote.citation.article.published_at.edtf or "")
    return "other" if published and claimed.first > published.last else "not_known"


def stand_apart(before: str, after: str) -> bool:
    """Whether a space is missing between two pieces of a diff: it may stand on the side of the other wording alone."""
    return (
        bool(before and after)
        and not before[-1].isspace()
        and before[-1] not in JOINED_ON
        and (after[0].isalnum() or after[0] == "[")
    )


def diff(recorded: str, claimed: str, comparison: Comparison) -> Iterator[Run]:
    """Both texts from beginning to end, in stretches that are the same and such that are not."""
    here = there = 0
    for edit in comparison.operations:
        if here < edit.left.start or there < edit.right.start:
            yield Run("same", recorded[here : edit.left.start], claimed[there : edit.right.start])
        yield Run(edit.kind, edit.left.of(recorded), edit.right.of(claimed))
        here, there = edit.left.end, edit.right.end
    if here < len(recorded) or there < len(claimed):
        yield Run("same", recorded[here:], claimed[there:])


def told_of(brackets: Brackets) -> Iterator[str]:
    """What stands in square brackets in the claim or in the record alone, a sentence each, for people."""
    for words in brackets.added:
        yield f"{words} is not in the record: it is the draft’s own."
    for words in brackets.unmarked:
        yield f"{words} stands in square brackets in the record: it is the article’s, not the speaker’s."
