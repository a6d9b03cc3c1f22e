"""One article into the record: new, known, changed, or the text of a bundled one.

What a person has vouched for is never overwritten or withdrawn here, only found again: its words keep their
attribution and get the offsets, context and article facts of the present text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import func, select

from corpus.citation import cite
from corpus.errors import InvalidQuote, NotInRecord
from corpus.model import Article, Quotation, Quote, Span
from corpus.reading import text_sha256
from corpus.record import articles
from corpus.record.answers import SHOWN, Altered, Ingested, Outcome, RevisionKind
from corpus.record.assembling import assemble, context_of
from corpus.record.enrolling import Enrolment
from corpus.record.facts import bundled_facts, may_be_one, merged_facts
from corpus.record.identity import free_id, overlap, same_by_spans, same_by_words, share_in, spans_of
from corpus.record.moving import moved
from corpus.record.redacting import hidden_in, without
from corpus.record.schema import ARTICLES, QUOTES
from corpus.record.writing import Writer

HALF = 0.5
"""Words that a person decided on and an extractor cuts otherwise are the same words from this share on."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an article is to the record: itself with the facts that are kept, and what stood there before."""

    article: Article
    outcome: Outcome
    kind: RevisionKind
    before: articles.Kept | None


def ingest(
    writer: Writer, article: Article, quotations: Sequence[Quotation], extractor_version: str, context_words: int
) -> Ingested:
    """Keep an article and its quotations. Raises InvalidQuote if they do not fit its text; then nothing is kept."""
    check_text(article)
    before = known(writer, article)
    plan = planned(before, article, extractor_version)
    if plan is None:
        assert before is not None
        return unchanged(writer, before.article)
    return carried_out(writer, plan, quotations, extractor_version, context_words)


def extract_again(
    writer: Writer, article: Article, quotations: Sequence[Quotation], extractor_version: str, context_words: int
) -> Ingested:
    """Keep what an extractor finds in an article that is kept, whichever read it before. If its text is another by now
    nothing is done: whoever brought that text has read it. Raises InvalidQuote, NotInRecord."""
    check_text(article)
    before = articles.newest_where(writer.connection, ARTICLES.c.id == article.id)
    if before is None:
        raise NotInRecord("no article of this id is in the record", where=article.id)
    if before.article.sha256 != article.sha256 or before.article.text is None:
        return unchanged(writer, before.article)
    plan = Plan(before.article, "revised", "extracted", before)
    return carried_out(writer, plan, quotations, extractor_version, context_words)


def carried_out(
    writer: Writer, plan: Plan, quotations: Sequence[Quotation], extractor_version: str, context_words: int
) -> Ingested:
    bundled = plan.before is not None and plan.before.bundled and plan.outcome != "new_version"
    writer.put_article(plan.article, bundled=bundled, extractor_version=extractor_version)
    return Ingest(writer, plan, extractor_version, context_words).run(quotations)


def check_text(article: Article) -> None:
    try:
        whole = article.text is not None and text_sha256(article.text) == article.sha256
    except UnicodeEncodeError as error:
        raise InvalidQuote(f"text: holds a lone surrogate at {error.start}", where=article.id) from error
    if not whole or len(article.text or "") != article.length:
        raise InvalidQuote("text: is not that of the article's sha256 and length", where=article.id)


def known(writer: Writer, article: Article) -> articles.Kept | None:
    """The article that is read again: a bundled one with this text, else one of this id, else of this address, else
    the only one of this text that it may be."""
    newest = articles.newest_where
    return (
        newest(writer.connection, ARTICLES.c.sha256 == article.sha256, ARTICLES.c.bundled)
        or newest(writer.connection, ARTICLES.c.id == article.id)
        or (newest(writer.connection, ARTICLES.c.url == article.url) if article.url else None)
        or of_this_text(writer, article)
    )


def of_this_text(writer: Writer, article: Article) -> articles.Kept | None:
    """The one article of this text that may be `article`, which completes it or is completed; None if several may."""
    same = articles.newest_of_text(writer.connection, article.sha256)
    possible = [one for one in same if may_be_one(one.article, article)]
    return possible[0] if len(possible) == 1 else None


def planned(before: articles.Kept | None, article: Article, extractor_version: str) -> Plan | None:
    """What is to be done with an article known as `before`; None if all of it is kept already."""
    if before is None:
        return Plan(replace(article, version=1), "new", "added", None)
    if before.article.sha256 != article.sha256:
        newer = replace(merged_facts(before.article, article), version=before.article.version + 1)
        return Plan(newer, "new_version", "moved", before)
    facts = (bundled_facts if before.bundled else merged_facts)(before.article, article)
    if before.article.text is None:
        return Plan(facts, "attached", "attached", before)
    if facts == before.article and before.extractor_version == extractor_version:
        return None
    return Plan(facts, "revised", "article" if before.extractor_version == extractor_version else "extracted", before)


def unchanged(writer: Writer, article: Article) -> Ingested:
    standing = count_shown(writer, article)
    return Ingested(article.id, article.version, "unchanged", kept=standing, quotes=standing)


def count_shown(writer: Writer, article: Article) -> int:
    shown = select(func.count()).where(
        QUOTES.c.article_id == article.id, QUOTES.c.article_version == article.version, QUOTES.c.state.in_(SHOWN)
    )
    return int(writer.connection.execute(shown).scalar_one())


