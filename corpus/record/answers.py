"""What the record answers with, besides the nouns of `corpus.model`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.model import Article, Quote, QuoteState, Speaker, WithdrawalClass

Outcome = Literal["new", "unchanged", "revised", "new_version", "attached"]
RevisionKind = Literal[
    "added",
    "attached",
    "article",
    "extracted",
    "moved",
    "restored",
    "bundled",
    "corrected",
    "disputed",
    "withdrawn",
    "reinstated",
    "settled",
    "merged",
    "joined",
    "parted",
    "redacted",
    "register",
]
"""*settled*: disputed no more; *joined*: another quote was merged into it; *parted*: that one stands by itself again;
*redacted*: words beside it were withdrawn or reinstated; *register*: the speaker register changed."""

RegisterChangeKind = Literal["add", "alias", "merge", "split", "undo"]

ClusterChangeKind = Literal["merge", "split", "undo"]

SHOWN: tuple[QuoteState, ...] = ("active", "corrected", "disputed")
"""The states in which a quote is served; the others are known and never shown."""

SEEN_BY_READERS: frozenset[RevisionKind] = frozenset(
    {
        *("extracted", "moved", "restored", "corrected", "disputed", "settled", "withdrawn", "reinstated", "merged"),
        *("joined", "parted", "register", "bundled"),
    }
)
"""Kinds of revision that stand among a quote's corrections; the others change nothing of what was said by whom."""


@dataclass(frozen=True, slots=True)
class Altered:
    """One quote that an ingest added, changed or withdrew: what was done, how it stood `before`, and how it stands."""

    kind: RevisionKind
    before: Quote | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class Ingested:
    """What one ingest did. `outcome`: *new* article; *unchanged*; *revised* (same text; its facts or, by a later
    extractor, its quotes changed); *new_version* (same address, new text); *attached* (the text of a bundled article).
    Numbers: quotes added, kept and withdrawn by it, and those of the article that now stand. `altered`: every quote
    that is not as it was, those kept among them."""

    article_id: str
    version: int
    outcome: Outcome
    added: int = 0
    kept: int = 0
    withdrawn: int = 0
    quotes: int = 0
    altered: tuple[Altered, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """The newest version of an article, by id: whether its text is kept, and by which extractor it was last read."""

    id: str
    has_text: bool
    extractor_version: str | None


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many articles, quotes and speakers the bundle holds, and how many of its quotes were new or changed."""

    articles: int
    quotes: int
    speakers: int
    changed: int = 0


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article without its text, and the number of its quotes that are shown."""

    article: Article
    quotes: int


@dataclass(frozen=True, slots=True)
class SpeakerSummary:
    """A register entry, the number of quotes shown, and the earliest days (else months, years; ISO 8601) of the first
    and the last of them: when said, else when published."""

    speaker: Speaker
    quotes: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Revision:
    """A quote as it stood from one change to the next. `by` is a person, the bundle, or the extractor's version."""

    quote_id: str
    revision: int
    at: str
    by: str
    kind: RevisionKind
    reason: str | None
    reason_class: WithdrawalClass | None
    record: Quote


@dataclass(frozen=True, slots=True)
class LoggedCorrection:
    """One line of the log of corrections: which quote, when, what kind of change. Never its words or a name."""

    id: str
    revision: int
    at: str
    kind: RevisionKind
    reason_class: WithdrawalClass | None


@dataclass(frozen=True, slots=True)
class RegisterChange:
    """What a person did to the register: to whom (`slug`, and `other` where two entries were touched), and how many
    quotes it moved from one to the other. `undone_by` is the number of the change that put it back."""

    number: int
    at: str
    by: str
    kind: RegisterChangeKind
    slug: str
    other: str | None
    reason: str
    quotes: int
    undone_by: int | None


@dataclass(frozen=True, slots=True)
class ClusterSummary:
    """A cluster: how many quotes report the utterance, in how many independent reports, and the id of the fullest
    quote; None if no quote is left."""

    id: str
    appearances: int
    independent_reports: int
    fullest: str | None


@dataclass(frozen=True, slots=True)
class Appearance:
    """A quote of a cluster, and the number of the independent report that it is in, from 1."""

    quote: Quote
    report: int


@dataclass(frozen=True, slots=True)
class Cluster(ClusterSummary):
    """With its quotes, report by report, in the order in which they came to the record: the ids of all of them, and
    those `members` that were asked for. `fullest_quote` is the one of the id `fullest`."""

    quote_ids: tuple[str, ...]
    fullest_quote: Quote | None
    members: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True)
class ClusterChange:
    """What a person decided about clusters: which (`cluster`, and `other` where two were touched), and how many quotes
    it moved. `undone_by` is the number of the change that put it back."""

    number: int
    at: str
    by: str
    kind: ClusterChangeKind
    cluster: str
    other: str | None
    reason: str
    quotes: int
    undone_by: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """A quote in any state, at the sequence number of its last change, with the register entries of its speakers."""

    seq: int
    quote: Quote
    speakers: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """Articles kept, quotes shown, speakers in the register."""

    articles: int
    quotes: int
    speakers: int


@dataclass(frozen=True, slots=True)
class Problem:
    """An invariant that does not hold: `where` names the quote, article or speaker, the message the field."""

    where: str
    message: str
