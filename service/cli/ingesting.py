"""`onrecord ingest`: articles into the record, one transaction an article, then the index brought up to date."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from corpus import extract_quotes
from corpus.errors import InvalidQuote, UnreadableArticle
from corpus.extraction import EXTRACTOR_VERSION
from corpus.model import Article, Quotation
from service.archive import Archive
from service.cli.inputs import Facts, Input, inputs
from service.cli.printing import notes
from service.config import Config

AHEAD = 4
"""Articles in work for each process: enough that none waits, few enough that memory stays flat."""


@dataclass(frozen=True, slots=True)
class Read:
    """An article read and its quotations found, or why not."""

    name: str
    article: Article | None = None
    quotations: tuple[Quotation, ...] = ()
    refused: str | None = None


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
        try:
            with progress() as bar:
                for read in bar.track(
                    reading(given, jobs, config.max_article), total=len(given), description="articles"
                ):
                    kept = keep(archive, read)
                    outcomes[kept.outcome] += 1
                    quotes += kept.added
                    if kept.refused:
                        notes.print(f"onrecord: {kept.refused}")
        finally:
            archive.synchronise()  # what was kept before an error or Ctrl-C is found as well
    told = ", ".join(f"{count} {outcome.replace('_', ' ')}" for outcome, count in sorted(outcomes.items())) or "none"
    click.echo(f"articles: {told}; quotes added: {quotes}")
    sys.exit(1 if outcomes["refused"] else 0)


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


def read_one(given: Input, max_bytes: int) -> Read:
    try:
        article = given.read(max_bytes)
    except UnreadableArticle as error:
        return Read(given.name, refused=str(error))
    return Read(given.name, article, tuple(extract_quotes(article)))


def reading(given: Iterable[Input], jobs: int, max_bytes: int) -> Iterator[Read]:
    """Each input read and extracted, in the order given, by `jobs` processes with a bounded number in work."""
    if jobs == 1:
        yield from (read_one(one, max_bytes) for one in given)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from _in_order(given, lambda one: pool.submit(read_one, one, max_bytes), ahead=jobs * AHEAD)


def _in_order(given: Iterable[Input], submit: Callable[[Input], Future[Read]], ahead: int) -> Iterator[Read]:
    waiting: list[Future[Read]] = []
    for one in given:
        waiting.append(submit(one))
        if len(waiting) >= ahead:
            yield waiting.pop(0).result()
    for future in waiting:
        yield future.result()


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
