"""Which characters made a quote match: offsets from token positions, never HTML. A phrase is one highlight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add, attrgetter

from corpus.model import SEGMENT_JOINT
from index.analysis import SEGMENT_GAP, Token, stem
from index.contract import Highlight, HighlightField, Match
from index.engines import Budget, TooCostly
from index.printed import Printed
from index.query.spelling import within
from index.query.syntax import Beginning, Looked, Node, Shaped, Similar, Words, looked_for
from index.query.wildcards import fitting
from index.runs import RUNS, Run

NAMES_JOINT = ", "
WIDTH, FORMS = attrgetter("width"), attrgetter("forms")

LONGEST = 1_000_000
"""Characters of a quote, and a tenth as many without a space, that are marked: all else can be ended on the way."""
_LETTERS = 10
"""Characters that are about a word."""
_NEW_RUN, _CHARACTER, _STEP = 3_000, 10, 20
"""What it costs, in postings (see `engines.native.budget`), to take apart a run of characters that was not met before,
to read past a character, and to look at a token."""

Extent = tuple[int, int]
Placed = Mapping[int, tuple[int, Token]]
"""By position, a token and the offset from which its own are counted."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of a quote as the index sees it, of its tokens those that may matter: which forms of its words count."""

    at: Placed
    stemmed: bool

    def positions(self, form: str) -> set[int]:
        """Where a form stands."""
        placed = self.at.items()
        return {p for p, (_, own) in placed if form in (own.stems if self.stemmed else own.words)}

    def extent(self, position: int, form: str) -> Extent:
        """A token with this form; a hyphenated word as a whole if the form is the whole's."""
        token = self.at[position][1]
        is_whole = form not in (token.own_stems if self.stemmed else token.own_words)
        return self.start(position), self.end(position + token.parts - 1 if is_whole else position)

    def start(self, position: int) -> int:
        offset, token = self.at[position]
        return offset + token.start

    def end(self, position: int) -> int:
        offset, token = self.at[position]
        return offset + token.end


class Highlighter:
    """Marks what one query looks for, in the quotes that it found, while its budget lasts."""

    def __init__(self, tree: Node, match: Match, budget: Budget) -> None:
        leaves, stemmed = list(looked_for(tree)), match != "exact"
        self._text = _Marker("text", len(SEGMENT_JOINT), leaves, stemmed, budget)
        self._names = _Marker("speaker", len(NAMES_JOINT), leaves, False, budget)
        self._title = _Marker("title", 0, leaves, stemmed, budget)

    def highlights(self, printed: Printed) -> tuple[Highlight, ...]:
        """The highlights of a found quote, in order, overlapping ones made one. Raises TooCostly."""
        marks = self._text.marks(printed.segments)
        marks += self._names.marks(printed.names)
        marks += self._title.marks((printed.title or "",))
        return tuple(marks)


