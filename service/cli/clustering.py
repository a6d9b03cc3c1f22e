"""`onrecord clusters`: quotes that report one utterance, looked at and put in order by people. All can be undone."""

from __future__ import annotations

from collections.abc import Iterator

import click

from corpus.clusters import difference_of
from corpus.model import Quote
from corpus.record import Appearance, Cluster, ClusterSummary, Record
from service.archive import Archive
from service.cli.deciding import agree, agree_to_undo, by, done, reason, told, yes
from service.cli.printing import counted, print_quote
from service.cli.visible import visible
from service.config import Config

PAGE = 500


@click.group()
def clusters() -> None:
    """The same utterance in several articles: list, show, merge, split, history, undo."""


# ------------------------------------------------------------------------------------------------ looking


@clusters.command("list")
def list_() -> None:
    """List the clusters of two quotes or more: id, appearances, independent reports, the fullest words."""
    with Archive(Config.from_environment()) as archive:
        for one in every(archive.record):
            words = archive.record.quote(one.fullest).text if one.fullest else ""
            click.echo(f"{one.id}\t{one.appearances}\t{one.independent_reports}\t{visible(words)}")


def every(record: Record) -> Iterator[ClusterSummary]:
    after = None
    while page := record.clusters(after=after, limit=PAGE):
        yield from page
        after = page[-1].id


@clusters.command()
@click.argument("cluster_id")
def show(cluster_id: str) -> None:
    """Show a cluster: its quotes, report by report, and how each differs from the fullest."""
    with Archive(Config.from_environment()) as archive:
        echo_cluster(archive.record.cluster(cluster_id))


@clusters.command()
@click.argument("cluster_id", required=False)
def history(cluster_id: str | None) -> None:
    """What people decided about clusters, or about one, the newest first, by the numbers that `undo` takes."""
    with Archive(Config.from_environment()) as archive:
        for change in archive.record.cluster_changes(cluster_id):
            click.echo(told(change))


# ------------------------------------------------------------------------------------------------ changing


@clusters.command()
@click.argument("one")
@click.argument("into")
@reason
@by
@yes
def merge(one: str, into: str, reason: str, by: str, yes: bool) -> None:
    """Make the cluster ONE part of INTO: both report the same utterance. A quote that stands alone can be named by its
    own id."""
    with Archive(Config.from_environment()) as archive:
        for given in (one, into):
            echo_either(archive.record, given)
        agree(yes, "Merge the first into the second?")
        done(archive, archive.record.merge_clusters(one, into, reason=reason, by=by))


@clusters.command()
@click.argument("cluster_id")
@click.argument("quote_ids", nargs=-1, required=True, metavar="QUOTE_ID…")
@reason
@by
@yes
def split(cluster_id: str, quote_ids: tuple[str, ...], reason: str, by: str, yes: bool) -> None:
    """Make quotes of a cluster one of their own: they report something else. No later ingest puts them together."""
    with Archive(Config.from_environment()) as archive:
        for one in quote_ids:
            print_quote(archive.record.quote(one))
        agree(yes, f"Take {'this' if len(quote_ids) == 1 else 'these'} out of the cluster?")
        done(archive, archive.record.split_cluster(cluster_id, quote_ids, reason=reason, by=by))


@clusters.command()
@click.argument("number", type=click.IntRange(1, 2**31 - 1))
@reason
@by
@yes
def undo(number: int, reason: str, by: str, yes: bool) -> None:
    """Put back the change NUMBER, as `onrecord clusters history` counts them."""
    with Archive(Config.from_environment()) as archive:
        agree_to_undo(yes, number, archive.record.cluster_changes())
        done(archive, archive.record.undo_cluster_change(number, reason=reason, by=by))


# ------------------------------------------------------------------------------------------------ telling


def echo_either(record: Record, given: str) -> None:
    quote = record.quote(given) if given.startswith("q_") else None
    if quote is not None and quote.cluster is None:
        print_quote(quote)
    else:
        echo_cluster(record.cluster(quote.cluster.id if quote and quote.cluster else given))


def echo_cluster(cluster: Cluster) -> None:
    reports = counted(cluster.independent_reports, "independent report")
    click.echo(f"{cluster.id}: {counted(cluster.appearances, 'appearance')} in {reports}")
    fullest = next((one.quote for one in cluster.members if one.quote.id == cluster.fullest), None)
    for member in cluster.members:
        echo_member(member, fullest or member.quote)


def echo_member(member: Appearance, fullest: Quote) -> None:
    difference, found = difference_of(fullest, member.quote)
    is_fullest = member.quote.id == fullest.id
    click.echo(f"report {member.report}: {'the fullest' if is_fullest else difference}")
    for edit in found.operations:
        words = (edit.left.of(fullest.text), edit.right.of(member.quote.text))
        click.echo(visible(f"  {edit.kind}: {words[0]!r} → {words[1]!r}"))
    print_quote(member.quote)
