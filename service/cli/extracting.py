"""`onrecord extract`: quotations out of articles, nothing kept; or out of those that the record has (`--stored`)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from corpus import extract_quotes
from corpus.evaluation import prediction
from corpus.model import Article
from service.cli.inputs import show_each
from service.cli.printing import console, counted, print_quotation
from service.cli.visible import visible

READABLE = click.Path(exists=True, allow_dash=True)


@click.command()
@click.argument("paths", nargs=-1, metavar="PATHS…")
@click.option("--jsonl", is_flag=True, help="One JSON object an article. The default where the output is no terminal.")
@click.option("--stored", is_flag=True, help="Of the record's articles, and keep what is found. PATHS are article ids.")
@click.option("--dry-run", is_flag=True, help="With --stored: say what would change, and change nothing.")
@click.option("--again", is_flag=True, help="With --stored: also what this extractor has read before.")
@click.option("--verbose", "-v", is_flag=True, help="With --stored: each quote that is added, changed or withdrawn.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help="With --stored: processes that read articles.")
@click.pass_context
def extract(
    ctx: click.Context,
    paths: tuple[str, ...],
    jsonl: bool,
    stored: bool,
    dry_run: bool,
    again: bool,
    verbose: bool,
    jobs: int,
) -> None:
    """Find the quotations in PATHS (files, folders, or - for standard input) and who said them. Nothing is kept.

    With --stored the articles of the record are read again, those of the ids given or all. Quotes keep their ids;
    what is no longer found is withdrawn, what people decided stays. Stop and run again whenever you like.
    """
    check_options(ctx, stored)
    if stored:
        from service.cli.extracting_again import Wish, extract_stored  # noqa: PLC0415 (it opens record and index)

        sys.exit(extract_stored(Wish(paths, dry_run=dry_run, again=again, verbose=verbose, jobs=jobs)))
    sys.exit(show_each(paths, print_line if jsonl or not sys.stdout.isatty() else print_article))


def check_options(ctx: click.Context, stored: bool) -> None:
    """Raises UsageError for an option, or PATHS, that the other way of extracting takes."""
    given = {name for name in ctx.params if ctx.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE}
    wrong = given & ({"jsonl"} if stored else {"dry_run", "again", "verbose", "jobs"})
    if wrong:
        option = f"--{min(wrong).replace('_', '-')}"
        raise click.UsageError(f"{option} {'cannot go with' if stored else 'needs'} --stored")
    if not stored:
        [argument] = [one for one in ctx.command.params if one.name == "paths"]
        if not ctx.params["paths"]:
            raise click.MissingParameter(ctx=ctx, param=argument)
        for path in ctx.params["paths"]:
            READABLE.convert(path, argument, ctx)


def document_name(name: str) -> str:
    """The file name without ``.txt``, as the referee names documents."""
    return Path(name).name.removesuffix(".txt")


def print_line(name: str, article: Article) -> None:
    click.echo(json.dumps(prediction(document_name(name), extract_quotes(article)), ensure_ascii=False))


def print_article(name: str, article: Article) -> None:
    quotations = extract_quotes(article)
    console.rule(f"{visible(name)}: {counted(len(quotations), 'quotation')}", align="left", style="dim")
    for quotation in quotations:
        print_quotation(quotation)