class _Marker:
    """Marks one field of quotes. Of a text it looks only at those runs between spaces that hold a form looked for."""

    def __init__(
        self, field: HighlightField, joint: int, leaves: Iterable[Looked], stemmed: bool, budget: Budget
    ) -> None:
        self._field, self._joint, self._stemmed, self._budget = field, joint, stemmed, budget
        own = [leaf for leaf in leaves if leaf.field in (None, field)]
        self._steps = sum(map(_steps, own))
        self._sequences = [sequence for leaf in own if isinstance(leaf, Words) for sequence in self._forms(leaf)]
        self._wanted = {form for forms, _ in self._sequences for form in forms}
        self._tests = [_test_of(leaf) for leaf in own if not isinstance(leaf, Words)]
        self._fitting = _Fitting(self._tests)
        self._of_character = _CHARACTER * (1 + len(self._tests))

    def _forms(self, leaf: Words) -> Iterator[tuple[list[str], int]]:
        """The forms that tokens must have here one after the other, and how many others may stand in between."""
        if self._field == "speaker":
            yield [token.plain for token in leaf.tokens], leaf.slop
        else:
            yield [token.stem if self._stemmed else token.word for token in leaf.tokens], leaf.slop
        if leaf.joined is not None:
            yield [stem(leaf.joined) if self._stemmed else leaf.joined], 0

    def marks(self, parts: Iterable[str]) -> list[Highlight]:
        if not self._steps or not (at := self._placed(parts)):
            return []
        _spend(self._budget, len(at) * self._steps * _STEP)
        text = _Text(at, self._stemmed)
        extents = [extent for forms, slop in self._sequences for extent in _sequences(text, forms, slop)]
        extents += [extent for test in self._tests for extent in _fitting(text, test)]
        return [Highlight(self._field, start, end) for start, end in _merged(extents)]

    def _placed(self, parts: Iterable[str]) -> Placed:
        """The tokens that matter of several texts, offsets counted as if a joint stood between two of them."""
        at: dict[int, tuple[int, Token]] = {}
        position = offset = 0
        for part in parts:
            _spend(self._budget, len(part) * self._of_character, at_once=len(part))
            runs = part.split()
            known = self._known(runs)
            if matter := self._places(known):
                starts, positions = _starts(runs, part), list(accumulate(map(WIDTH, known), initial=position))
                for place in matter:
                    for token in known[place].tokens:
                        at[positions[place] + token.position] = offset + starts[place], token
            position += len(part) + SEGMENT_GAP  # a token has a character at least
            offset += len(part) + self._joint
        return at

    def _known(self, runs: Sequence[str]) -> list[Run]:
        known = list(map(RUNS.get, runs))
        if all(known):
            return known  # type: ignore[return-value]  # a run is never false
        new: dict[str, Run] = {}
        for run, met in zip(runs, known, strict=True):
            if met is None and run not in new:
                _spend(self._budget, _NEW_RUN * (1 + len(run) // _LETTERS), at_once=len(run) * _LETTERS)
                new[run] = RUNS[run]
        return [met or new[run] for run, met in zip(runs, known, strict=True)]

    def _places(self, known: Sequence[Run]) -> list[int]:
        """Which of the runs may matter."""
        forms = list(map(FORMS, known))
        apart = list(map(self._wanted.isdisjoint, forms))
        if self._tests:
            return [place for place, own in enumerate(forms) if not apart[place] or self._fitting.any_of(own)]
        return [] if all(apart) else [place for place, is_apart in enumerate(apart) if not is_apart]


class _Fitting(dict[str, bool]):
    """Whether a word fits one of some patterns."""

    def __init__(self, tests: Sequence[Callable[[str], bool]]) -> None:
        super().__init__()
        self._tests = tests

    def __missing__(self, word: str) -> bool:
        self[word] = fits = any(test(word) for test in self._tests)
        return fits

    def any_of(self, words: Iterable[str]) -> bool:
        return any(map(self.__getitem__, words))


def _starts(runs: Sequence[str], part: str) -> list[int]:
    """Where each of the runs between the spaces of a text starts."""
    widths = list(map(len, runs))
    if sum(widths) + len(runs) - 1 == len(part):  # one space between two, as nearly always
        return list(map(add, accumulate(widths, initial=0), range(len(runs))))
    starts, end = [], 0
    for run, width in zip(runs, widths, strict=True):
        starts.append(part.index(run, end))
        end = starts[-1] + width
    return starts


def _spend(budget: Budget, postings: int, at_once: int = 0) -> None:
    """Raises TooCostly, which ends the marking, not the search."""
    if at_once > LONGEST or budget.is_over(postings):
        raise TooCostly


def _steps(leaf: Looked) -> int:
    """How often each token of a text is looked at for it, more or less."""
    return len(leaf.tokens) * (2 * leaf.slop + 3) if isinstance(leaf, Words) else 5


def _test_of(leaf: Beginning | Shaped | Similar) -> Callable[[str], bool]:
    match leaf:
        case Beginning(start):
            return lambda word: word.startswith(start)
        case Shaped(shape):
            return lambda word: bool(fitting(shape)(word))
        case Similar(word, edits):
            return lambda other: within(word, other, edits)


def _fitting(text: _Text, fits: Callable[[str], bool]) -> Iterator[Extent]:
    for position, (_, token) in text.at.items():
        if any(map(fits, token.own_words)):
            yield text.start(position), text.end(position)
        elif token.joined and fits(token.joined):
            yield text.start(position), text.end(position + token.parts - 1)


def _sequences(text: _Text, wanted: Sequence[str], slop: int) -> list[Extent]:
    """Tokens that meet `wanted` one after the other with at most `slop` others between one and the next: one extent
    from first to last where nothing may stand between, else one for each word."""
    steps = [text.positions(form) for form in wanted]
    if not all(steps):
        return []
    for step in range(1, len(steps)):
        steps[step] = {p for p in steps[step] if any(p - d in steps[step - 1] for d in range(1, slop + 2))}
    for step in range(len(steps) - 2, -1, -1):
        steps[step] = {p for p in steps[step] if any(p + d in steps[step + 1] for d in range(1, slop + 2))}
    if slop == 0:
        return [(text.start(first), text.extent(first + len(wanted) - 1, wanted[-1])[1]) for first in steps[0]]
    return [text.extent(p, form) for step, form in zip(steps, wanted, strict=True) for p in step]


def _merged(extents: list[Extent]) -> list[Extent]:
    merged: list[Extent] = []
    for start, end in sorted(extents):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
