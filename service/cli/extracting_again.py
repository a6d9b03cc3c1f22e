"""`onrecord extract --stored`: the articles of the record, read again by a better extractor, one transaction each.

An article notes which extractor read it last; that is why a run that was stopped goes on where it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

import click

from corpus.errors import InvalidQuote, NotInRecord, OnrecordError
from corpus.extraction import EXTRACTOR_VERSION
from corpus.model import Article
from corpus.record import Altered, Record, StoredArticle
from corpus.speakers import Register
from service.archive import Archive
from service.cli.ingesting import progress
from service.cli.printing import counted, notes, speakers_of, words_of
from service.cli.reading import Read, reading
from service.cli.visible import visible
from service.config import Config
from service.histories import changes

PAGE = 500
SIGNS = {"added": "+", "restored": "+", "withdrawn": "-"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be read again: the articles of these ids, or all; and how."""

    ids: tuple[str, ...] = ()
    dry_run: bool = False
    again: bool = False
    verbose: bool = False
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class Stored:
    """An article of the record, where `reading` takes what is read from a file."""

    name: str
    article: Article

    def read(self, _max_bytes: int) -> Article:
        return self.article


def extract_stored(wish: Wish) -> int:
    """Read articles of the record again, tell what came of it, and let the index follow. The exit status: 1 if an
    article could not be kept. Raises NotInRecord for an unknown id, before anything is done."""
    with Archive(Config.from_environment()) as archive:
        run = Run(archive.record, wish)
        run.check_ids()
        try:
            run.run(archive.config.max_article)
        except BaseException:  # what was kept before an error or Ctrl-C is told, and found as well
            run.tell()
            with suppress(OnrecordError):
                archive.synchronise()
            raise
        run.tell()
        if not wish.dry_run:
            archive.synchronise()
    return 1 if run.articles["refused"] else 0


class Run:
    """One reading of the record, and what came of it so far."""

    def __init__(self, record: Record, wish: Wish) -> None:
        self.record, self.wish = record, wish
        self.articles: Counter[str] = Counter()
        self.quotes: Counter[str] = Counter()

    def check_ids(self) -> None:
        for article_id in self.wish.ids:
            self.record.article(article_id)

    def run(self, max_bytes: int) -> None:
        known = Register(speaker for speaker in self.record.register() if speaker.reviewed)
        wanted = len(self.wish.ids) or self.record.counts().articles
        with progress() as bar:
            task = bar.add_task("articles", total=wanted)
            for read in reading(self.to_read(), self.wish.jobs, max_bytes, known):
                self.keep(read)
                bar.update(task, completed=sum(self.articles.values()))

    def to_read(self) -> Iterator[Stored]:
        """The articles that are to be read, the others counted."""
        for stored in chosen(self.record, self.wish.ids):
            if not stored.has_text:
                self.articles["without_text"] += 1
            elif stored.extractor_version == EXTRACTOR_VERSION and not self.wish.again:
                self.articles["up_to_date"] += 1
            else:
                yield Stored(stored.id, self.record.article(stored.id))

    def keep(self, read: Read) -> None:
        assert read.article is not None
        try:
            done = self.record.extract_again(
                read.article, read.quotations, extractor_version=EXTRACTOR_VERSION, trial=self.wish.dry_run
            )
        except (InvalidQuote, NotInRecord) as error:
            self.articles["refused"] += 1
            notes.print(f"onrecord: {visible(f'{read.name}: {error}')}")
            return
        changed = sum(1 for one in done.altered if one.kind not in ("added", "withdrawn"))
        self.articles["read"] += 1
        self.quotes.update(added=done.added, changed=changed, withdrawn=done.withdrawn, same=done.kept - changed)
        if self.wish.verbose:
            for one in done.altered:
                show(one)

    def tell(self) -> None:
        quotes = self.quotes
        click.echo(
            f"extractor {EXTRACTOR_VERSION}: {counted(self.articles['read'], 'article')} read again; quotes: "
            f"{quotes['added']} added, {quotes['changed']} changed, {quotes['withdrawn']} withdrawn, "
            f"{quotes['same']} as they were{' (dry run: nothing is kept)' if self.wish.dry_run else ''}"
        )
        for outcome, why in (
            ("up_to_date", "passed over: read by this extractor before (--again reads them all the same)"),
            ("without_text", "passed over: bundled without their text"),
            ("refused", "refused"),
        ):
            if self.articles[outcome]:
                click.echo(f"{counted(self.articles[outcome], 'article')} {why}")


def chosen(record: Record, ids: tuple[str, ...]) -> Iterator[StoredArticle]:
    """The articles of these ids, each once, or all of the record, by id."""
    wanted = frozenset(ids)
    after: str | None = None
    while page := record.stored_articles(after=after, limit=PAGE):
        yield from (one for one in page if not wanted or one.id in wanted)
        after = page[-1].id


def show(altered: Altered) -> None:
    """One line: `+` added, `~` changed and in which fields, `-` withdrawn."""
    quote = altered.quote
    changed = sorted({change.field for change in changes(altered.before, quote)}) if altered.before else []
    fields = f"  [{', '.join(changed)}]" if changed and altered.kind not in SIGNS else ""
    words = f"{words_of(quote)} — {speakers_of(quote.speakers)}"
    click.echo(f"{SIGNS.get(altered.kind, '~')} {quote.id} {' '.join(words.split())}{visible(fields)}")
