"""`onrecord extract`: quotations out of articles, nothing kept."""

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


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True))
@click.option("--jsonl", is_flag=True, help="One JSON object an article. The default where the output is no terminal.")
def extract(paths: tuple[str, ...], jsonl: bool) -> None:
    """Find the quotations in PATHS (files, folders, or - for standard input) and who said them. Nothing is kept."""
    sys.exit(show_each(paths, print_line if jsonl or not sys.stdout.isatty() else print_article))


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
