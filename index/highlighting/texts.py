"""Where the texts of a field hold what a query wants. Of a text only those runs of characters between spaces are looked
at that matter: the process knows nearly every run, and by which forms it is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, compress, filterfalse
from operator import attrgetter, not_

from index.engines import Budget
from index.highlighting import cost, words
from index.highlighting.extents import Extent, merged
from index.highlighting.patterns import those_that_fit
from index.highlighting.rows import Placed
from index.highlighting.runs import known_runs
from index.highlighting.wanted import Wanted

_WIDTH, _FORMS = attrgetter("width"), attrgetter("forms")


class Texts:
    """Reads texts one after the other, and remembers what their runs have of what is wanted."""

    def __init__(self, wanted: Wanted, budget: Budget) -> None:
        self._wanted, self._budget = wanted, budget
        self._known = known_runs()
        self._known_then = 0
        self._matter: set[str] = set()
        self._tried: set[str] = set()
        self._fitting: set[str] = set()
        self._marked: dict[str, Sequence[Extent]] = {}

    def extents(self, text: str) -> Sequence[Extent]:
        """What is to be marked in a text, in order and apart from each other. Raises TooCostly."""
        if not self._wanted:
            return ()
        runs = text.split()
        self._meet(runs)
        standing = list(filter(self._matter.__contains__, runs))
        if not standing:
            return ()
        starts = _starts(text, standing)
        marked = [
            (start + first, start + end)
            for run, start in zip(standing, starts, strict=True)
            for first, end in self._in_run(run)
        ]
        return merged([*marked, *self._rows(runs, starts)]) if self._wanted.rows else marked

    # -------------------------------------------------------------------------------------------- runs

    def _meet(self, runs: Sequence[str]) -> None:
        """Find out which of these runs matter."""
        for run in filterfalse(self._known.__contains__, runs):
            cost.of_taking_apart(self._budget, run)
            self._known.learn(run)
        if self._known_then != len(self._known):  # this or another search has learned some
            self._known_then = len(self._known)
            self._matter |= self._known.holding(self._wanted.forms)
        if self._wanted.patterns and (untried := set(runs).difference(self._tried)):
            self._try(untried)

    def _try(self, untried: set[str]) -> None:
        """Find out which of these runs have a word that fits a pattern."""
        self._tried |= untried
        runs = list(untried)
        forms = list(map(_FORMS, map(self._known.__getitem__, runs)))
        every = set(chain.from_iterable(forms))
        for pattern in self._wanted.patterns:
            self._fitting.update(those_that_fit(pattern, every))
        self._matter.update(compress(runs, map(not_, map(self._fitting.isdisjoint, forms))))

    def _in_run(self, run: str) -> Sequence[Extent]:
        """What is to be marked of it wherever it stands."""
        if (marked := self._marked.get(run)) is None:
            tokens = self._known[run].tokens
            cost.of_comparing(self._budget, len(tokens) * words.STEPS)
            by_form = words.by_form(tokens, self._wanted.words, stemmed=self._wanted.stemmed)
            self._marked[run] = marked = merged([*by_form, *words.by_pattern(tokens, self._fitting)])
        return marked

    # -------------------------------------------------------------------------------------------- rows

    def _rows(self, runs: Sequence[str], starts: Iterable[int]) -> Iterator[Extent]:
        """What is to be marked for standing in a row. Only runs that matter, which start here, can be part of one."""
        known = list(map(self._known.__getitem__, runs))
        positions = list(accumulate(map(_WIDTH, known), initial=0))
        places = [place for place, run in enumerate(runs) if run in self._matter]
        at = {
            positions[place] + token.position: (start, token)
            for place, start in zip(places, starts, strict=True)
            for token in known[place].tokens
        }
        cost.of_comparing(self._budget, len(at) * sum(row.steps for row in self._wanted.rows))
        return chain.from_iterable(map(Placed(at, stemmed=self._wanted.stemmed).row, self._wanted.rows))


def _starts(text: str, runs: Iterable[str]) -> list[int]:
    """Where these of its runs, which come in this order, start in a text."""
    starts, start = [], 0
    for run in runs:
        start = text.index(run, start)
        while not _is_whole(text, start, start + len(run)):
            start = text.index(run, start + 1)
        starts.append(start)
        start += len(run)
    return starts


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether the characters from here to there have nothing but space beside them."""
    return (start == 0 or text[start - 1].isspace()) and (end == len(text) or text[end].isspace())
