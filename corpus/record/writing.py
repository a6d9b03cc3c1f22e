"""Writes within one transaction. Every change of what a quote serves takes a new sequence number and, if the quote
itself changed, a revision; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from corpus.model import Article, Correction, Quote, Speaker, WithdrawalClass
from corpus.record.answers import SEEN_BY_READERS, RevisionKind
from corpus.record.days import day_of
from corpus.record.invariants import check
from corpus.record.packing import packed, packed_article
from corpus.record.schema import ARTICLES, COUNTERS, QUOTE_SPEAKERS, QUOTES, REVISIONS, SPEAKER_NAMES, SPEAKERS
from corpus.speakers import folded


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class Writer:
    """One transaction's writes, all at the same time of day, by the same hand. A quote's cluster is never kept with it:
    it is told when the quote is read (`corpus.record.memberships`)."""

    def __init__(self, connection: Connection, *, by: str, at: str | None = None) -> None:
        self.connection, self.by, self.at = connection, by, at or now()
        self._added: list[tuple[Quote, str | None]] = []
        self.changed: list[tuple[Quote | None, Quote]] = []
        """Every quote that was added or revised, as it was before and as it is."""

    # ------------------------------------------------------------------------------------------ quotes

    def add(self, quote: Quote, text: str | None, *, reason: str | None = None) -> Quote:
        """Keep a new quote, at the latest with the next `flush`. Raises InvalidQuote."""
        quote = replace(quote, cluster=None)
        check(quote, text)
        self._added.append((quote, reason))
        self.changed.append((None, quote))
        return quote

    def flush(self) -> None:
        """Write the quotes that were added, table by table: one statement for each is many times faster."""
        if not self._added:
            return
        last = self.count("sequence", by=len(self._added))
        quotes = [quote for quote, _ in self._added]
        numbered = enumerate(quotes, last - len(quotes) + 1)
        self.connection.execute(insert(QUOTES), [{"id": one.id, **self._columns(one, seq)} for seq, one in numbered])
        if speaking := [row for quote in quotes for row in speaker_rows(quote)]:
            self.connection.execute(insert(QUOTE_SPEAKERS), speaking)
        self.connection.execute(
            insert(REVISIONS), [self._revision(quote, "added", reason) for quote, reason in self._added]
        )
        self._added.clear()

    def revise(
        self,
        old: Quote,
        new: Quote,
        text: str | None,
        *,
        kind: RevisionKind,
        reason: str | None = None,
        reason_class: WithdrawalClass | None = None,
    ) -> Quote:
        """Put `new` in the place of `old`, as its next revision. Raises InvalidQuote."""
        number = old.revision + 1
        told = None if kind == "withdrawn" else reason  # why something was withdrawn is for editors alone
        seen = (Correction(number, self.at, kind, told, reason_class),) if kind in SEEN_BY_READERS else ()
        new = replace(
            new,
            id=old.id,
            revision=number,
            corrections=(*old.corrections, *seen),
            created_at=old.created_at,
            updated_at=self.at,
            cluster=None,
        )
        check(new, text)
        self.changed.append((old, new))
        columns = self._columns(new, self.count("sequence"))
        self.connection.execute(update(QUOTES).where(QUOTES.c.id == new.id).values(**columns))
        self.connection.execute(delete(QUOTE_SPEAKERS).where(QUOTE_SPEAKERS.c.quote_id == new.id))
        if speaking := speaker_rows(new):
            self.connection.execute(insert(QUOTE_SPEAKERS), speaking)
        self.connection.execute(insert(REVISIONS).values(**self._revision(new, kind, reason, reason_class)))
        return new

    def touch(self, slug: str) -> None:
        """Mark the quotes of a speaker changed: they serve something else, though they are the same."""
        of_speaker = select(QUOTE_SPEAKERS.c.quote_id).where(QUOTE_SPEAKERS.c.slug == slug)
        self.touch_quotes(self.connection.scalars(of_speaker).all())

    def touch_quotes(self, quote_ids: Sequence[str]) -> None:
        """Mark quotes changed: they serve something else, though they are the same."""
        if not quote_ids:
            return
        self.flush()
        first = self.count("sequence", by=len(quote_ids)) - len(quote_ids) + 1
        numbered = [{"quote": one, "number": first + place} for place, one in enumerate(quote_ids)]
        one = update(QUOTES).where(QUOTES.c.id == bindparam("quote")).values(seq=bindparam("number"))
        self.connection.execute(one, numbered)

    def _columns(self, quote: Quote, seq: int) -> dict[str, object]:
        return {
            "article_id": quote.citation.article.id,
            "article_version": quote.citation.article.version,
            "state": quote.state,
            "revision": quote.revision,
            "seq": seq,
            "start": quote.segments[0].start,
            "day": day_of(quote.said_at, quote.citation.article.published_at),
            "record": packed(quote),
            "created_at": quote.created_at or self.at,
            "updated_at": quote.updated_at or self.at,
        }

    def _revision(
        self, quote: Quote, kind: RevisionKind, reason: str | None, reason_class: WithdrawalClass | None = None
    ) -> dict[str, object]:
        return {
            "quote_id": quote.id,
            "revision": quote.revision,
            "at": self.at,
            "by": self.by,
            "kind": kind,
            "reason": reason,
            "reason_class": reason_class,
            "record": packed(quote),
        }

    # ------------------------------------------------------------------------------------------ articles

    def put_article(self, article: Article, *, bundled: bool, extractor_version: str | None) -> None:
        """Keep this version of an article, new or known."""
        facts = {
            "sha256": article.sha256,
            "url": article.url,
            "original_url": article.original.url if article.original else None,
            "publisher": article.publisher,
            "bundled": bundled,
            "extractor_version": extractor_version,
            "text": article.text,
            "record": packed_article(article),
            "updated_at": self.at,
        }
        this = (ARTICLES.c.id == article.id) & (ARTICLES.c.version == article.version)
        if self.connection.execute(update(ARTICLES).where(this).values(**facts)).rowcount == 0:
            new = insert(ARTICLES).values(id=article.id, version=article.version, created_at=self.at, **facts)
            self.connection.execute(new)

    # ------------------------------------------------------------------------------------------ speakers

    def enter_speaker(self, speaker: Speaker) -> None:
        """Keep a new register entry."""
        self.connection.execute(insert(SPEAKERS).values(slug=speaker.slug, **speaker_columns(speaker)))
        self._enter_names(speaker)

    def put_speaker(self, speaker: Speaker) -> None:
        """Keep a register entry, new or known, and mark its quotes changed."""
        known = update(SPEAKERS).where(SPEAKERS.c.slug == speaker.slug)
        if self.connection.execute(known.values(**speaker_columns(speaker))).rowcount == 0:
            self.enter_speaker(speaker)
            return
        self.connection.execute(delete(SPEAKER_NAMES).where(SPEAKER_NAMES.c.slug == speaker.slug))
        self._enter_names(speaker)
        self.touch(speaker.slug)

    def remove_speaker(self, slug: str) -> None:
        """Take an entry out of the register; no quote may be theirs any more."""
        self.connection.execute(delete(SPEAKER_NAMES).where(SPEAKER_NAMES.c.slug == slug))
        self.connection.execute(delete(SPEAKERS).where(SPEAKERS.c.slug == slug))
        self.count("register")

    def _enter_names(self, speaker: Speaker) -> None:
        self.connection.execute(
            insert(SPEAKER_NAMES), [{"name": name, "slug": speaker.slug} for name in names_of(speaker)]
        )
        self.count("register")

    # ------------------------------------------------------------------------------------------ counting

    def count(self, name: str, *, by: int = 1) -> int:
        """The next number of a counter, or the last of the next so many. Its row is locked until the transaction ends:
        no two writers share one."""
        more = update(COUNTERS).where(COUNTERS.c.name == name).values(value=COUNTERS.c.value + by)
        return int(self.connection.execute(more.returning(COUNTERS.c.value)).scalar_one())


def speaker_rows(quote: Quote) -> list[dict[str, str]]:
    slugs = dict.fromkeys(speaker.slug for speaker in quote.speakers if speaker.slug)
    return [{"quote_id": quote.id, "slug": slug} for slug in slugs]


def speaker_columns(speaker: Speaker) -> dict[str, object]:
    return {"qid": speaker.qid, "kind": speaker.kind, "reviewed": speaker.reviewed, "record": packed(speaker)}


def names_of(speaker: Speaker) -> Iterable[str]:
    """Every name of a speaker as names are compared, each once."""
    return dict.fromkeys(name for name in map(folded, (speaker.name, *speaker.aliases)) if name)
