"""`onrecord correct`, `dispute`, `withdraw`, `reinstate` and `merge`: a person's changes of a quote, looked at first.

Each is one revision with its reason. The wording cannot be changed: it is the article's.
"""

from __future__ import annotations

from typing import get_args

import click
import msgspec

from corpus.model import Channel, ChannelType, Quote, SaidAt, WithdrawalClass
from corpus.record import Amendment
from corpus.record.amending import dated
from service.archive import Archive
from service.cli.deciding import Words, agree, by, reason, yes
from service.cli.printing import print_quote
from service.cli.visible import visible
from service.config import Config
from service.histories import changes


class Edtf(click.ParamType[SaidAt]):
    """A date as EDTF has it; nothing for a date that nobody knows."""

    name = "edtf"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> SaidAt:
        if isinstance(value, SaidAt):
            return value
        found = dated(str(value)) if value else SaidAt()
        if found is None:
            self.fail(f"{value!r} is no date such as 2024-11-17, 2024-11, 2024 or 2024-11-16/2024-11-17", param, ctx)
        return found


@click.command()
@click.argument("quote_id")
@click.option(
    "--speaker",
    multiple=True,
    metavar="SLUG",
    help="Who said it, from the register (`speakers add` enters others); repeat for all.",
)
@click.option("--no-speaker", is_flag=True, help="Nobody knows who said it.")
@click.option(
    "--said-at", type=Edtf(), help="When: a day, month, year, season or interval (EDTF); empty takes it away."
)
@click.option("--addressee", help="To whom; empty takes it away.")
@click.option("--channel", type=click.Choice(get_args(ChannelType)), help="Through what.")
@click.option("--venue", help="A place or platform; empty takes it away.")
@click.option("--event", help="An occasion; empty takes it away.")
@click.option("--lead-in", help="An editor's note before a fragment that misleads alone; empty takes it away.")
@reason
@by
@yes
def correct(
    quote_id: str,
    speaker: tuple[str, ...],
    no_speaker: bool,
    said_at: SaidAt | None,
    addressee: str | None,
    channel: ChannelType | None,
    venue: str | None,
    event: str | None,
    lead_in: str | None,
    reason: str,
    by: str,
    yes: bool,
) -> None:
    """Correct who said a quote, when, to whom or through what. Readers see the reason."""
    if speaker and no_speaker:
        raise click.UsageError("--speaker and --no-speaker exclude each other")
    if not (speaker or no_speaker) and {said_at, addressee, channel, venue, event, lead_in} == {None}:
        raise click.UsageError("name what to correct, such as --speaker or --said-at")
    with Archive(Config.from_environment()) as archive:
        record = archive.record
        named = () if no_speaker else tuple(record.entry(slug) for slug in speaker) or None
        now = record.quote(quote_id).channel
        amendment = Amendment(named, said_at, addressee, channel_of(now, channel, venue, event), lead_in)
        show_changes(record.quote(quote_id), record.preview(quote_id, amendment))
        agree(yes, "Keep this?")
        new = record.correct(quote_id, amendment, reason=reason, by=by)
        archive.synchronise()
    click.echo(f"{new.id} corrected: revision {new.revision}")


@click.command()
@click.argument("quote_id")
@click.option(
    "--reason-class", required=True, type=click.Choice(get_args(WithdrawalClass)), help="What readers are told."
)
@click.option("--reason", required=True, type=Words(), help="Why, for editors alone; never served.")
@by
@yes
def withdraw(quote_id: str, reason_class: WithdrawalClass, reason: str, by: str, yes: bool) -> None:
    """Show a quote no more: every address of it says 410, the date and the class of reason."""
    with Archive(Config.from_environment()) as archive:
        print_quote(archive.record.quote(quote_id))
        agree(yes, "Withdraw this?")
        gone = archive.record.withdraw(quote_id, reason_class=reason_class, reason=reason, by=by)
        archive.synchronise()
    click.echo(f"{gone.id} withdrawn: {reason_class}")


@click.command()
@click.argument("quote_id")
@reason
@by
@yes
def reinstate(quote_id: str, reason: str, by: str, yes: bool) -> None:
    """Show a withdrawn or merged quote again, as it stood before. Readers see the reason."""
    with Archive(Config.from_environment()) as archive:
        print_quote(archive.record.quote(quote_id))
        agree(yes, "Show this again?")
        back = archive.record.reinstate(quote_id, reason=reason, by=by)
        archive.synchronise()
    click.echo(f"{back.id} reinstated: {back.state}")


@click.command()
@click.argument("quote_id")
@click.option("--clear", is_flag=True, help="It is disputed no more.")
@reason
@by
@yes
def dispute(quote_id: str, clear: bool, reason: str, by: str, yes: bool) -> None:
    """Mark a quote as disputed wherever it is shown, or clear the mark. Readers see the reason."""
    with Archive(Config.from_environment()) as archive:
        print_quote(archive.record.quote(quote_id))
        agree(yes, "Clear the mark?" if clear else "Mark this as disputed?")
        change = archive.record.settle if clear else archive.record.dispute
        new = change(quote_id, reason=reason, by=by)
        archive.synchronise()
    click.echo(f"{new.id} is {new.state}: revision {new.revision}")


@click.command()
@click.argument("quote_id")
@click.argument("into_id")
@reason
@by
@yes
def merge(quote_id: str, into_id: str, reason: str, by: str, yes: bool) -> None:
    """Make the quote QUOTE_ID part of INTO_ID, to which its addresses lead from then on (308)."""
    with Archive(Config.from_environment()) as archive:
        for one in (quote_id, into_id):
            print_quote(archive.record.quote(one))
        agree(yes, "Merge the first into the second?")
        merged = archive.record.merge(quote_id, into_id, reason=reason, by=by)
        archive.synchronise()
    click.echo(f"{merged.id} merged into {merged.merged_into}")


def channel_of(now: Channel, kind: ChannelType | None, venue: str | None, event: str | None) -> Channel | None:
    """The channel with what was given of it; None if nothing was."""
    if kind is venue is event is None:
        return None
    return Channel(
        kind or now.type,
        now.venue if venue is None else venue or None,
        now.event if event is None else event or None,
    )


def show_changes(before: Quote, after: Quote) -> None:
    """Field by field, what stood there and what shall stand there."""
    print_quote(before)
    for change in changes(before, after):
        was, is_now = (visible(msgspec.json.encode(value).decode()) for value in (change.before, change.after))
        click.echo(f"{change.field}\n  - {was}\n  + {is_now}")
