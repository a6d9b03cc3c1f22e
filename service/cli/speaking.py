"""`onrecord speakers`: the register, looked at and put in order by people. Every change can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

import click

from corpus.lookalikes import lookalikes
from corpus.model import Role, Speaker, SpeakerKind
from corpus.record import Record, SpeakerSummary
from corpus.record.enrolling import ENTERED
from service.archive import Archive
from service.cli.deciding import agree, agree_to_undo, by, done, reason, told, yes
from service.cli.printing import print_quote
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
@yes
def add(name: str, kind: SpeakerKind, alias: tuple[str, ...], namesake: bool, reason: str, by: str, yes: bool) -> None:
    """Enter somebody who is not in the register: NAME, whole, as `correct --speaker` can then name them by slug."""
    with Archive(Config.from_environment()) as archive:
        tell_who_else(archive.record, alias)
        agree(yes, f"Enter {visible(name)} as {kind}?")
        change = archive.record.add_speaker(name, kind, aliases=alias, namesake=namesake, reason=reason, by=by)
        done(archive, change)


@speakers.command()
@click.argument("slug")
@click.option("--add", multiple=True, metavar="NAME", help="A further name; repeat for several.")
@click.option("--remove", multiple=True, metavar="NAME", help="An alias that is none; repeat for several.")
@click.option("--cited-from", metavar="WHERE", help="Where they were seen: an article's or quote's id, a list.")
@reason
@by
@yes
def alias(
    slug: str, add: tuple[str, ...], remove: tuple[str, ...], cited_from: str | None, reason: str, by: str, yes: bool
) -> None:
    """Give a speaker further names, or take some away."""
    if not (add or remove):
        raise click.UsageError("name what to change: --add or --remove")
    with Archive(Config.from_environment()) as archive:
        echo_speaker(found := archive.record.entry(slug))
        tell_who_else(archive.record, add, found.slug)
        agree(yes, f"{'; '.join(names_changed(add, remove))}?")
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
@yes
def split(
    slug: str, quote_ids: tuple[str, ...], name: str | None, to: str | None, reason: str, by: str, yes: bool
) -> None:
    """Give quotes of the entry SLUG to somebody else: two people were taken for one."""
    if (name is None) == (to is None):
        raise click.UsageError("give either --name or --to")
    with Archive(Config.from_environment()) as archive:
        for one in quote_ids:
            print_quote(archive.record.quote(one))
        tell_who_else(archive.record, [name] if name else [])
        agree(yes, f"Give {'this' if len(quote_ids) == 1 else 'these'} to {visible(name or to or '')}?")
        done(archive, archive.record.split_speaker(slug, quote_ids, name=name, to=to, reason=reason, by=by))


@speakers.command()
@click.argument("number", type=click.IntRange(1, 2**31 - 1))
@reason
@by
@yes
def undo(number: int, reason: str, by: str, yes: bool) -> None:
    """Put back the change NUMBER, as `onrecord speakers history` counts them."""
    with Archive(Config.from_environment()) as archive:
        agree_to_undo(yes, number, archive.record.register_changes())
        done(archive, archive.record.undo(number, reason=reason, by=by))


# ------------------------------------------------------------------------------------------------ telling


def tell_who_else(record: Record, names: Iterable[str], slug: str | None = None) -> None:
    """Name the other entries that bear one of the names: where it stands alone, nobody can tell then who is meant."""
    register = record.register()
    for name in names:
        for other in register.find(name):
            if other.slug != slug:
                known = visible(f"{name} is also a name of {other.name} ({other.slug})")
                click.echo(f"warning: {known}: where it stands alone, it will be ambiguous", err=True)


def names_changed(add: Iterable[str], remove: Iterable[str]) -> Iterator[str]:
    yield from (f"Add {visible(name)}" for name in add)
    yield from (f"Remove {visible(name)}" for name in remove)


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
