"""What is told of the cluster of a quote, added to the quote when it is read: it is never kept with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from corpus.model import ClusterMembership, Quote
from corpus.record.answers import SHOWN
from corpus.record.schema import APPEARANCES, CLUSTERS

AT_ONCE = 500


def with_clusters(connection: Connection, quotes: Sequence[Quote]) -> list[Quote]:
    """Quotes with what is told of their clusters; of those that stand alone or are not shown, nothing is."""
    shown = [quote.id for quote in quotes if quote.state in SHOWN]
    told: dict[str, ClusterMembership] = {}
    for start in range(0, len(shown), AT_ONCE):
        told |= memberships(connection, shown[start : start + AT_ONCE])
    return [replace(quote, cluster=told.get(quote.id)) for quote in quotes]


def memberships(connection: Connection, quote_ids: Sequence[str]) -> dict[str, ClusterMembership]:
    columns = (APPEARANCES.c.quote_id, APPEARANCES.c.difference, *CLUSTERS.c)
    joined = select(*columns).join(CLUSTERS, CLUSTERS.c.id == APPEARANCES.c.cluster_id)
    return {
        row.quote_id: ClusterMembership(row.id, row.appearances, row.independent_reports, row.difference)
        for row in connection.execute(joined.where(APPEARANCES.c.quote_id.in_(quote_ids)))
    }
