"""Every invariant of the clusters: what `onrecord doctor` reads out of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, func, select

from corpus.clusters import difference_of
from corpus.record.answers import SHOWN, Problem
from corpus.record.cluster_counting import Member, members_of
from corpus.record.schema import APPEARANCES, CLUSTER_KEYS, CLUSTERS, CLUSTERS_APART, QUOTES


def broken_clusters(connection: Connection) -> Iterator[Problem]:
    yield from broken_appearances(connection)
    rows = {row.id: row for row in connection.execute(select(CLUSTERS))}
    for row in rows.values():
        members = members_of(connection, row.id)
        messages = broken_merged(row, members, rows) if row.merged_into else broken_cluster(row, members)
        yield from (Problem(row.id, message) for message in messages)
    for pair in connection.execute(select(CLUSTERS_APART)):
        if not pair.one < pair.other or pair.one not in rows or pair.other not in rows:
            yield Problem(pair.one, f"is told apart from {pair.other}, and one of the two is not there")


def broken_appearances(connection: Connection) -> Iterator[Problem]:
    """Quotes that were never compared, or that are and should be in no cluster."""
    joined = QUOTES.outerjoin(APPEARANCES, APPEARANCES.c.quote_id == QUOTES.c.id)
    columns = (QUOTES.c.id, QUOTES.c.state, APPEARANCES.c.number, APPEARANCES.c.by_hand)
    for row in connection.execute(select(*columns).select_from(joined)):
        if row.state in SHOWN and row.number is None:
            yield Problem(row.id, "cluster: it was compared with no other quote; run `onrecord init`")
        if row.state not in SHOWN and row.number is not None and not row.by_hand:
            yield Problem(row.id, f"cluster: it is {row.state}, and still counted")
    numbers = select(APPEARANCES.c.number)
    stray = select(func.count()).where(CLUSTER_KEYS.c.number.not_in(numbers))
    if strays := connection.execute(stray).scalar_one():
        yield Problem("cluster_keys", f"number: {strays} are of no quote")


def broken_merged(row: Any, members: list[Member], rows: dict[str, Any]) -> Iterator[str]:
    if row.merged_into not in rows:
        yield f"merged_into: {row.merged_into} is not there"
    if members or row.appearances:
        yield "appearances: it was merged, and still has some"


def broken_cluster(row: Any, members: list[Member]) -> Iterator[str]:
    reports = {member.report for member in members}
    if row.appearances != len(members):
        yield f"appearances: {row.appearances}, it has {len(members)} quotes"
    if reports != set(range(1, row.independent_reports + 1)):
        yield f"independent_reports: {row.independent_reports}, its quotes are in {sorted(map(str, reports))}"
    fullest = next((member for member in members if member.quote.id == row.fullest), None)
    if fullest is None:
        if members or row.fullest:
            yield f"fullest: {row.fullest} is not in it"
        return
    if any(member.quote.fullness > fullest.quote.fullness for member in members):
        yield f"fullest: {row.fullest} is not"
    for member in members:
        if member.difference != difference_of(fullest.quote, member.quote)[0]:
            yield f"difference: {member.quote.id} is not told as {member.difference}"
