"""`onrecord ingest`: articles into the record, one transaction an article, then the index brought up to date."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from corpus.errors import InvalidQuote, OnrecordError
from corpus.extraction import EXTRACTOR_VERSION
from corpus.speakers import Register
from service.archive import Archive
from service.cli.inputs import Facts, inputs
from service.cli.printing import notes
from service.cli.reading import Read, reading
from service.cli.visible import visible
from service.config import Config


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True))
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that read articles.")
@click.option("--url", help="The article's address. This and the next ones need PATHS to be one article.")
@click.option("--title", help="Its headline.")
@click.option("--publisher", help="Who published it.")
@click.option("--byline", help="Who wrote it.")
@click.option("--published", help="When it was published, as EDTF: 2024-11-17, or 2024-11 if no more is known.")
@click.option("--lang", help="Its language, as a BCP 47 tag: en.")
@click.option("--retrieved-at", help="When it was fetched, ISO 8601.")
def ingest(paths: tuple[str, ...], jobs: int, **facts: str | None) -> None:
    """Keep the articles in PATHS and every quotation in them.

    PATHS are text or HTML files, folders of them, .jsonl files with an article a line (text or html, url, title,
    publisher, byline, published, lang, retrieved_at), or - for standard input. What was read before is recognised;
    stop and run again whenever you like.
    """
    config = Config.from_environment()
    given = list(inputs(paths, config.max_article, Facts(**facts)))
    if any(facts.values()) and len(given) != 1:
        raise click.UsageError(
            f"--{min(k for k, v in facts.items() if v)} says something of one article, not {len(given)}"
        )
    outcomes: Counter[str] = Counter()
    quotes = 0
    with Archive(config) as archive:
        known = Register(speaker for speaker in archive.record.register() if speaker.reviewed)
        try:
            with progress() as bar:
                for read in bar.track(
                    reading(given, jobs, config.max_article, known), total=len(given), description="articles"
                ):
                    kept = keep(archive, read)
                    outcomes[kept.outcome] += 1
                    quotes += kept.added
                    if kept.refused:
                        notes.print(f"onrecord: {visible(kept.refused)}")
        except BaseException:  # what was kept before an error or Ctrl-C is told, and found as well
            tell(outcomes, quotes)
            with suppress(OnrecordError):
                archive.synchronise()
            raise
        tell(outcomes, quotes)
        archive.synchronise()
    sys.exit(1 if outcomes["refused"] else 0)


def tell(outcomes: Counter[str], quotes: int) -> None:
    told = ", ".join(f"{count} {outcome.replace('_', ' ')}" for outcome, count in sorted(outcomes.items())) or "none"
    click.echo(f"articles: {told}; quotes added: {quotes}")


@dataclass(frozen=True, slots=True)
class Kept:
    outcome: str
    added: int = 0
    refused: str | None = None


def keep(archive: Archive, read: Read) -> Kept:
    if read.article is None:
        return Kept("refused", refused=read.refused)
    try:
        ingested = archive.record.ingest(read.article, read.quotations, extractor_version=EXTRACTOR_VERSION)
    except InvalidQuote as error:
        return Kept("refused", refused=f"{read.name}: {error}")
    return Kept(ingested.outcome, ingested.added)


class Rate(ProgressColumn):
    """Articles a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f}/s" if task.speed else "", style="dim")


def progress() -> Progress:
    """On a terminal a bar with rate and time left; elsewhere nothing."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
        console=notes,
        disable=not notes.is_terminal,
    )
