"""Clusters come and go: founded, made one, told apart. Their ids never change and are never given again."""

from __future__ import annotations

from base64 import b32encode
from hashlib import sha256
from itertools import count

from sqlalchemy import ColumnElement, and_, delete, func, insert, or_, select, update

from corpus.record.schema import APPEARANCES, CLUSTERS, CLUSTERS_APART
from corpus.record.writing import Writer


class Founding:
    """The clusters of one transaction, by their ids."""

    def __init__(self, writer: Writer) -> None:
        self.connection = writer.connection

    def found(self, quote_id: str) -> str:
        """A new cluster, named after a quote of it."""
        cluster = next(free for attempt in count() if not self.is_taken(free := cluster_id(quote_id, attempt)))
        last = self.connection.execute(select(func.coalesce(func.max(CLUSTERS.c.founded), 0))).scalar_one()
        new = insert(CLUSTERS).values(id=cluster, founded=last + 1, appearances=0, independent_reports=0)
        self.connection.execute(new)
        return cluster

    def is_taken(self, cluster: str) -> bool:
        return self.connection.execute(select(CLUSTERS.c.id).where(CLUSTERS.c.id == cluster)).first() is not None

    def present(self, cluster: str | None) -> str | None:
        """The cluster that one leads to by now: itself, unless it was merged."""
        while cluster is not None:
            row = self.connection.execute(select(CLUSTERS.c.merged_into).where(CLUSTERS.c.id == cluster)).first()
            if row is None or row.merged_into is None:
                break
            cluster = row.merged_into
        return cluster

    def merge(self, one: str, other: str) -> tuple[str, str]:
        """Make two clusters one: the older stays and gets the quotes; which stays, and which is gone."""
        ages = select(CLUSTERS.c.id).where(CLUSTERS.c.id.in_([one, other])).order_by(CLUSTERS.c.founded)
        stays, gone = self.connection.scalars(ages).all()
        moved = update(APPEARANCES).where(APPEARANCES.c.cluster_id == gone)
        self.connection.execute(moved.values(cluster_id=stays, report=None, difference=None))
        self.connection.execute(update(CLUSTERS).where(CLUSTERS.c.id == gone).values(merged_into=stays))
        for third in self.apart_from(gone):
            self.tell_apart(gone, third, apart=False)
            self.tell_apart(stays, third, apart=True)
        return stays, gone

    # ------------------------------------------------------------------------------------------ told apart

    def are_apart(self, one: str, other: str) -> bool:
        return self.connection.execute(select(CLUSTERS_APART).where(pair(one, other))).first() is not None

    def apart_from(self, cluster: str) -> list[str]:
        """The clusters that a person told apart from this one."""
        either = or_(CLUSTERS_APART.c.one == cluster, CLUSTERS_APART.c.other == cluster)
        rows = self.connection.execute(select(CLUSTERS_APART).where(either)).all()
        return sorted(row.other if row.one == cluster else row.one for row in rows)

    def tell_apart(self, one: str, other: str, *, apart: bool) -> None:
        """From now on no ingest makes them one; or it may again."""
        self.connection.execute(delete(CLUSTERS_APART).where(pair(one, other)))
        if apart:
            self.connection.execute(insert(CLUSTERS_APART).values(one=min(one, other), other=max(one, other)))


def pair(one: str, other: str) -> ColumnElement[bool]:
    return and_(CLUSTERS_APART.c.one == min(one, other), CLUSTERS_APART.c.other == max(one, other))


def cluster_id(quote_id: str, attempt: int = 0) -> str:
    """``c_`` and 13 base32 characters, of the quote that it is named after; the next if it had another before."""
    known_by = f"cluster:{quote_id}" + (f"#{attempt}" if attempt else "")
    return "c_" + b32encode(sha256(known_by.encode()).digest()).decode().lower()[:13]
