"""Clusters, as the record answers for them."""

from __future__ import annotations

from sqlalchemy import Connection, select

from corpus.errors import NotInRecord
from corpus.record import quotes
from corpus.record.answers import SHOWN, Appearance, Cluster, ClusterSummary
from corpus.record.packing import quote_of
from corpus.record.schema import APPEARANCES, CLUSTERS, QUOTES


def cluster(connection: Connection, cluster_id: str) -> Cluster:
    """A cluster with its quotes, or the one that it was merged into; without any, if it has lost them. Raises
    NotInRecord."""
    row = connection.execute(select(CLUSTERS).where(CLUSTERS.c.id == cluster_id)).first()
    if row is None:
        raise NotInRecord("no cluster of this id is in the record", where=cluster_id)
    if row.merged_into is not None:
        return cluster(connection, row.merged_into)
    joined = select(APPEARANCES.c.report, QUOTES.c.record).join(QUOTES, QUOTES.c.id == APPEARANCES.c.quote_id)
    members = joined.where(APPEARANCES.c.cluster_id == cluster_id, QUOTES.c.state.in_(SHOWN))
    rows = connection.execute(members.order_by(APPEARANCES.c.report, APPEARANCES.c.number)).all()
    found = quotes.told(connection, [quote_of(one) for one in rows])
    appearing = tuple(Appearance(quote, one.report) for one, quote in zip(rows, found, strict=True))
    return Cluster(row.id, row.appearances, row.independent_reports, row.fullest, appearing)


def summaries(connection: Connection, *, after: str | None, limit: int) -> list[ClusterSummary]:
    """Clusters of two quotes or more by id, those after an id only."""
    page = select(CLUSTERS).where(CLUSTERS.c.appearances > 1).order_by(CLUSTERS.c.id).limit(limit)
    if after is not None:
        page = page.where(CLUSTERS.c.id > after)
    rows = connection.execute(page)
    return [ClusterSummary(row.id, row.appearances, row.independent_reports, row.fullest) for row in rows]