class Ingest:
    """The quotations of one article against the quotes that are kept of it."""

    def __init__(self, writer: Writer, plan: Plan, extractor_version: str, context_words: int) -> None:
        self.writer, self.plan, self.article = writer, plan, plan.article
        self.text = plan.article.text or ""
        self.extractor_version, self.context_words = extractor_version, context_words
        self.enrolment = Enrolment(writer)
        self.hidden = hidden_in(writer.connection, plan.article)
        self.added = self.kept = self.withdrawn = 0
        self.altered: list[Altered] = []

    def run(self, quotations: Sequence[Quotation]) -> Ingested:
        stored, quotations = self.stored(), once(quotations)
        same = (same_by_words if self.plan.outcome == "new_version" else same_by_spans)(stored, quotations)
        taken = self.ids_in_use()
        for number, quotation in enumerate(quotations):
            if (old := same.get(number)) is not None:
                self.find_again(old, quotation)
            elif not self.is_decided(quotation, stored):
                taken.add(self.add(quotation, taken))
        found = {quote.id for quote in same.values()}
        for quote in stored:
            if quote.id not in found and quote.state in SHOWN:
                self.miss(quote)
        self.writer.flush()
        standing = count_shown(self.writer, self.article)
        return Ingested(
            self.article.id,
            self.article.version,
            self.plan.outcome,
            self.added,
            self.kept,
            self.withdrawn,
            standing,
            tuple(self.altered),
        )

    def stored(self) -> list[Quote]:
        """The quotes that a quotation may be: of this text, or in a new version of any."""
        if self.plan.before is None:
            return []
        version = None if self.plan.outcome == "new_version" else self.article.version
        return articles.all_quotes_of(self.writer.connection, self.article.id, version)

    def ids_in_use(self) -> set[str]:
        ids = select(QUOTES.c.id).where(QUOTES.c.article_id == self.article.id)
        return set(self.writer.connection.scalars(ids))

    def is_decided(self, quotation: Quotation, stored: Sequence[Quote]) -> bool:
        """Whether a person has spoken on these words, cut a little differently: corrected them or put them away. They
        come in by no new id."""
        spans = spans_of(quotation)
        if share_in(spans, [one.words for one in self.hidden]) >= HALF:
            return True
        reviewed = [one for one in stored if one.review.method == "human" and self.plan.outcome != "new_version"]
        return any(overlap(spans, spans_of(one)) >= HALF for one in reviewed)

    def add(self, quotation: Quotation, taken: set[str]) -> str:
        new = self.assembled(quotation, free_id(self.article.id, self.article.version, spans_of(quotation), taken))
        self.altered.append(Altered("added", None, self.writer.add(new, self.text)))
        self.added += 1
        return new.id

    def assembled(self, quotation: Quotation, quote_id: str) -> Quote:
        speakers, entries = self.enrolment.enrol(quotation.speakers)
        quote = assemble(
            self.article,
            quotation,
            speakers,
            entries,
            quote_id=quote_id,
            at=self.writer.at,
            extractor_version=self.extractor_version,
            context_words=self.context_words,
        )
        return self.redacted(quote)

    def redacted(self, quote: Quote) -> Quote:
        """A quote without words around it that a person withdrew."""
        return without(quote, self.hidden, self.text, self.context_words)

    def find_again(self, old: Quote, quotation: Quotation) -> None:
        """A stored quote that the extractor found: a rule's is read anew, a person's stays as it was reviewed."""
        if old.review.method == "human":
            if old.state in SHOWN:
                self.stand(old, spans_of(quotation)[0].start)
            return
        new = self.assembled(quotation, old.id)
        back = old.state == "withdrawn"
        self.put(old, replace(new, state="active" if back else old.state), "restored" if back else self.plan.kind)

    def miss(self, old: Quote) -> None:
        """A stored quote that the extractor did not find."""
        if old.review.method == "human":
            self.stand(old, None)
        elif self.plan.outcome != "new_version":
            reason = f"extractor {self.extractor_version} no longer finds it"
            gone = replace(old, state="withdrawn")
            gone = self.writer.revise(
                old, gone, self.text, kind="withdrawn", reason=reason, reason_class="no_longer_found"
            )
            self.altered.append(Altered("withdrawn", old, gone))
            self.withdrawn += 1

    def stand(self, old: Quote, start: int | None) -> None:
        """A reviewed quote, in the present text if its words are there; else against the version that has them."""
        here = old if self.plan.outcome != "new_version" else moved(old, self.text, start)
        if here is None:
            return
        context = context_of(self.text, here.segments, self.context_words)
        here = replace(here, citation=cite(self.article, here.segments), context=context)
        self.put(old, self.redacted(here), self.plan.kind)

    def put(self, old: Quote, new: Quote, kind: RevisionKind) -> None:
        if content_of(old) != content_of(new):
            self.altered.append(Altered(kind, old, self.writer.revise(old, new, self.text, kind=kind)))
        self.kept += 1


def once(quotations: Sequence[Quotation]) -> list[Quotation]:
    """The first of those that stand at the same place: words are one quotation, however they were found."""
    found: dict[tuple[Span, ...], Quotation] = {}
    for quotation in quotations:
        found.setdefault(spans_of(quotation), quotation)
    return list(found.values())


def content_of(quote: Quote) -> Quote:
    """A quote without what tells only when and by which run it was written."""
    return replace(
        quote,
        revision=1,
        corrections=(),
        created_at=None,
        updated_at=None,
        review=replace(quote.review, at=None, extractor_version=None),
    )
