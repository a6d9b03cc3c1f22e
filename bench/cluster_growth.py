"""What it costs to cluster one quote more, as the record grows."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.repeated import IN_AN_ARTICLE, Inventor, Report, speakers
from corpus import migrate
from corpus.record import Record
from corpus.record.clustering import settle
from corpus.record.database import Database
from corpus.record.writing import Writer

STEP = 2_500


@dataclass(frozen=True, slots=True)
class Measured:
    """With so many `quotes` in the record: CPU milliseconds that the last STEP took each, and CPU seconds for all."""

    quotes: int
    each_ms: float
    total_s: float


def growth(quotes: int) -> Iterator[Measured]:
    """Cluster that many invented quotes, article by article as an ingest does."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        with Record.open(path) as record:
            migrate(record)
        database = Database(path)
        with database.writing() as connection:
            writer = Writer(connection, by="bench")
            for speaker in speakers():
                writer.enter_speaker(speaker)
        reports, total = Inventor().reports(quotes), 0.0
        for number in range(quotes // STEP):
            seconds = sum(clustered(database, report) for report in islice(reports, STEP // IN_AN_ARTICLE))
            total += seconds
            yield Measured((number + 1) * STEP, 1000 * seconds / STEP, total)
        database.close()


def clustered(database: Database, report: Report) -> float:
    """Keep an article; the CPU seconds that its quotes took to be clustered."""
    with database.writing() as connection:
        writer = Writer(connection, by="bench")
        writer.put_article(report.article, bundled=False, extractor_version="bench")
        for quote in report.quotes:
            writer.add(quote, report.article.text)
        writer.flush()
        began = time.process_time()
        settle(writer)
        return time.process_time() - began
