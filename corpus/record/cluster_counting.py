"""What is told of a cluster: its fullest appearance, how each other differs from it, and the independent reports.

Every quote of which something else is told than before is marked changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, bindparam, insert, select, update

from corpus.clusters import Report, difference_of, independent, sketch
from corpus.model import Difference, Quote
from corpus.record.answers import SHOWN
from corpus.record.packing import article_of, quote_of
from corpus.record.schema import APPEARANCES, ARTICLE_SKETCHES, ARTICLES, CLUSTERS, QUOTES
from corpus.record.writing import Writer

HASH_BYTES = 4


@dataclass(frozen=True, slots=True)
class Member:
    """A quote of a cluster, and what was told of it so far."""

    number: int
    quote: Quote
    report: int | None
    difference: Difference | None


class Counting:
    """The clusters that a transaction touched, counted again at its end."""

    def __init__(self, writer: Writer) -> None:
        self.writer, self.connection = writer, writer.connection
        self._affected: dict[str, None] = {}
        self._reports: dict[tuple[str, int], Report] = {}

    def affected(self, cluster: str) -> None:
        self._affected[cluster] = None

    def count(self) -> None:
        for cluster in self._affected:
            before = self.connection.execute(select(CLUSTERS).where(CLUSTERS.c.id == cluster)).one()
            self.recount(before, members_of(self.connection, cluster))
        self._affected.clear()

    def recount(self, before: Any, members: list[Member]) -> None:
        fullest = max(members, key=lambda one: (one.quote.fullness, -one.number), default=None)
        reports = independent([self.report(member.quote) for member in members])
        told = {"appearances": len(members), "independent_reports": max(reports, default=0)}
        told_of = {**told, "fullest": fullest.quote.id if fullest else None}
        self.connection.execute(update(CLUSTERS).where(CLUSTERS.c.id == before.id).values(**told_of))
        anew = fullest is None or before.fullest != fullest.quote.id
        differences = [
            difference_of(fullest.quote, one.quote)[0] if fullest and (anew or not one.difference) else one.difference
            for one in members
        ]
        self.tell(members, reports, differences)
        everyone = any(getattr(before, name) != value for name, value in told.items())
        compared = zip(members, differences, strict=True)
        self.writer.touch_quotes([one.quote.id for one, now in compared if everyone or now != one.difference])

    def tell(self, members: list[Member], reports: list[int], differences: list[Difference | None]) -> None:
        """Write down what is told of each member."""
        now = zip(members, reports, differences, strict=True)
        changed = [
            {"at": one.number, "new_report": report, "new_difference": difference}
            for one, report, difference in now
            if (report, difference) != (one.report, one.difference)
        ]
        if changed:
            here = update(APPEARANCES).where(APPEARANCES.c.number == bindparam("at"))
            new = here.values(report=bindparam("new_report"), difference=bindparam("new_difference"))
            self.connection.execute(new, changed)

    # ------------------------------------------------------------------------------------------ reports

    def report(self, quote: Quote) -> Report:
        """The article of a quote, as it is compared with others."""
        cited = quote.citation.article
        key = cited.id, cited.version
        if key not in self._reports:
            self._reports[key] = self._read(*key)
        return self._reports[key]

    def _read(self, article_id: str, version: int) -> Report:
        this = ARTICLES.c.id == article_id, ARTICLES.c.version == version
        sketched = and_(
            ARTICLE_SKETCHES.c.article_id == ARTICLES.c.id, ARTICLE_SKETCHES.c.version == ARTICLES.c.version
        )
        facts = select(ARTICLES.c.record, ARTICLE_SKETCHES.c.hashes).outerjoin(ARTICLE_SKETCHES, sketched)
        row = self.connection.execute(facts.where(*this)).one()
        hashes = row.hashes
        if hashes is None and (text := self.connection.execute(select(ARTICLES.c.text).where(*this)).scalar()):
            hashes = packed(sketch(text))
            new = insert(ARTICLE_SKETCHES).values(article_id=article_id, version=version, hashes=hashes)
            self.connection.execute(new)
        return Report(article_of(row), unpacked(hashes or b""))


def members_of(connection: Connection, cluster: str) -> list[Member]:
    """The quotes of a cluster that are shown, in the order in which they came to the record."""
    joined = select(APPEARANCES, QUOTES.c.record).join(QUOTES, QUOTES.c.id == APPEARANCES.c.quote_id)
    shown = joined.where(APPEARANCES.c.cluster_id == cluster, QUOTES.c.state.in_(SHOWN))
    rows = connection.execute(shown.order_by(APPEARANCES.c.number))
    return [Member(row.number, quote_of(row), row.report, row.difference) for row in rows]


def packed(hashes: list[int]) -> bytes:
    return b"".join(one.to_bytes(HASH_BYTES, "little") for one in hashes)


def unpacked(hashes: bytes) -> frozenset[int]:
    places = range(0, len(hashes), HASH_BYTES)
    return frozenset(int.from_bytes(hashes[place : place + HASH_BYTES], "little") for place in places)
