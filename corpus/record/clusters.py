"""Clusters, as the record answers for them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from sqlalchemy import Connection, select

from corpus.errors import NotInRecord
from corpus.model import Quote
from corpus.record import quotes
from corpus.record.answers import SHOWN, Appearance, Cluster, ClusterSummary
from corpus.record.packing import quote_of
from corpus.record.schema import APPEARANCES, CLUSTERS, QUOTES

Wanted = Callable[[Sequence[str]], slice]
"""Which quotes of a cluster are asked for: takes the ids of all of them, in order."""


def cluster(connection: Connection, cluster_id: str, wanted: Wanted) -> Cluster:
    """A cluster with those of its quotes that are wanted, or the one that it was merged into; without any, if it has
    lost them. Raises NotInRecord."""
    row = connection.execute(select(CLUSTERS).where(CLUSTERS.c.id == cluster_id)).first()
    if row is None:
        raise NotInRecord("no cluster of this id is in the record", where=cluster_id)
    if row.merged_into is not None:
        return cluster(connection, row.merged_into, wanted)
    joined = select(QUOTES.c.id, APPEARANCES.c.report).join(QUOTES, QUOTES.c.id == APPEARANCES.c.quote_id)
    shown = joined.where(APPEARANCES.c.cluster_id == cluster_id, QUOTES.c.state.in_(SHOWN))
    reports = {
        one.id: one.report for one in connection.execute(shown.order_by(APPEARANCES.c.report, APPEARANCES.c.number))
    }
    ids = tuple(reports)
    part = ids[wanted(ids)]
    found = told(connection, {*part, row.fullest} & reports.keys())
    appearing = tuple(Appearance(found[one], reports[one]) for one in part)
    return Cluster(
        row.id, row.appearances, row.independent_reports, row.fullest, ids, found.get(row.fullest), appearing
    )


def told(connection: Connection, ids: Collection[str]) -> dict[str, Quote]:
    """Some quotes of a cluster by their ids, as they are told to others."""
    rows = connection.execute(select(QUOTES.c.record).where(QUOTES.c.id.in_(ids)))
    return {one.id: one for one in quotes.told(connection, [quote_of(row) for row in rows])}


def summaries(connection: Connection, *, after: str | None, limit: int) -> list[ClusterSummary]:
    """Clusters of two quotes or more by id, those after an id only."""
    page = select(CLUSTERS).where(CLUSTERS.c.appearances > 1).order_by(CLUSTERS.c.id).limit(limit)
    if after is not None:
        page = page.where(CLUSTERS.c.id > after)
    rows = connection.execute(page)
    return [ClusterSummary(row.id, row.appearances, row.independent_reports, row.fullest) for row in rows]
