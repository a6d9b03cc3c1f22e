"""`python -m bench.verification`: how often verification says what it must of altered quotes: of those that a machine
altered in many ways, and of those that were misquoted by hand (tests/fixtures/misquotes.toml).

The quotes altered by machine are those of the project's own articles (tests/fixtures/people), most of them put into an
index. One in three is left out, unless its words stand within another: said by the same people in the same articles,
but never put in.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from bench.alterations import ALTERATIONS, NEVER_SAID, SWAPPED, Alteration
from bench.floors import below, raise_floors
from bench.misquotes import misquotes
from bench.people import cases
from bench.trials import Trial, index_of, measured, show_kinds, show_matches, show_wrong, tried
from corpus import Record, extract_quotes, migrate, read_article
from corpus.extraction import EXTRACTOR_VERSION
from corpus.model import Quote
from index import Index
from service.verifying import Claim

SEED = 20261122
LEFT_OUT = 3
FEWEST_WORDS = 8


def quotes() -> list[Quote]:
    """Whole sentences by one named person, out of the project's own articles."""
    with TemporaryDirectory() as folder, Record.open(Path(folder) / "record.db") as record:
        migrate(record)
        for case in cases():
            article = read_article(case.text, url=f"https://{case.name}.example/", lang="en")
            record.ingest(article, extract_quotes(article), extractor_version=EXTRACTOR_VERSION)
        return [change.quote for change in record.changes()]


def is_fit(quote: Quote) -> bool:
    named = len(quote.speakers) == 1 and quote.speakers[0].kind == "person" and quote.attribution.status == "resolved"
    return named and quote.type == "direct" and len(quote.text.split()) >= FEWEST_WORDS


def trials(folder: Path, chance: random.Random) -> Iterator[Trial]:
    every = quotes()
    fit = [quote for quote in every if is_fit(quote)]
    absent = {quote.id for quote in fit[::LEFT_OUT] if sum(quote.text in other.text for other in every) == 1}
    present = [quote for quote in every if quote.id not in absent]
    index = index_of(folder, present)
    names = sorted({quote.speakers[0].name for quote in fit})
    for quote in fit:
        own = quote.speakers[0].name
        if quote.id in absent:
            yield altered(index, NEVER_SAID, Claim(quote.text, (own,)))
            continue
        other = chance.choice([name for name in names if name.split()[-1] != own.split()[-1]])
        yield altered(index, SWAPPED, Claim(quote.text, (other,)))
        for alteration in ALTERATIONS:
            words = alteration.change(quote.text, chance)
            if words is not None:
                yield altered(index, alteration, Claim(words, (own,)))
    index.close()


def altered(index: Index, alteration: Alteration, claim: Claim) -> Trial:
    return tried(index, alteration.name, alteration.expected, claim)


def all_trials() -> list[Trial]:
    with TemporaryDirectory() as folder:
        return list(trials(Path(folder) / "index", random.Random(SEED)))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.verification", description=__doc__)
    parser.add_argument("--raise-floors", action="store_true", help="lift the floors that were passed; lower none")
    parser.add_argument("--wrong", action="store_true", help="print every claim of which something wrong was said")
    options = parser.parse_args()
    done = {"verification": all_trials(), "misquotes": misquotes()}
    for name, each in done.items():
        click.echo(f"{name}\n")
        show_matches(each)
        if name == "verification":
            show_kinds(each)
        if options.wrong:
            show_wrong(each)
    figures = {name: measured(each) for name, each in done.items()}
    for line in below(figures):
        click.echo(f"below its floor: {line}")
    if options.raise_floors:
        raise_floors(figures)


if __name__ == "__main__":
    main()
