"""What people decide about clusters: two made one, one made two, and any of it undone. No ingest undoes it.

Every change is written down as steps, each with what was before it and after it, so that it can be put back. A quote
that stands alone can be named wherever a cluster can.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, or_, select, update

from corpus.errors import NotInRecord, Refused
from corpus.record import quotes
from corpus.record.answers import SHOWN, ClusterChange
from corpus.record.cluster_founding import Founding
from corpus.record.cluster_steps import ApartStep, LeadStep, Place, QuoteStep, Steps, inverse, keep, place_of
from corpus.record.numbering import to_undo
from corpus.record.schema import APPEARANCES, CLUSTER_CHANGES, CLUSTERS
from corpus.record.writing import Writer


def merge(writer: Writer, one: str, into: str, reason: str) -> ClusterChange:
    """Make a cluster, or a quote that stands alone, part of another."""
    founding = Founding(writer)
    stays = named(writer, into) or founded(writer, founding, into)
    gone = named(writer, one)
    if gone == stays or one == into:
        raise Refused(f"is in {stays} already", where=one)
    moved = appearances_in(writer, gone) if gone else {one: Place(None, by_hand=False)}
    both = (*moved.items(), *appearances_in(writer, stays).items())
    apart = founding.apart_from(gone) if gone else []
    steps = Steps(
        quotes=tuple(QuoteStep(quote, place, Place(stays, by_hand=True)) for quote, place in both),
        leads=(LeadStep(gone, None, stays),) if gone else (),
        apart=tuple(step for third in apart for step in apart_steps(founding, gone or "", stays, third)),
    )
    return keep(writer, "merge", steps, gone or one, stays, reason)


def apart_steps(founding: Founding, gone: str, stays: str, third: str) -> list[ApartStep]:
    """What was told apart from the one is told apart from the other; the two themselves no longer are."""
    over = ApartStep(gone, third, before=True, after=False)
    if third == stays or founding.are_apart(stays, third):
        return [over]
    return [over, ApartStep(stays, third, before=False, after=True)]


def split(writer: Writer, cluster: str, quote_ids: Sequence[str], reason: str) -> ClusterChange:
    """Make quotes of a cluster one of their own: they report something else."""
    founding = Founding(writer)
    here = named(writer, cluster)
    if here is None:
        raise Refused("stands alone", where=cluster)
    places = appearances_in(writer, here)
    if strangers := [quote for quote in quote_ids if quote not in places]:
        raise Refused(f"does not hold {', '.join(strangers)}", where=here)
    if not quote_ids or len(set(quote_ids)) == len(places):
        raise Refused("needs some of its quotes to be split off, and some to be left", where=here)
    other = founding.found(quote_ids[0])
    steps = Steps(
        quotes=tuple(
            QuoteStep(quote, place, Place(other if quote in quote_ids else here, by_hand=True))
            for quote, place in places.items()
        ),
        leads=(LeadStep(other, here, None),),
        apart=tuple(ApartStep(other, third, before=False, after=True) for third in (here, *founding.apart_from(here))),
    )
    return keep(writer, "split", steps, here, other, reason)


def undo(writer: Writer, number: int, reason: str) -> ClusterChange:
    row = to_undo(writer, CLUSTER_CHANGES, number, of="clusters")
    steps = inverse(writer, Steps.read(row.steps), number)
    return keep(writer, "undo", steps, row.cluster_id, row.other, reason, undoes=number)


def changes(connection: Connection, cluster: str | None) -> list[ClusterChange]:
    """What people decided about clusters, or about one; the newest first."""
    every = select(CLUSTER_CHANGES).order_by(CLUSTER_CHANGES.c.number.desc())
    if cluster is not None:
        every = every.where(or_(CLUSTER_CHANGES.c.cluster_id == cluster, CLUSTER_CHANGES.c.other == cluster))
    return [
        ClusterChange(
            row.number, row.at, row.by, row.kind, row.cluster_id, row.other, row.reason,
            Steps.read(row.steps).moved, row.undone_by,
        )
        for row in connection.execute(every)
    ]  # fmt: skip


# ------------------------------------------------------------------------------------------------ which is meant


def named(writer: Writer, given: str) -> str | None:
    """The cluster of that id, or the one that a quote of that id is in; None for a quote that stands alone. Raises
    NotInRecord, Refused."""
    if given.startswith("q_"):
        if quotes.quote(writer.connection, given).state not in SHOWN:
            raise Refused("is not shown", where=given)
        place = place_of(writer, given)
        return place.cluster if place else None
    row = writer.connection.execute(select(CLUSTERS).where(CLUSTERS.c.id == given)).first()
    if row is None:
        raise NotInRecord("no cluster of this id is in the record", where=given)
    if row.merged_into or not row.appearances:
        raise Refused(f"was merged into {row.merged_into}" if row.merged_into else "holds no quote", where=given)
    return str(row.id)


def founded(writer: Writer, founding: Founding, quote: str) -> str:
    """A new cluster of a quote that stands alone."""
    cluster = founding.found(quote)
    here = update(APPEARANCES).where(APPEARANCES.c.quote_id == quote)
    writer.connection.execute(here.values(cluster_id=cluster))
    return cluster


def appearances_in(writer: Writer, cluster: str) -> dict[str, Place]:
    """The quotes of a cluster, those that are not shown and would come back to it too."""
    rows = writer.connection.execute(
        select(APPEARANCES).where(APPEARANCES.c.cluster_id == cluster).order_by(APPEARANCES.c.number)
    )
    return {row.quote_id: Place(row.cluster_id, row.by_hand) for row in rows}
