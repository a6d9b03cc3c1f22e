"""Claims of which it is known what must be said of them, held against an index, and how often it was said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import click

from bench.showing import show_table
from corpus.model import Quote
from index import Entry, Index, build, open_index
from service.payloads import payload
from service.verifying import Claim, Match, verify

AS_GOOD_AS_SAID: tuple[Match, ...] = ("exact", "punctuation_only", "excerpt")


@dataclass(frozen=True, slots=True)
class Trial:
    """A claim, how it was made, what must be said of it, and what was said."""

    how: str
    expected: Match
    claim: Claim
    answer: Match

    @property
    def is_right(self) -> bool:
        return self.answer == self.expected

    @property
    def is_dangerous(self) -> bool:
        """Called right, though words or speaker are wrong, or nobody said it."""
        return self.answer in AS_GOOD_AS_SAID and self.expected not in AS_GOOD_AS_SAID


def index_of(folder: Path, quotes: Sequence[Quote]) -> Index:
    build(folder, (Entry(at, one, (), payload(one)) for at, one in enumerate(quotes, 1)), sequence=len(quotes))
    return open_index(folder)


def tried(index: Index, how: str, expected: Match, claim: Claim) -> Trial:
    return Trial(how, expected, claim, verify(index, claim).match)


def measured(done: Sequence[Trial]) -> dict[str, float]:
    """Precision and recall of each `match`, and the share of wrong claims that are not called right, in percent."""
    figures = {}
    for match in get_args(Match):
        right = sum(one.is_right for one in done if one.expected == match)
        figures[f"{match}_precision"] = 100 * right / (sum(one.answer == match for one in done) or 1)
        figures[f"{match}_recall"] = 100 * right / (sum(one.expected == match for one in done) or 1)
    wrong = [one for one in done if one.expected not in AS_GOOD_AS_SAID]
    return figures | {"safe": 100 - 100 * sum(one.is_dangerous for one in wrong) / len(wrong)}


def show_matches(done: Sequence[Trial]) -> None:
    """A table by what must be said."""
    figures, counts = measured(done), Counter(one.expected for one in done)
    rows = [
        (match, str(counts[match]), *(f"{figures[f'{match}_{what}']:.1f}" for what in ("precision", "recall")))
        for match in get_args(Match)
    ]
    show_table((f"{len(done)} claims", "of them", "precision, %", "recall, %"), rows)


def show_kinds(done: Sequence[Trial]) -> None:
    """A table by how the claims were made."""
    kinds = [(*kind, *_counted([one for one in done if (one.how, one.expected) == kind])) for kind in _kinds(done)]
    show_table(("made how", "must be", "claims", "right", "called right though wrong"), kinds)


def show_wrong(done: Iterable[Trial]) -> None:
    for one in done:
        if not one.is_right:
            click.echo(f"{one.how} → {one.answer}, not {one.expected}: {one.claim.text}")


def _kinds(done: Iterable[Trial]) -> list[tuple[str, Match]]:
    return list(dict.fromkeys((one.how, one.expected) for one in done))


def _counted(tries: Sequence[Trial]) -> tuple[str, str, str]:
    """How many they are, how many are right, and how many dangerous."""
    right, dangerous = sum(one.is_right for one in tries), sum(one.is_dangerous for one in tries)
    return str(len(tries)), str(right), str(dangerous)
