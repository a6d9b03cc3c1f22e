"""Quotes to clusters: each that is new or has changed is compared with those that it may say the same as.

Runs at the end of every transaction that changed quotes. What a person decided is left as it is: quotes put somewhere
by hand stay there, and two clusters told apart never become one.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, update

from corpus.clusters import Link, are_copies, link, utterance_of
from corpus.model import Quote
from corpus.record.answers import SHOWN
from corpus.record.cluster_counting import Counting
from corpus.record.cluster_founding import Founding
from corpus.record.database import Database
from corpus.record.filing import Candidate, file, unfile
from corpus.record.packing import quote_of
from corpus.record.schema import APPEARANCES, QUOTES
from corpus.record.writing import Writer

BATCH = 500
"""Quotes of an earlier version that one transaction compares."""
Linked = tuple[Candidate, Link]


def settle(writer: Writer) -> None:
    """Bring the clusters to the present state of every quote that the transaction changed."""
    writer.flush()
    changed: dict[str, tuple[Quote | None, Quote]] = {}
    for old, new in writer.changed:
        first = changed[new.id][0] if new.id in changed else old
        changed[new.id] = first, new
    writer.changed.clear()
    Settling(writer).settle(changed.values())


def compare_next(database: Database) -> bool:
    """Compare the next quotes that never were, having been kept by an earlier version; whether there may be more."""
    with database.reading() as connection:
        if not missing(connection):
            return False
    with database.writing() as connection:
        writer = Writer(connection, by="onrecord")
        Settling(writer).settle([(None, quote) for quote in missing(connection)])
    return True


def missing(connection: Connection) -> list[Quote]:
    """Quotes that are shown and were never compared, in the order in which they came to the record."""
    compared = select(APPEARANCES.c.number).where(APPEARANCES.c.quote_id == QUOTES.c.id)
    never = select(QUOTES.c.record).where(QUOTES.c.state.in_(SHOWN), ~compared.exists())
    return [quote_of(row) for row in connection.execute(never.order_by(QUOTES.c.created_at, QUOTES.c.id).limit(BATCH))]


class Settling:
    """The clusters of one transaction."""

    def __init__(self, writer: Writer) -> None:
        self.writer, self.connection = writer, writer.connection
        self.founding = Founding(writer)
        self.counting = Counting(writer)

    def settle(self, changed: Iterable[tuple[Quote | None, Quote]]) -> None:
        pairs = list(changed)
        numbers = self.enter([new.id for old, new in pairs if old is None and new.state in SHOWN])
        for old, new in pairs:
            if new.id in numbers:
                self.connect(Candidate(numbers[new.id], None, False, new, utterance_of(new)))
            elif new.state in SHOWN:
                self.show(old if old and old.state in SHOWN else None, new)
            elif old is not None and old.state in SHOWN:
                self.hide(old)
        self.counting.count()

    def enter(self, new: list[str]) -> dict[str, int]:
        """Number quotes that were compared with nothing so far."""
        if not new:
            return {}
        entered = insert(APPEARANCES).returning(
            APPEARANCES.c.quote_id, APPEARANCES.c.number, sort_by_parameter_order=True
        )
        rows = self.connection.execute(entered, [{"quote_id": quote_id, "by_hand": False} for quote_id in new])
        return {row.quote_id: row.number for row in rows}

    def show(self, old: Quote | None, new: Quote) -> None:
        """A quote that has changed, or is shown again."""
        utterance = utterance_of(new)
        row = self.connection.execute(select(APPEARANCES).where(APPEARANCES.c.quote_id == new.id)).first()
        if row is None:
            self.connect(Candidate(self.enter([new.id])[new.id], None, False, new, utterance))
            return
        if row.cluster_id:
            self.counting.affected(row.cluster_id)
        if old is None or utterance_of(old) != utterance:
            if old is not None:
                unfile(self.connection, row.number, utterance_of(old))
            self.connect(Candidate(row.number, row.cluster_id, row.by_hand, new, utterance))

    def hide(self, old: Quote) -> None:
        """A quote that is shown no more leaves its cluster. Where a person put it is kept, should it come back."""
        row = self.connection.execute(select(APPEARANCES).where(APPEARANCES.c.quote_id == old.id)).first()
        if row is None:
            return
        unfile(self.connection, row.number, utterance_of(old))
        if row.cluster_id:
            self.counting.affected(row.cluster_id)
        if not row.by_hand:
            self.connection.execute(delete(APPEARANCES).where(APPEARANCES.c.number == row.number))

    # ------------------------------------------------------------------------------------------ connecting

    def connect(self, new: Candidate) -> None:
        """Compare a quote with others and put it where it belongs."""
        found = self.links(new, file(self.connection, new.number, new.utterance))
        if new.by_hand:
            return
        if new.cluster and not any(other.cluster == new.cluster for other, _ in found):
            self.move(new.number, None)
            self.writer.touch_quotes([new.quote.id])
            new = Candidate(new.number, None, False, new.quote, new.utterance)
        sure = [other for other, one in found if one.grade != "slight"]
        slight = [other for other, one in found if one.grade == "slight"]
        home = new.cluster
        for other in sure:
            home = self.unite(new, home, other)
        fragments = [other for other in slight if len(other.utterance.words) <= len(new.utterance.words)]
        for other in fragments:
            if other.cluster is None:
                home = self.unite(new, home, other)
        if home is None and slight:
            self.unite(new, home, slight[0])

    def links(self, new: Candidate, others: Iterable[Candidate]) -> list[Linked]:
        """Those that report the same utterance, those that share most with it first."""
        linked = [(other, one) for other in others if (one := link(new.utterance, other.utterance))]
        true = [(other, one) for other, one in linked if one.grade != "copied" or self.is_copy(new, other)]
        return sorted(true, key=lambda pair: (-pair[1].weight, pair[0].number))

    def is_copy(self, new: Candidate, other: Candidate) -> bool:
        return are_copies(self.counting.report(new.quote), self.counting.report(other.quote))

    def unite(self, new: Candidate, home: str | None, other: Candidate) -> str | None:
        """Put a quote and another into one cluster, if nobody told them apart; the cluster of the quote."""
        there = self.founding.present(other.cluster)
        if home is None and there is None:
            first = min(new, other, key=lambda one: one.number)
            home = self.founding.found(first.quote.id)
            self.move(new.number, home)
            self.move(other.number, home)
        elif home is None:
            home = there
            self.move(new.number, home)
        elif there is None:
            self.move(other.number, home)
        elif home != there and not self.founding.are_apart(home, there):
            home, gone = self.founding.merge(home, there)
            self.counting.affected(gone)
        if home:
            self.counting.affected(home)
        return home

    def move(self, number: int, cluster: str | None) -> None:
        here = update(APPEARANCES).where(APPEARANCES.c.number == number)
        self.connection.execute(here.values(cluster_id=cluster, report=None, difference=None))
