"""`onrecord search` and `show`: answers for people in a terminal, NDJSON in a pipe."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import get_args

import click

from corpus.errors import QuerySyntaxError
from index import SearchAnswer, SearchRequest
from index.contract import Match, Sort
from service.archive import Archive
from service.cli.printing import console, notes, print_quote
from service.cli.visible import visible
from service.config import Config
from service.payloads import payload, quote_of
from service.presenters import spliced

SORTS, MATCHES = get_args(Sort), get_args(Match)
DAY = click.DateTime(formats=["%Y-%m-%d"])


def words_and_exclusions(ctx: click.Context, _param: click.Parameter, words: tuple[str, ...]) -> tuple[str, ...]:
    """What is to be found, `-word` among it: click takes each that is no option for a word."""
    if words == ("-h",):
        click.echo(ctx.get_help())
        ctx.exit()
    if mistyped := next((word for word in words if word.startswith("--")), None):
        raise click.NoSuchOption(mistyped.partition("=")[0], ctx=ctx)
    return words


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("words", nargs=-1, callback=words_and_exclusions)
@click.option("--like", metavar="ID", help="Quotes like this one: those that share its telling words.")
@click.option("--speaker", multiple=True, help="Speaker's slug or QID; repeat for either.")
@click.option("--publisher", multiple=True, help="Publisher; repeat for either.")
@click.option("--type", "type_", multiple=True, help="direct, partial or indirect.")
@click.option("--said-from", type=DAY, help="Said on this day or later.")
@click.option("--said-to", type=DAY, help="Said on this day or earlier.")
@click.option("--sort", type=click.Choice(SORTS))
@click.option("--match", type=click.Choice(MATCHES), default="stemmed", help="Other forms of a word, or similar ones.")
@click.option("--limit", type=click.IntRange(1, 100), default=20, show_default=True)
def search(
    words: tuple[str, ...],
    like: str | None,
    speaker: tuple[str, ...],
    publisher: tuple[str, ...],
    type_: tuple[str, ...],
    said_from: datetime | None,
    said_to: datetime | None,
    sort: Sort | None,
    match: Match,
    limit: int,
) -> None:
    """Search the quotes: words are AND; "a phrase"; OR, NOT, -word, ( ), word*, wom?n, word~1, word^2,
    speaker:name."""
    request = SearchRequest(
        q=" ".join(words),
        like=like,
        speaker=speaker,
        publisher=publisher,
        type=type_,
        said_from=said_from.date() if said_from else None,
        said_to=said_to.date() if said_to else None,
        sort=sort,
        match=match,
        limit=limit,
    )
    with Archive(Config.from_environment()) as archive:
        try:
            answer = archive.finder.search(request)
            meant = None if answer.total else archive.finder.correction(request)
        except QuerySyntaxError as error:
            click.echo(f"onrecord: {error}\n  {error.query}\n  {' ' * error.position}^", err=True)
            sys.exit(1)
    for warning in answer.warnings:
        notes.print(f"! {warning}", style="yellow")
    if meant:
        click.echo(f"onrecord: nothing found; did you mean {visible(meant)}", err=True)
    if sys.stdout.isatty():
        print_answer(answer)
    else:
        for hit in answer.hits:
            sys.stdout.buffer.write(spliced(hit.payload, hit.score, hit.highlights) + b"\n")


def print_answer(answer: SearchAnswer) -> None:
    console.print(f"{answer.total} found: {answer.interpreted}\n", style="dim")
    for hit in answer.hits:
        print_quote(quote_of(hit.payload), hit.highlights)


@click.command()
@click.argument("quote_id")
def show(quote_id: str) -> None:
    """Print one quote's record: for people in a terminal, as JSON in a pipe."""
    with Archive(Config.from_environment()) as archive:
        quote = archive.record.quote(quote_id)
    if sys.stdout.isatty():
        print_quote(quote)
        console.print_json(payload(quote).decode())
    else:
        sys.stdout.buffer.write(payload(quote) + b"\n")
