"""How people misquote, by hand: tests/fixtures/misquotes.toml, held against all that was said according to it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.trials import Trial, index_of, tried
from corpus import Record, extract_quotes, migrate, read_article
from corpus.extraction import EXTRACTOR_VERSION
from corpus.model import Quote
from index import Index
from service.verifying import Claim

PATH = Path(__file__).parent.parent / "tests" / "fixtures" / "misquotes.toml"


def misquotes() -> list[Trial]:
    """Every claim of the file, tried."""
    said = tomllib.loads(PATH.read_text("utf-8"))["said"]
    with TemporaryDirectory() as folder:
        index = index_of(Path(folder) / "index", quotes_of(said))
        try:
            return list(_trials(index, said))
        finally:
            index.close()


def quotes_of(said: list[dict[str, Any]]) -> list[Quote]:
    """Each in an article of its own, as it is found there."""
    with TemporaryDirectory() as folder, Record.open(Path(folder) / "record.db") as record:
        migrate(record)
        for number, one in enumerate(said):
            text = f"{one['speaker']} spoke on Monday.\n\n{one['speaker']} said: “{one['words']}”\n"
            article = read_article(text, url=f"https://article-{number}.example/", lang="en")
            record.ingest(article, extract_quotes(article), extractor_version=EXTRACTOR_VERSION)
        return [change.quote for change in record.changes()]


def _trials(index: Index, said: list[dict[str, Any]]) -> Iterator[Trial]:
    for one in said:
        for claim in one["claims"]:
            named = claim.get("by", one["speaker"])
            claimed = Claim(claim["words"], (named,) if named else ())
            yield tried(index, claim["how"], claim["match"], claimed)
