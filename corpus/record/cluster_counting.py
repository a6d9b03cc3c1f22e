"""What is told of a cluster: its fullest appearance, how each other differs from it, and the independent reports.

Every quote of which something else is told than before is marked changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select, update

from corpus.clusters import Report, difference_of, independent, sketch
from corpus.model import Difference, Quote
from corpus.record import articles
from corpus.record.answers import SHOWN
from corpus.record.packing import quote_of
from corpus.record.schema import APPEARANCES, ARTICLE_SKETCHES, CLUSTERS, QUOTES
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
        changed = [
            member.quote.id
            for member, report in zip(members, reports, strict=True)
            if fullest and self.tell(member, report, fullest, anew=before.fullest != fullest.quote.id)
        ]
        if any(getattr(before, name) != value for name, value in told.items()):
            changed = [member.quote.id for member in members]
        told_of = {**told, "fullest": fullest.quote.id if fullest else None}
        self.connection.execute(update(CLUSTERS).where(CLUSTERS.c.id == before.id).values(**told_of))
        self.writer.touch_quotes(changed)

    def tell(self, member: Member, report: int, fullest: Member, *, anew: bool) -> bool:
        """Write down what is told of a member; whether that is something else than before."""
        difference = (
            difference_of(fullest.quote, member.quote)[0] if anew or not member.difference else member.difference
        )
        if (report, difference) == (member.report, member.difference):
            return False
        here = update(APPEARANCES).where(APPEARANCES.c.number == member.number)
        self.connection.execute(here.values(report=report, difference=difference))
        return difference != member.difference

    # ------------------------------------------------------------------------------------------ reports

    def report(self, quote: Quote) -> Report:
        """The article of a quote, as it is compared with others."""
        cited = quote.citation.article
        key = cited.id, cited.version
        if key not in self._reports:
            self._reports[key] = self._read(*key)
        return self._reports[key]

    def _read(self, article_id: str, version: int) -> Report:
        kept = ARTICLE_SKETCHES.c.article_id == article_id, ARTICLE_SKETCHES.c.version == version
        row = self.connection.execute(select(ARTICLE_SKETCHES.c.hashes).where(*kept)).first()
        found = articles.version_of(self.connection, article_id, version)
        assert found is not None, "the database lets no quote be without its article"
        if row is not None:
            return Report(found.article, unpacked(row.hashes))
        hashes = sketch(found.article.text) if found.article.text else []
        if found.article.text:
            new = insert(ARTICLE_SKETCHES).values(article_id=article_id, version=version, hashes=packed(hashes))
            self.connection.execute(new)
        return Report(found.article, frozenset(hashes))


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
