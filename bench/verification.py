"""`python -m bench.verification`: how often verification says what it must of altered quotes.

The quotes are those of the project's own articles (tests/fixtures/people), most of them put into an index. One in three
is left out, unless its words stand within another: said by the same people in the same articles, but never put in.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import click

from bench.alterations import ALTERATIONS, NEVER_SAID, SWAPPED, Alteration
from bench.floors import below, raise_floors
from bench.people import cases
from bench.showing import show_table
from corpus import Record, extract_quotes, read_article
from corpus.extraction import EXTRACTOR_VERSION
from corpus.model import Quote
from index import Entry, Index, build, open_index
from service.presenters import payload
from service.verifying import Claim, Match, verify

SEED = 20261122
LEFT_OUT = 3
FEWEST_WORDS = 8
AS_GOOD_AS_SAID: tuple[Match, ...] = ("exact", "punctuation_only", "excerpt")


@dataclass(frozen=True, slots=True)
class Trial:
    """A claim of which it is known what must be said of it, and what was said."""

    alteration: Alteration
    claim: Claim
    answer: Match

    @property
    def is_right(self) -> bool:
        return self.answer == self.alteration.expected

    @property
    def is_dangerous(self) -> bool:
        """Called right, though words or speaker are wrong, or nobody said it."""
        return self.answer in AS_GOOD_AS_SAID and self.alteration.expected not in AS_GOOD_AS_SAID


def quotes() -> list[Quote]:
    """Whole sentences by one named person, out of the project's own articles."""
    with TemporaryDirectory() as folder, Record.open(Path(folder) / "record.db") as record:
        record.migrate()
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
    build(folder, (Entry(at, one, (), payload(one)) for at, one in enumerate(present, 1)), sequence=len(present))
    index = open_index(folder)
    names = sorted({quote.speakers[0].name for quote in fit})
    for quote in fit:
        own = quote.speakers[0].name
        if quote.id in absent:
            yield tried(index, NEVER_SAID, Claim(quote.text, (own,)))
            continue
        other = chance.choice([name for name in names if name.split()[-1] != own.split()[-1]])
        yield tried(index, SWAPPED, Claim(quote.text, (other,)))
        for alteration in ALTERATIONS:
            words = alteration.change(quote.text, chance)
            if words is not None:
                yield tried(index, alteration, Claim(words, (own,)))
    index.close()


def tried(index: Index, alteration: Alteration, claim: Claim) -> Trial:
    return Trial(alteration, claim, verify(index, claim).match)


def measured(done: Sequence[Trial]) -> dict[str, float]:
    """Precision and recall of each `match`, and the share of wrong claims that are not called right, in percent."""
    figures = {}
    for match in get_args(Match):
        right = sum(one.is_right for one in done if one.alteration.expected == match)
        figures[f"{match}_precision"] = 100 * right / (sum(one.answer == match for one in done) or 1)
        figures[f"{match}_recall"] = 100 * right / (sum(one.alteration.expected == match for one in done) or 1)
    wrong = [one for one in done if one.alteration.expected not in AS_GOOD_AS_SAID]
    return figures | {"safe": 100 - 100 * sum(one.is_dangerous for one in wrong) / len(wrong)}


def counted(tries: Sequence[Trial]) -> tuple[Sequence[Trial], ...]:
    """All of them, those that are right, and the dangerous ones."""
    return tries, [one for one in tries if one.is_right], [one for one in tries if one.is_dangerous]


def all_trials() -> list[Trial]:
    with TemporaryDirectory() as folder:
        return list(trials(Path(folder) / "index", random.Random(SEED)))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.verification", description=__doc__)
    parser.add_argument("--raise-floors", action="store_true", help="lift the floors that were passed; lower none")
    parser.add_argument("--wrong", action="store_true", help="print every claim of which something wrong was said")
    options = parser.parse_args()
    done = all_trials()
    for one in done:
        if options.wrong and not one.is_right:
            click.echo(f"{one.alteration.name} → {one.answer}: {one.claim.text}")
    figures = measured(done)
    counts = Counter(one.alteration.expected for one in done)
    rows = [(match, str(counts[match]), *(f"{figures[f'{match}_{what}']:.1f}" for what in ("precision", "recall")))
            for match in get_args(Match)]  # fmt: skip
    show_table((f"{len(done)} claims", "of them", "precision, %", "recall, %"), rows)
    by_kind = [[one for one in done if one.alteration == kind] for kind in (*ALTERATIONS, SWAPPED, NEVER_SAID)]
    kinds = [
        (tries[0].alteration.name, tries[0].alteration.expected, *map(str, map(len, counted(tries))))
        for tries in by_kind
        if tries
    ]
    show_table(("alteration", "must be", "claims", "right", "called right though wrong"), kinds)
    for line in below({"verification": figures}):
        click.echo(f"below its floor: {line}")
    if options.raise_floors:
        raise_floors({"verification": figures})


if __name__ == "__main__":
    main()
