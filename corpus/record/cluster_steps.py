"""The steps of a person's change of clusters: taken, written down, and turned round.

A quote goes from one cluster to another, a cluster leads elsewhere or no longer does, two are told apart or no longer.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from sqlalchemy import select, update

from corpus.errors import Refused
from corpus.record.answers import ClusterChange, ClusterChangeKind
from corpus.record.cluster_counting import Counting
from corpus.record.cluster_founding import Founding
from corpus.record.numbering import write_down
from corpus.record.schema import APPEARANCES, CLUSTER_CHANGES, CLUSTERS
from corpus.record.writing import Writer


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote is, and whether a person put it there."""

    cluster: str | None
    by_hand: bool


@dataclass(frozen=True, slots=True)
class QuoteStep:
    id: str
    before: Place
    after: Place


@dataclass(frozen=True, slots=True)
class LeadStep:
    """Into which other a cluster was merged."""

    cluster: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class ApartStep:
    one: str
    other: str
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class Steps:
    quotes: tuple[QuoteStep, ...] = ()
    leads: tuple[LeadStep, ...] = ()
    apart: tuple[ApartStep, ...] = ()

    @property
    def moved(self) -> int:
        """How many quotes they take elsewhere."""
        return sum(step.before.cluster != step.after.cluster for step in self.quotes)

    @classmethod
    def read(cls, packed: str) -> Steps:
        return msgspec.json.decode(packed, type=cls)


def keep(
    writer: Writer,
    kind: ClusterChangeKind,
    steps: Steps,
    cluster: str,
    other: str | None,
    reason: str,
    *,
    undoes: int | None = None,
) -> ClusterChange:
    """Take the steps, and write them down under the next number."""
    take(writer, steps)
    number = write_down(
        writer, CLUSTER_CHANGES, steps, undoes, kind=kind, cluster_id=cluster, other=other, reason=reason
    )
    return ClusterChange(number, writer.at, writer.by, kind, cluster, other, reason, steps.moved, None)


def take(writer: Writer, steps: Steps) -> None:
    founding, counting = Founding(writer), Counting(writer)
    for apart in steps.apart:
        founding.tell_apart(apart.one, apart.other, apart=apart.after)
    for lead in steps.leads:
        here = update(CLUSTERS).where(CLUSTERS.c.id == lead.cluster)
        writer.connection.execute(here.values(merged_into=lead.after))
        counting.affected(lead.cluster)
        if lead.after:  # with what came to it meanwhile
            left = update(APPEARANCES).where(APPEARANCES.c.cluster_id == lead.cluster)
            writer.connection.execute(left.values(cluster_id=lead.after, report=None, difference=None))
            counting.affected(lead.after)
    for step in steps.quotes:
        there = update(APPEARANCES).where(APPEARANCES.c.quote_id == step.id)
        new = {"cluster_id": step.after.cluster, "by_hand": step.after.by_hand}
        writer.connection.execute(there.values(**new, report=None, difference=None))
        for cluster in filter(None, (step.before.cluster, step.after.cluster)):
            counting.affected(cluster)
    counting.count()
    writer.touch_quotes([step.id for step in steps.quotes if step.before.cluster and not step.after.cluster])


def inverse(writer: Writer, steps: Steps, number: int) -> Steps:
    """The steps back. A quote that has gone elsewhere since stays there. Raises Refused if a cluster leads elsewhere
    by now."""
    for lead in steps.leads:
        now = writer.connection.execute(select(CLUSTERS.c.merged_into).where(CLUSTERS.c.id == lead.cluster)).scalar()
        if now != lead.after:
            raise Refused(f"{lead.cluster} has changed since; undo that first", where=f"change {number}")
    return Steps(
        tuple(
            QuoteStep(step.id, step.after, step.before)
            for step in steps.quotes
            if place_of(writer, step.id) == step.after
        ),
        tuple(LeadStep(lead.cluster, lead.after, lead.before) for lead in steps.leads),
        tuple(ApartStep(apart.one, apart.other, apart.after, apart.before) for apart in steps.apart),
    )


def place_of(writer: Writer, quote_id: str) -> Place | None:
    """Where a quote is; None if it is not shown, and nobody put it anywhere."""
    row = writer.connection.execute(select(APPEARANCES).where(APPEARANCES.c.quote_id == quote_id)).first()
    return Place(row.cluster_id, row.by_hand) if row else None
