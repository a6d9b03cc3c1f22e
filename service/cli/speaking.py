"""`onrecord speakers`: the register, looked at and put in order by people. Every change can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import click

from corpus.lookalikes import lookalikes
from corpus.model import Role, Speaker, SpeakerKind
from corpus.record import Record, SpeakerSummary
from corpus.record.enrolling import ENTERED
from service.archive import Archive
from service.cli.deciding import agree, by, done, reason, told, yes
from service.cli.visible import visible
from service.config import Config

PAGE = 500


@click.group()
def speakers() -> None:
    """Who speaks: list, show, add, alias, merge, split, lookalikes, history, undo."""


# ------------------------------------------------------------------------------------------------ looking


@speakers.command("list")
@click.argument("part", required=False)
@click.option("--kind", type=click.Choice(get_args(SpeakerKind)), help="What sort of speaker.")
@click.option("--unreviewed", is_flag=True, help="Only entries that no person has looked at.")
def list_(part: str | None, kind: SpeakerKind | None, unreviewed: bool) -> None:
    """List the speakers, or those with PART in a name: slug, number of quotes, name."""
    with Archive(Config.from_environment()) as archive:
        for one in everyone(archive.record, part, kind):
            if not (unreviewed and one.speaker.reviewed):
                click.echo(f"{one.speaker.slug}\t{one.quotes}\t{visible(one.speaker.name)}")


def everyone(record: Record, part: str | None = None, kind: SpeakerKind | None = None) -> Iterator[SpeakerSummary]:
    after = None
    while page := record.speakers(q=part, kind=kind, after=after, limit=PAGE):
        yield from page
        after = page[-1].speaker.slug


@speakers.command()
@click.argument("slug")
def show(slug: str) -> None:
    """Print an entry, its quotes by month, and what people did to it."""
    with Archive(Config.from_environment()) as archive:
        found = archive.record.speaker(slug)
        echo_speaker(found)
        for month, quotes in archive.record.speaker_timeline(found.slug):
            click.echo(f"  {month}: {quotes}")
        for change in archive.record.register_changes(found.slug):
            click.echo(f"  {told(change)}")


@speakers.command("lookalikes")
@click.option("--all", "every", is_flag=True, help="Also those of whom there is no quote.")
def lookalikes_(every: bool) -> None:
    """Propose entries that may be one, each with the reason: slug, slug, why. None is merged by itself."""
    with Archive(Config.from_environment()) as archive:
        looked_at = [one.speaker for one in everyone(archive.record) if every or one.quotes]
    for pair in lookalikes(looked_at):
        click.echo(f"{pair.one.slug}\t{pair.other.slug}\t{pair.why}")


@speakers.command()
@click.argument("slug", required=False)
def history(slug: str | None) -> None:
    """List what people did to the register, or to the entry SLUG, the newest first."""
    with Archive(Config.from_environment()) as archive:
        for change in archive.record.register_changes(slug):
            click.echo(told(change))


# ------------------------------------------------------------------------------------------------ changing


@speakers.command()
@click.argument("name")
@click.option("--kind", required=True, type=click.Choice(sorted(ENTERED)), help="What sort of speaker.")
@click.option("--alias", multiple=True, metavar="NAME", help="A further name; repeat for several.")
@click.option("--namesake", is_flag=True, help="Somebody else than the one who has this name already.")
@reason
@by
def add(name: str, kind: SpeakerKind, alias: tuple[str, ...], namesake: bool, reason: str, by: str) -> None:
    """Enter somebody who is not in the register: NAME, whole, as `correct --speaker` can then name them by slug."""
    with Archive(Config.from_environment()) as archive:
        change = archive.record.add_speaker(name, kind, aliases=alias, namesake=namesake, reason=reason, by=by)
        done(archive, change)


@speakers.command()
@click.argument("slug")
@click.option("--add", multiple=True, metavar="NAME", help="A further name; repeat for several.")
@click.option("--remove", multiple=True, metavar="NAME", help="An alias that is none; repeat for several.")
@click.option("--cited-from", metavar="WHERE", help="Where they were seen: an article's or quote's id, a list.")
@reason
@by
def alias(
    slug: str, add: tuple[str, ...], remove: tuple[str, ...], cited_from: str | None, reason: str, by: str
) -> None:
    """Give a speaker further names, or take some away."""
    with Archive(Config.from_environment()) as archive:
        change = archive.record.alias(slug, add=add, remove=remove, cited_from=cited_from, reason=reason, by=by)
        done(archive, change)


@speakers.command()
@click.argument("slug")
@click.argument("into")
@reason
@by
@yes
def merge(slug: str, into: str, reason: str, by: str, yes: bool) -> None:
    """Make the entry SLUG one with INTO, which gets its quotes and names; its address leads there from then on."""
    with Archive(Config.from_environment()) as archive:
        for one in (slug, into):
            echo_speaker(archive.record.speaker(one))
        agree(yes, "Merge the first into the second?")
        done(archive, archive.record.merge_speakers(slug, into, reason=reason, by=by))


@speakers.command()
@click.argument("slug")
@click.argument("quote_ids", nargs=-1, required=True, metavar="QUOTE_ID…")
@click.option("--name", help="Whose they are: a new entry of this name.")
@click.option("--to", metavar="SLUG", help="Whose they are: an entry that is there.")
@reason
@by
def split(slug: str, quote_ids: tuple[str, ...], name: str | None, to: str | None, reason: str, by: str) -> None:
    """Give quotes of the entry SLUG to somebody else: two people were taken for one."""
    if (name is None) == (to is None):
        raise click.UsageError("give either --name or --to")
    with Archive(Config.from_environment()) as archive:
        done(archive, archive.record.split_speaker(slug, quote_ids, name=name, to=to, reason=reason, by=by))


@speakers.command()
@click.argument("number", type=click.IntRange(1, 2**31 - 1))
@reason
@by
def undo(number: int, reason: str, by: str) -> None:
    """Put back the change NUMBER, as `onrecord speakers history` counts them."""
    with Archive(Config.from_environment()) as archive:
        done(archive, archive.record.undo(number, reason=reason, by=by))


# ------------------------------------------------------------------------------------------------ telling


def echo_speaker(speaker: Speaker) -> None:
    reviewed = "reviewed" if speaker.reviewed else "not reviewed"
    facts = (speaker.slug, speaker.kind, speaker.qid or "no Wikidata id", reviewed)
    click.echo(visible(f"{speaker.name} ({', '.join(facts)})"))
    for name in speaker.aliases:
        seen = ", ".join(one.cited_from for one in speaker.alias_sources if one.name == name)
        click.echo(visible(f"  also {name}{f' (from {seen})' if seen else ''}"))
    for role in speaker.roles:
        click.echo(visible(f"  {role.title}{dates(role)}"))


def dates(role: Role) -> str:
    return f", {role.since or '?'} to {role.until or 'now'}" if role.since or role.until else ""
